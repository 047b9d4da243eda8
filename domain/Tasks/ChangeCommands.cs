using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>提请转办 to another lead. Standing: an approval of its own runs beside the directive.</summary>
/// <param name="DueOn">A new due date; null for the one there is.</param>
/// <param name="SkipLevelReason">Needed when the new lead is more than one level down.</param>
[GenerateSerializer, Immutable, Alias("Task.RequestTransfer")]
public sealed record RequestTransfer(
    CommandKey Key,
    [property: Id(1)] AgencyCode Lead,
    [property: Id(2)] string Reason,
    [property: Id(3)] DateOnly? DueOn = null,
    [property: Id(4)] string? SkipLevelReason = null) : TaskCommand(Key);

/// <summary>提请终止. Standing; a leader decides.</summary>
[GenerateSerializer, Immutable, Alias("Task.RequestTermination")]
public sealed record RequestTermination(CommandKey Key, [property: Id(1)] string Reason) : TaskCommand(Key);

/// <summary>提请重新办理 of what was struck off. Standing.</summary>
[GenerateSerializer, Immutable, Alias("Task.RequestReopening")]
public sealed record RequestReopening(CommandKey Key, [property: Id(1)] DateOnly DueOn, [property: Id(2)] string Reason) : TaskCommand(Key);

/// <summary>更正交办: the office assigned it wrongly, and nobody else need consent. Standing.</summary>
[GenerateSerializer, Immutable, Alias("Task.CorrectAssignment")]
public sealed record CorrectAssignment(CommandKey Key, [property: Id(1)] Assignment Assignment, [property: Id(2)] string Reason) : TaskCommand(Key);
