using Supervision.Language;

namespace Supervision.Subscriptions;

/// <summary>Who waits for an event of one address. Key: the <see cref="EventAddress"/>'s.</summary>
[Alias("supervision.subscription")]
public interface ISubscriptionGrain : IStreamGrain, IGrainWithStringKey
{
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, SubscriptionCommand command);

    /// <summary>Who waits now, in the order in which they came; null when the caller may not see it.</summary>
    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<SubscriptionView?> ViewAsync(Caller caller);
}

[GenerateSerializer, Immutable, Alias("SubscriptionView")]
public sealed record SubscriptionView([property: Id(0)] long Version, [property: Id(1)] IReadOnlyList<Subscriber> Subscribers);
