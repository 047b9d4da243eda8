using Supervision.Agencies;
using Supervision.Api.Imports;
using Supervision.Api.Sheets;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tests.Actors;
using Supervision.Tests.Plans;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Imports;

/// <summary>The items of a plan under review go out as a sheet and come back with what a clerk has filled in.</summary>
public sealed class PlanItemImportTests
{
    [Fact]
    public async Task Items_that_nobody_changed_come_back_unchanged()
    {
        await using var city = await ReviewedAsync();
        var import = new ImportLine(city);

        (await import.TakeAsync(SheetOf(await ItemsAsync(city)), ImportKind.PlanItems, PlanScenario.Id)).ShouldBeDone();

        (await import.RowsAsync()).Should().HaveCount(PlanScenario.Paths.Length).And.OnlyContain(row => row.Outcome == RowOutcome.Unchanged);
    }

    [Fact]
    public async Task What_was_filled_in_is_decided_on_the_plan_and_then_is_what_the_next_sheet_says()
    {
        await using var city = await ReviewedAsync();
        var import = new ImportLine(city);
        var items = await ItemsAsync(city);
        items[0] = items[0] with
        {
            Lead = People.Lead,
            DueOn = PlanScenario.On.DueOn,
            EvidenceRule = "验收单",
            Weight = 3,
            Measured = IndicatorLines.Of([PlanScenario.Books]),
        };
        items[1] = items[1] with { Verdict = ItemVerdict.Dropped, VerdictReason = "属背景表述" };
        items.Add(ItemCells.Empty with { Title = "增补事项", Content = "年内完成" });

        await import.TakeAsync(SheetOf(items), ImportKind.PlanItems, PlanScenario.Id);
        (await import.RowsAsync()).Where(row => row.Outcome != RowOutcome.Unchanged).Select(row => row.Outcome)
            .Should().Equal(RowOutcome.Changed, RowOutcome.Changed, RowOutcome.New);
        (await ItemsAsync(city)).Should().HaveCount(PlanScenario.Paths.Length, "a dry run decides nothing");

        (await import.StartAsync(await VersionAsync(city))).ShouldBeDone();
        await city.SettleAsync();

        (await import.ViewAsync()).Should().Match<ImportView>(it => it.Phase == ImportPhase.Finished && it.Failed == 0 && it.Done == 3);
        var after = await ItemsAsync(city);
        after[0].Should().Match<ItemCells>(item =>
            item.Lead == People.Lead && item.Weight == 3 && item.EvidenceRule == "验收单" && item.Verdict == ItemVerdict.Accepted);
        after[0].Known.Should().ContainSingle().Which.Target.Should().Be(PlanScenario.Books.Target);
        after[1].Should().Match<ItemCells>(item => item.Verdict == ItemVerdict.Dropped && item.VerdictReason == "属背景表述");
        after[^1].Should().Match<ItemCells>(item => item.Path == "+1" && item.Title == "增补事项");

        await import.TakeAsync(SheetOf(after), ImportKind.PlanItems, PlanScenario.Id);
        (await import.RowsAsync()).Should().OnlyContain(row => row.Outcome == RowOutcome.Unchanged);
    }

    [Fact]
    public async Task A_row_with_a_flaw_is_refused_alone_and_names_its_column()
    {
        await using var city = await ReviewedAsync();
        var import = new ImportLine(city);
        var items = await ItemsAsync(city);
        items[0] = items[0] with { Path = "没有这一条" };
        items[1] = items[1] with { Verdict = ItemVerdict.Dropped, VerdictReason = "" };

        await import.TakeAsync(SheetOf(items), ImportKind.PlanItems, PlanScenario.Id);

        (await import.RowsAsync(RowOutcome.Refused)).Should().HaveCount(2).And.OnlyContain(row => row.Problems.Count > 0);
        (await import.RowsAsync(RowOutcome.Refused))[0].Problems[0].Code.Should().Be(RowRefusals.ItemNotNew.Code);
    }

    private static async Task<City> ReviewedAsync()
    {
        var city = await City.FoundAsync();
        (await city.Grains.GetGrain<IPlanGrain>(PlanScenario.Id.Value)
            .ExecuteAsync(city.As(People.Clerk), new RegisterPlan(new("register"), PlanScenario.Draft))).ShouldBeDone();
        return city;
    }

    [Fact]
    public async Task A_plan_that_somebody_decided_on_since_is_not_overwritten()
    {
        await using var city = await ReviewedAsync();
        var import = new ImportLine(city);
        var items = await ItemsAsync(city);
        items[0] = items[0] with { Title = "改写" };
        await import.TakeAsync(SheetOf(items), ImportKind.PlanItems, PlanScenario.Id);
        (await city.Grains.GetGrain<IPlanGrain>(PlanScenario.Id.Value).ExecuteAsync(city.As(People.Clerk), new ReviewItems(
            new("meanwhile"), [new ItemChange.Drop(PlanScenario.Second, "属背景表述")]))).ShouldBeDone();

        (await import.StartAsync(await VersionAsync(city))).Should().BeOfType<Receipt.Refused>()
            .Which.Code.Should().Be(ImportRefusals.PlanMoved.Code);
    }

    private static async Task<long> VersionAsync(City city) =>
        (await city.Grains.GetGrain<IPlanGrain>(PlanScenario.Id.Value).ViewAsync(city.As(People.Clerk)))!.Version;

    private static async Task<List<ItemCells>> ItemsAsync(City city) =>
        [.. (await ReviewedPlan.FindAsync(city.Grains.GetGrain<IPlanGrain>(PlanScenario.Id.Value), city.As(People.Clerk)))!
            .Items.Select(item => ItemCells.Of(item.Item, item.Task))];

    private static byte[] SheetOf(IEnumerable<ItemCells> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new FormWriter<ItemCells>(stream, ItemForm.Form, Organisation.Shipped))
        {
            foreach (var row in rows)
                writer.Row(row);
        }

        return stream.ToArray();
    }
}
