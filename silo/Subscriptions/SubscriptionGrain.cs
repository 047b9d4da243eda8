using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Subscriptions;

namespace Supervision.Silo.Subscriptions;

[GrainType("subscription")]
internal sealed class SubscriptionGrain(ActorServices services) : StreamGrain<Subscription>(services), ISubscriptionGrain
{
    public Task<Receipt> ExecuteAsync(Caller caller, SubscriptionCommand command) => ExecuteAsync(
        caller, command, (subscription, now) => SubscriptionRules.Decide(subscription, caller, command, now));

    public Task<SubscriptionView?> ViewAsync(Caller caller) =>
        Task.FromResult(MayView(caller) ? new SubscriptionView(Version, State.Subscribers) : null);

    protected override bool MayView(Caller caller) => SubscriptionRules.MayView(caller);
}
