using Supervision.Evidence;
using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>列入问题清单. Standing.</summary>
/// <param name="Agency">Who is to put it right, of those on the task; null for the lead.</param>
[GenerateSerializer, Immutable, Alias("Task.RaiseProblem")]
public sealed record RaiseProblem(
    CommandKey Key, [property: Id(1)] string Text, [property: Id(2)] DateOnly DueOn, [property: Id(3)] AgencyCode? Agency = null) : TaskCommand(Key);

/// <summary>报整改结果, with what proves it. Standing.</summary>
[GenerateSerializer, Immutable, Alias("Task.ReportRectification")]
public sealed record ReportRectification(
    CommandKey Key, [property: Id(1)] int Number, [property: Id(2)] string Text, [property: Id(3)] IReadOnlyList<EvidenceReference> Evidence)
    : TaskCommand(Key), ICitesEvidence;

/// <summary>核验整改: true where it holds; false sends it back to the agency. Standing.</summary>
[GenerateSerializer, Immutable, Alias("Task.VerifyRectification")]
public sealed record VerifyRectification(
    CommandKey Key, [property: Id(1)] int Number, [property: Id(2)] bool Accepted, [property: Id(3)] string Finding) : TaskCommand(Key);

/// <summary>问题销号. Standing.</summary>
[GenerateSerializer, Immutable, Alias("Task.CloseProblem")]
public sealed record CloseProblem(CommandKey Key, [property: Id(1)] int Number, [property: Id(2)] string Conclusion) : TaskCommand(Key);
