using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Definitions;

/// <summary>A definition's catalogue entry: which content its name stands for now.</summary>
public sealed record PublishedDefinition(int Version, string? Hash, string Name) : IStreamState<PublishedDefinition>
{
    public static PublishedDefinition Initial { get; } = new(0, null, "");

    public ProcessSet Processes => ProcessSet.None;

    public PublishedDefinition Evolve(Fact fact) => fact switch
    {
        DefinitionPublished e => new(e.Version, e.Hash, e.Name),
        _ => throw UnknownFactException.Of(fact),
    };
}
