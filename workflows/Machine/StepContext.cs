namespace Supervision.Workflows;

/// <summary>Everything a step takes from outside. The same definition, state, stimulus and context give the same bytes.</summary>
/// <param name="Now">The recorded instant of the step.</param>
/// <param name="Bases">Days that limits are counted from, by name, such as <c>dueOn</c>.</param>
/// <param name="IdSeed">What ids made by scripts (newGuid) derive from; unique for each step, such as stream and sequence.</param>
public sealed record StepContext(
    DateTimeOffset Now, IBusinessTime Calendar, IReadOnlyDictionary<string, DateOnly> Bases, string IdSeed);
