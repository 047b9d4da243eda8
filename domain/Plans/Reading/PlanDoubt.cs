namespace Supervision.Plans;

/// <summary>Something the reader could not settle (存疑); it says so and changes nothing.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Quote">The words in question, as in the text.</param>
/// <param name="Message">What is in doubt and what a person should do, in Chinese.</param>
/// <param name="Suggestion">What to put instead, where there is an obvious candidate.</param>
[GenerateSerializer, Immutable, Alias("PlanDoubt")]
public sealed record PlanDoubt(
    [property: Id(0)] int Line,
    [property: Id(1)] string Quote,
    [property: Id(2)] PlanDoubtKind Kind,
    [property: Id(3)] string Message,
    [property: Id(4)] string? Suggestion);

[GenerateSerializer, Alias("PlanDoubtKind")]
public enum PlanDoubtKind
{
    OcrSuspect,
    UnknownName,
    AmbiguousName,
    MissingOwner,
    MissingDeadline,
    AmbiguousHorizon,
    UnclearNumber,
    UnclearStructure,
    Other,
}
