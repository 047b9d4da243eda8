namespace Supervision.Definitions;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Published all the same; somebody should look at it.</summary>
    Warning,

    /// <summary>Keeps a definition from being published.</summary>
    Error,
}

/// <summary>Something in a definition that a check found.</summary>
/// <param name="Code">Stable, such as <c>unreachable</c>; docs/workflows.md lists them.</param>
/// <param name="Path">The ids of the containers and of the activity joined by colons, and after a dot the property.</param>
[GenerateSerializer, Immutable, Alias("DefinitionFinding")]
public sealed record DefinitionFinding(
    [property: Id(0)] string Code, [property: Id(1)] Severity Severity, [property: Id(2)] string Path,
    [property: Id(3)] string Chinese, [property: Id(4)] string English);
