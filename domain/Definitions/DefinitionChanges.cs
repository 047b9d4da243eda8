namespace Supervision.Definitions;

/// <summary>What a content of a definition has that another has not. Activities by id, arrows as <c>from:outcome->to</c>.</summary>
/// <param name="Changed">Inputs and other settings: the activity's id, or <c>workflow</c>, a dot and the property.</param>
/// <param name="Moved">Activities that stand in other containers than before.</param>
/// <param name="VariablesRemoved">Running instances lose their values.</param>
[GenerateSerializer, Immutable, Alias("DefinitionChanges")]
public sealed record DefinitionChanges(
    [property: Id(0)] string From,
    [property: Id(1)] string To,
    [property: Id(2)] IReadOnlyList<string> Added,
    [property: Id(3)] IReadOnlyList<string> Removed,
    [property: Id(4)] IReadOnlyList<string> Retyped,
    [property: Id(5)] IReadOnlyList<string> Moved,
    [property: Id(6)] IReadOnlyList<string> Changed,
    [property: Id(7)] IReadOnlyList<string> ConnectionsAdded,
    [property: Id(8)] IReadOnlyList<string> ConnectionsRemoved,
    [property: Id(9)] IReadOnlyList<string> VariablesAdded,
    [property: Id(10)] IReadOnlyList<string> VariablesRemoved,
    [property: Id(11)] IReadOnlyList<string> VariablesRetyped);
