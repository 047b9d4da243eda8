using Supervision.Agencies;
using Supervision.Api.Problems;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Api.Imports;

/// <summary>Rows of a plan's items against the items as they stand in its review.</summary>
internal sealed class PlanComparison(IGrainFactory grains, Organisation organisation) : IComparison
{
    private const string Review = "review";

    public async Task<OpenedSheet> OpenAsync(Caller caller, ImportUpload upload)
    {
        var plan = upload.Plan ?? throw new RefusedException(ImportRefusals.PlanMissing.With([]));
        var sheet = ReadSheet<ItemCells>.Of(ItemForm.Form, upload.Content, upload.Name);
        var review = await ReviewedPlan.FindAsync(grains.GetGrain<IPlanGrain>(plan.Value), caller)
            ?? throw new RefusedException(PlanRefusals.NotFound.With([plan]));
        if (!review.Head.Actions.Contains(Review))
            throw new RefusedException(ImportRefusals.PlanNotReviewed.With([review.Head.StageName]));

        var meant = Identified(sheet, [.. review.Items.Select(item => item.Item)]);
        return new OpenedSheet(
            [.. sheet.Columns.Select(column => column.Name.Chinese)], sheet.Lines.Count, review.Head.Version,
            (_, from, count, context) => Task.FromResult<IReadOnlyList<ImportRow>>(
                [.. sheet.Lines.Skip(from).Take(count).Select(line => Check(line, meant[line.Number], context))]));
    }

    private static ImportRow Check(ReadLine<ItemCells> line, Meant meant, TaskContext context) => meant.First is { } first
        ? ItemChecks.Twice(line.Number, meant.Item?.Path, first)
        : ItemChecks.Check(line.Number, meant.Item, line.Cells, context);

    private Dictionary<int, Meant> Identified(ReadSheet<ItemCells> sheet, IReadOnlyList<PlanItem> items)
    {
        var (meant, firsts) = (new Dictionary<int, Meant>(), new Dictionary<string, int>());
        foreach (var line in sheet.Lines)
        {
            var row = ItemForm.Form.Read(ItemCells.Empty, line.Cells, organisation).Row;
            var item = ItemChecks.Meant(row, items);
            var name = item?.Path ?? $"{row.Path}\n{row.Group}\n{row.Title}";
            meant[line.Number] = new Meant(item, firsts.TryAdd(name, line.Number) ? null : firsts[name]);
        }

        return meant;
    }

    /// <param name="First">The row that means the same item before it.</param>
    private sealed record Meant(PlanItem? Item, int? First);
}
