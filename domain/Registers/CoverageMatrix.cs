using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>The items of a plan against the agencies: who is named, who is on it, who has made a sub-plan of it.</summary>
/// <param name="Agencies">The columns: all counties and zones, and whoever else has a cell, in the order of protocol.</param>
public sealed record CoverageMatrix(
    PlanId Plan, string Title, IReadOnlyList<MatrixAgency> Agencies, IReadOnlyList<MatrixRow> Rows, RegisterStand Stand);

public sealed record MatrixAgency(AgencyCode Code, string Name);

/// <param name="Cells">Only those in which something stands.</param>
public sealed record MatrixRow(
    string Path, int Number, string Title, int Line, ItemVerdict Verdict, TaskId? Task, DateOnly? DueOn, IReadOnlyList<string> Indicators,
    IReadOnlyList<MatrixCell> Cells);

/// <summary>What one agency has to do with one item.</summary>
/// <param name="Part">Null where it is not on the item.</param>
/// <param name="DueOn">Where it is on the item.</param>
public sealed record MatrixCell(
    AgencyCode Agency, IReadOnlyList<MatrixMention> Named, MatrixPart? Part, MatrixSubPlan? SubPlan, IReadOnlyList<MatrixShare> Shares,
    DateOnly? DueOn);

/// <summary>牵头, 责任, 配合.</summary>
public enum MatrixPart { Lead, Responsible, Cooperating }

/// <summary>A place where the text names it, and as what.</summary>
public sealed record MatrixMention(PlaceKind As, string Quote, int Line);

/// <param name="Accepted">Null while nobody has decided; false where the agency has refused it.</param>
public sealed record MatrixSubPlan(PlanId Plan, DateOnly FileBy, DateOnly? FiledOn, bool? Accepted);

/// <param name="Promised">By its accepted sub-plan; null before.</param>
public sealed record MatrixShare(string Indicator, decimal Share, decimal? Promised, string? Unit);
