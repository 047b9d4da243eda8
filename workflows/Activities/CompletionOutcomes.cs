using System.Collections.Immutable;
using System.Text.Json;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Activities;

/// <summary>The outcomes that a Complete inside has given to the composite around it, kept in the composite's run.</summary>
/// <remarks>As in Elsa the text of a list is one outcome of that name; a script's list, and a literal, are what they say.</remarks>
internal static class CompletionOutcomes
{
    private const string Name = "outcomes";

    public static void Give(ActivityRun composite, JsonElement outcomes) =>
        composite.Kept = composite.Kept.With(Name, outcomes);

    public static ImmutableArray<string> Of(ActivityRun composite) =>
        composite.Kept.TryGetValue(Name, out var outcomes) ? Words(outcomes) : [];

    private static ImmutableArray<string> Words(JsonElement outcomes) =>
        outcomes.ValueKind == JsonValueKind.Array ? ValueTypes.ToWords(outcomes) : [ValueTypes.ToText(outcomes) ?? ""];
}
