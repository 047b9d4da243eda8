using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Triggers;

/// <summary>What starts a published definition by itself, as the ledger tells it.</summary>
/// <param name="Version">The version of the definition.</param>
/// <param name="Due">When each trigger with a schedule comes next, by activity.</param>
public sealed record DefinitionTriggers(int Version, ImmutableList<StartTrigger> All, ImmutableSortedDictionary<string, DateTimeOffset> Due)
    : IStreamState<DefinitionTriggers>
{
    private const string Tick = "tick";

    public static DefinitionTriggers Initial { get; } = new(0, [], ImmutableSortedDictionary<string, DateTimeOffset>.Empty);

    public ProcessSet Processes => ProcessSet.None;

    public IReadOnlyDictionary<string, DateTimeOffset> Dues =>
        Due.ToDictionary(due => ProcessSet.DueKeyOf(due.Key, Tick), due => due.Value);

    public DefinitionTriggers Evolve(Fact fact) => fact switch
    {
        TriggersSet e => new(e.Version, [.. e.Triggers], e.Due.ToImmutableSortedDictionary()),
        TriggerFired { Tick: null } => this,
        TriggerFired e => this with { Due = e.Next is { } next ? Due.SetItem(e.Activity, next) : Due.Remove(e.Activity) },
        _ => throw UnknownFactException.Of(fact),
    };
}
