using Supervision.Language;

namespace Supervision.Triggers;

/// <summary>What starts processes of one published definition by itself. Key: the definition's id.</summary>
/// <remarks>One actor in the whole cluster holds the schedule, so nothing has to keep two from firing.</remarks>
[Alias("supervision.trigger")]
public interface ITriggerGrain : IStreamGrain, IGrainWithStringKey
{
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, TriggerCommand command);

    /// <summary>The triggers of the published version and when each comes next; null when the caller may not see them.</summary>
    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<TriggerView?> ViewAsync(Caller caller);
}

/// <param name="Due">When each trigger with a schedule comes next, by activity.</param>
[GenerateSerializer, Immutable, Alias("TriggerView")]
public sealed record TriggerView(
    [property: Id(0)] int Version,
    [property: Id(1)] IReadOnlyList<StartTrigger> Triggers,
    [property: Id(2)] IReadOnlyDictionary<string, DateTimeOffset> Due);
