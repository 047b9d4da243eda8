using System.Text.Json;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Workflows;

namespace Supervision.Silo.Processes;

/// <summary>What a step changes for those who look for waits by event: followers take it to the subscriptions.</summary>
internal static class EventWaits
{
    /// <param name="before">Null at the start.</param>
    /// <param name="after">Null when the process ends without another state.</param>
    public static IEnumerable<ProcessFact> Between(string instance, InstanceState? before, InstanceState? after)
    {
        var (were, are) = (Of(instance, before), Of(instance, after));
        foreach (var (wait, name, correlation) in were.Except(are)) yield return new ProcessUnsubscribed(instance, wait, name, correlation);
        foreach (var (wait, name, correlation) in are.Except(were)) yield return new ProcessSubscribed(instance, wait, name, correlation);
    }

    /// <summary>What a process has put out so far, as an object; null for nothing.</summary>
    public static JsonText? OutputText(this InstanceState state) =>
        state.Output.IsEmpty ? null : JsonText.Of(JsonSerializer.SerializeToElement(state.Output, FactJson.Options));

    // Few processes wait for events; the others must not pay for it at every step.
    private static (string Wait, string Name, string? CorrelationId)[] Of(string instance, InstanceState? state) =>
        state?.Bookmarks.Any(bookmark => bookmark.Kind == WaitKinds.Event) != true
        ? []
        : [.. state.Waits(instance).Where(wait => wait.Kind == WaitKinds.Event)
            .Select(wait => (wait.Id, wait.Term("eventName"), string.IsNullOrEmpty(state.CorrelationId) ? null : state.CorrelationId))];
}
