using Supervision.Language;

namespace Supervision.Subscriptions;

/// <summary>Whom an event reaches. Pure.</summary>
/// <remarks>
/// It reaches whoever waits when it comes, and whoever waited when it was published and is registered later. Nobody else:
/// what begins to wait after an event is never woken by it.
/// </remarks>
public static class SubscriptionRules
{
    public const int WordLengthMax = 200;

    public static Decision Decide(Subscription subscription, Caller caller, SubscriptionCommand command, DateTimeOffset now)
    {
        if (!MayGive(caller, command))
            return Decision.Refuse(SubscriptionRefusals.NotAllowed, RoleLabels.Of(caller));

        return command switch
        {
            Subscribe c => Add(subscription, c),
            Unsubscribe c => subscription.Subscribers.Contains(c.Subscriber) ? new SubscriberRemoved(c.Subscriber) : Decision.Nothing,
            PublishEvent c when !AreFit(c) => Decision.Refuse(SubscriptionRefusals.Unfit, WordLengthMax),
            PublishEvent c => new EventPublished(c.Name, c.CorrelationId, c.Payload, now, subscription.Subscribers),
            ForwardEvent c => new EventPublished(c.Name, c.CorrelationId, c.Payload, c.At, subscription.Subscribers),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static bool MayView(Caller caller) => caller.IsAny(Role.Designer, Role.Auditor);

    private static bool MayGive(Caller caller, SubscriptionCommand command) =>
        caller.Is(Role.Follower) || (command is PublishEvent && caller.Is(Role.Designer));

    private static Decision Add(Subscription subscription, Subscribe command) => subscription.Subscribers.Contains(command.Subscriber)
        ? Decision.Nothing
        : Decision.Record(
        [
            new SubscriberAdded(command.Subscriber),
            .. subscription.Recent.Where(known => command.Since < known.At)
                .Select(known => new EventPassedOn(command.Name, known.CorrelationId, known.Payload, command.Subscriber)),
        ]);

    private static bool AreFit(PublishEvent command) =>
        command.Name.Length > 0 && IsFit(command.Name) && IsFit(command.CorrelationId ?? "");

    private static bool IsFit(string word) => word.Length <= WordLengthMax && !word.Any(char.IsControl);
}
