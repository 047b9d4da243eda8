using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>A proposal of bulletin or interview that lies before the head. Nothing of it happens by itself.</summary>
/// <param name="Agency">Whom it concerns: the agency, or the lead of the task.</param>
/// <param name="Tasks">The one task, or the silent tasks of the agency at that time.</param>
public sealed record Measure(
    string Stream, long Seq, AgencyCode? Agency, IReadOnlyList<TaskId> Tasks, string About, string What, DateTimeOffset ProposedAt);

/// <summary>Proposals, the newest first.</summary>
public sealed record MeasurePage(IReadOnlyList<Measure> Items, long Total, string? Next, RegisterStand Stand)
{
    public const string Order = "Measures";
}
