using Microsoft.Data.Sqlite;
using Supervision.Agencies;
using Supervision.Coverage;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>Reads the matrix of one plan. What the text says is for whoever reads plans; who does what, for who sees the task.</summary>
internal sealed class MatrixReader(SqliteConnection connection, Caller caller, PlanId plan, Organisation organisation)
{
    private readonly Visibility _visibility = Visibility.Of(caller);

    public CoverageMatrix Read(RegisterStand stand)
    {
        var mentions = Mentions().ToLookup(mention => mention.Path);
        MatrixRow[] rows = [.. Items().Select(item => RowOf(item.Item, item.Task, mentions))];
        var named = rows.SelectMany(row => row.Cells).Select(cell => cell.Agency).ToHashSet();
        var columns = organisation.All
            .Where(agency => agency.Kind is AgencyKind.County or AgencyKind.Zone || named.Contains(agency.Code))
            .Select(agency => new MatrixAgency(agency.Code, agency.Short))
            .Concat(named.Where(code => !organisation.IsKnown(code)).Order(Comparer<AgencyCode>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)))
                .Select(code => new MatrixAgency(code, code.Value)));
        return new CoverageMatrix(plan, Title(), [.. columns], rows, stand);
    }

    private string Title()
    {
        var text = new QueryText(default);
        return text.Rows(connection, $"SELECT title FROM plans WHERE plan = {text.Value(plan.Value)}", row => row.GetString(0))[0];
    }

    private List<Mention> Mentions()
    {
        var text = new QueryText(default);
        return text.Rows(connection, $"SELECT path, agency, named_as, quote, line FROM mentions WHERE plan = {text.Value(plan.Value)} ORDER BY line",
            row => new Mention(row.GetString(0), new AgencyCode(row.GetString(1)), (PlaceKind)row.GetInt32(2), row.GetString(3), row.GetInt32(4)));
    }

    private List<(PlanItem Item, SupervisedTask? Task)> Items()
    {
        var text = new QueryText(default);
        return text.Rows(connection,
            "SELECT i.item, s.state FROM plan_items i LEFT JOIN task_states s ON i.issued AND s.task = i.task "
            + $"WHERE i.plan = {text.Value(plan.Value)} ORDER BY i.number",
            row => (StateJson.Read<PlanItem>((byte[])row[0]), row.IsDBNull(1) ? null : StateJson.Read<SupervisedTask>((byte[])row[1])));
    }

    private MatrixRow RowOf(PlanItem item, SupervisedTask? task, ILookup<string, Mention> mentions)
    {
        var on = task?.Assignment ?? item.Assignment;
        var seen = _visibility.Covers(on) || _visibility is Visibility.All;
        var named = item.Quotes.Select(quote => quote.Path).Append(item.Path).Distinct().SelectMany(path => mentions[path]).ToLookup(mention => mention.Agency);
        var cascade = seen ? task?.Cascade ?? Cascade.None : Cascade.None;
        var agencies = named.Select(group => group.Key)
            .Concat(seen ? on?.Agencies ?? [] : [])
            .Concat(cascade.SubPlans.Values.Select(stand => stand.Order.Agency))
            .Concat(cascade.Shares.Values.SelectMany(shares => shares.Shares).Select(share => share.Agency)).Distinct();
        var indicators = task?.Indicators.All ?? item.Indicators ?? [];
        return new MatrixRow(
            item.Path, item.Number, item.Title, item.Line, item.Verdict, task?.Registration?.Task, seen ? on?.DueOn : null,
            [.. indicators.Select(indicator => indicator.Name)],
            [.. agencies.Select(agency => CellOf(agency, named[agency], seen ? on : null, cascade, indicators))]);
    }

    private static MatrixCell CellOf(
        AgencyCode agency, IEnumerable<Mention> named, Assignment? on, Cascade cascade, IReadOnlyList<Indicator> indicators)
    {
        var stand = cascade.SubPlans.Values.FirstOrDefault(stand => stand.Order.Agency == agency);
        MatrixPart? part = on is null || !on.Involves(agency) ? null
            : on.Lead == agency ? MatrixPart.Lead
            : on.Responsible.Contains(agency) ? MatrixPart.Responsible
            : MatrixPart.Cooperating;
        return new MatrixCell(
            agency, [.. named.Select(mention => new MatrixMention(mention.As, mention.Quote, mention.Line))], part,
            stand is null ? null : new MatrixSubPlan(stand.Order.Plan, stand.Order.FileBy, stand.FiledOn, stand.Accepted),
            [.. indicators.SelectMany(indicator => ShareOf(cascade, indicator, agency, stand))],
            part is not null || stand is not null ? on?.DueOn : null);
    }

    private static IEnumerable<MatrixShare> ShareOf(Cascade cascade, Indicator indicator, AgencyCode agency, SubPlanStand? stand) =>
        cascade.ShareOf(indicator.Id, agency) is { } share
            ? [new MatrixShare(indicator.Name, share, stand?.Promised?.FirstOrDefault(one => one.Indicator == indicator.Id)?.Value, indicator.Unit)]
            : [];
}
