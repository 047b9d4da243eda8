using Supervision.Coverage;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>One hole, with the plan's own words and what to do next.</summary>
/// <param name="Code">Stable, such as <c>coverage.no-owner</c>.</param>
/// <param name="Path">Of the item; null for the plan as a whole.</param>
/// <param name="Quote">Literal words of the plan, with their line; null where nothing in the text is meant.</param>
/// <param name="Sentence">What is missing and the suggested next step.</param>
/// <param name="Since">When it opened.</param>
public sealed record HoleRow(
    HoleKind Kind, string Code, PlanId Plan, string? Path, TaskId? Task, AgencyCode? Agency, string? Quote, int? Line, Term Sentence,
    DateTimeOffset Since);

/// <summary>What is not covered of a plan and of all that hangs below it.</summary>
/// <param name="Counts">Holes by kind, over all pages, and the decisions that are listed apart.</param>
/// <param name="Total">Holes over all pages, without the decisions.</param>
/// <param name="Items">Holes by kind, then by plan and item.</param>
/// <param name="Undecided">Items that are open, dropped or put off: the first of them.</param>
public sealed record CoveragePage(
    PlanId Plan, DateTimeOffset On, long Total, IReadOnlyDictionary<HoleKind, long> Counts, IReadOnlyList<HoleRow> Items, string? Next,
    IReadOnlyList<HoleRow> Undecided, RegisterStand Stand)
{
    public const string Order = "Coverage";
}

/// <summary>Which holes of a plan.</summary>
/// <param name="On">As they stood at the end of this day; null for now. A day to come shows what will open by itself.</param>
/// <param name="Kinds">Only these; null for all.</param>
public sealed record CoverageQuery(DateOnly? On = null, IReadOnlyList<HoleKind>? Kinds = null, PageCursor? Cursor = null, int Limit = TaskQuery.LimitDefault)
{
    public PageQuery Page => new(CoveragePage.Order, Cursor, Limit);

    /// <summary>What is wrong with the query, or null.</summary>
    public (Refusal Refusal, object[] Values)? Flaw() => Page.Flaw();
}

/// <summary>Holes at the end of one day, by kind; kinds without one are left out.</summary>
public sealed record CoverageDay(DateOnly On, long Total, IReadOnlyDictionary<HoleKind, long> Counts);

/// <summary>Holes over time.</summary>
public sealed record CoverageTrend(PlanId Plan, IReadOnlyList<CoverageDay> Days, RegisterStand Stand)
{
    public const int DaysMax = 800;

    /// <summary>What is wrong with a span of days, or null.</summary>
    public static (Refusal Refusal, object[] Values)? FlawOf(DateOnly from, DateOnly to) =>
        to < from || to.DayNumber - from.DayNumber >= DaysMax ? (RegisterRefusals.DaysOutOfRange, [from, to, DaysMax]) : null;
}
