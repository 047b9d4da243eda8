using Microsoft.Data.Sqlite;
using Supervision.Agencies;
using Supervision.Calendars;
using Supervision.Coverage;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;

namespace Supervision.Api.Registers;

/// <remarks>What is not covered of a plan: now, day by day, and agency by agency.</remarks>
internal sealed partial class TaskRegister
{
    public Task<CoveragePage?> CoverageAsync(
        Caller caller, PlanId plan, CoverageQuery query, FeedPosition? seen = null, CancellationToken cancellation = default)
    {
        query.Page.RequireFlawless();
        return OfPlanAsync(caller, plan, seen, (connection, stand) =>
        {
            var at = query.On is { } day ? WorkingCalendar.EndOf(day).AddMilliseconds(-1) : stand.AsOf;
            var reader = new CoverageReader(connection, caller, plan, Organisation.Shipped);
            var counts = reader.Counts(at);
            var (items, next) = PageOf(reader.List(at, decisions: false, query.Kinds, query.Cursor, query.Limit + 1), query.Limit);
            var undecided = reader.List(at, decisions: true, query.Kinds, null, PageQuery.LimitMax).Select(row => row.Hole);
            var total = counts.Where(count => !CoverageRules.IsDecision(count.Key)).Sum(count => count.Value);
            return new CoveragePage(plan, at, total, counts, items, next, [.. undecided], stand);
        }, cancellation);
    }

    public Task<CoverageTrend?> CoverageTrendAsync(
        Caller caller, PlanId plan, DateOnly from, DateOnly to, FeedPosition? seen = null, CancellationToken cancellation = default)
    {
        if (CoverageTrend.FlawOf(from, to) is { } flaw)
            throw new ArgumentException(flaw.Refusal.With(flaw.Values).English, nameof(to));

        return OfPlanAsync(caller, plan, seen, (connection, stand) => new CoverageTrend(
            plan, DaysOf(new CoverageReader(connection, caller, plan, Organisation.Shipped).Changes(), from, to), stand), cancellation);
    }

    public Task<CoverageMatrix?> CoverageMatrixAsync(
        Caller caller, PlanId plan, FeedPosition? seen = null, CancellationToken cancellation = default) =>
        OfPlanAsync(caller, plan, seen, (connection, stand) =>
            new MatrixReader(connection, caller, plan, Organisation.Shipped).Read(stand), cancellation);

    private Task<TAnswer?> OfPlanAsync<TAnswer>(
        Caller caller, PlanId plan, FeedPosition? seen, Func<SqliteConnection, RegisterStand, TAnswer> read, CancellationToken cancellation)
        where TAnswer : class =>
        AnswerAsync(seen, (connection, text, stand) =>
            PlanRules.MayView(caller) && text.Count(connection, $"plans WHERE plan = {text.Value(plan.Value)}") > 0 ? read(connection, stand) : null,
            cancellation);

    private static List<CoverageDay> DaysOf(List<(HoleKind Kind, int Day, long Change)> changes, DateOnly from, DateOnly to)
    {
        var counts = new Dictionary<HoleKind, long>();
        var due = new Queue<(HoleKind Kind, int Day, long Change)>(changes.Where(change => !CoverageRules.IsDecision(change.Kind)).OrderBy(change => change.Day));
        var days = new List<CoverageDay>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            while (due.TryPeek(out var next) && next.Day <= day.DayNumber)
            {
                counts[next.Kind] = counts.GetValueOrDefault(next.Kind) + next.Change;
                due.Dequeue();
            }

            days.Add(new CoverageDay(day, counts.Values.Sum(), counts.Where(count => count.Value != 0).ToDictionary()));
        }

        return days;
    }
}
