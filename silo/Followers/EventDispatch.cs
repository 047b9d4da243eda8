using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Callers;
using Supervision.Subscriptions;
using Supervision.Triggers;
using Supervision.Workflows;

namespace Supervision.Silo.Followers;

/// <summary>What follows from a fact for events and for what starts by itself: waits are registered, events delivered, processes started.</summary>
internal sealed class EventDispatch(IGrainFactory grains, SystemCallers callers) : IDispatch
{
    private const string TriggerStream = "trigger/";

    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => fact switch
    {
        ProcessSubscribed e => [Subscription(source, EventAddress.Of(e.Event, e.CorrelationId), new Subscribe(
            source.CommandKey(0), e.Event, e.CorrelationId, new Subscriber(source.Stream, e.Wait), source.RecordedAt))],
        ProcessUnsubscribed e => [Subscription(source, EventAddress.Of(e.Event, e.CorrelationId), new Unsubscribe(
            source.CommandKey(0), e.Event, e.CorrelationId, new Subscriber(source.Stream, e.Wait)))],
        ProcessRequestRecorded { Name: RequestNames.PublishEvent } e => [Publish(source, e.Arguments)],
        EventPublished e => Published(source, e),
        EventPassedOn e => [Delivery(source, 0, e.To, e.Name, e.CorrelationId, e.Payload)],
        DefinitionPublished e => [Trigger(source, source.Key, new FollowDefinition(source.CommandKey(0), e.Version, e.Hash))],
        TriggersSet e => Registered(source, e),
        TriggerFired e => [Start(source, e)],
        _ => [],
    };

    private FollowUp Publish(FactSource source, JsonElement arguments)
    {
        var name = arguments.GetProperty("name").GetString()!;
        var correlation = arguments.TryGetProperty("correlationId", out var id) ? id.GetString() : null;
        JsonText? payload = arguments.TryGetProperty("payload", out var value) && value.ValueKind != JsonValueKind.Null ? JsonText.Of(value) : null;
        return Subscription(source, EventAddress.Of(name, correlation), new ForwardEvent(
            source.CommandKey(0), name, correlation, payload, source.RecordedAt));
    }

    // First those who wait, in the order in which they began to; then the definitions that it starts, which have an address of their own.
    private IEnumerable<FollowUp> Published(FactSource source, EventPublished e)
    {
        for (var n = 0; n < e.To.Count; n++)
            yield return Delivery(source, n, e.To[n], e.Name, e.CorrelationId, e.Payload);

        var starts = EventAddress.OfStarts(e.Name);
        if (source.Key != starts.Key)
        {
            yield return Subscription(source, starts, new ForwardEvent(
                source.CommandKey(e.To.Count), e.Name, e.CorrelationId, e.Payload, e.At));
        }
    }

    private FollowUp Delivery(FactSource source, int n, Subscriber to, string name, string? correlation, JsonText? payload) =>
        to.Stream.StartsWith(TriggerStream, StringComparison.Ordinal)
            ? Trigger(source, to.Stream[TriggerStream.Length..], new MeetEvent(source.CommandKey(n), to.Wait, name, correlation, payload))
            : new FollowUp(to.Stream, () => grains.GetGrain(GrainId.Parse(to.Stream, CultureInfo.InvariantCulture)).AsReference<IStreamGrain>()
                .DeliverAsync(callers.Follower(source.Author), new Deliver(source.CommandKey(n), to.Wait, payload)));

    private IEnumerable<FollowUp> Registered(FactSource source, TriggersSet e)
    {
        var n = 0;
        foreach (var gone in e.Dropped)
        {
            yield return Subscription(source, EventAddress.OfStarts(gone.Text), new Unsubscribe(
                source.CommandKey(n++), gone.Text, null, new Subscriber(source.Stream, gone.Activity)));
        }

        foreach (var trigger in e.Triggers.Where(trigger => trigger.Kind == TriggerKinds.Event))
        {
            yield return Subscription(source, EventAddress.OfStarts(trigger.Text), new Subscribe(
                source.CommandKey(n++), trigger.Text, null, new Subscriber(source.Stream, trigger.Activity), source.RecordedAt));
        }
    }

    private FollowUp Start(FactSource source, TriggerFired e)
    {
        JsonText? input = e.Payload is { } payload
            ? JsonText.Of(new JsonObject { [StartTriggers.PayloadInput] = payload.ToNode() })
            : null;
        var process = grains.GetGrain<IProcessGrain>(e.Process.Value);
        return new FollowUp(process.GetGrainId().ToString(), () => process.ExecuteAsync(callers.Follower(source.Author), new StartProcessFor(
            source.CommandKey(0), source.Key, input, e.CorrelationId, new ProcessOrigin(source.Stream, Trigger: e.Activity))));
    }

    private FollowUp Trigger(FactSource source, string definition, TriggerCommand command)
    {
        var trigger = grains.GetGrain<ITriggerGrain>(definition);
        return new FollowUp(trigger.GetGrainId().ToString(), () => trigger.ExecuteAsync(callers.Follower(source.Author), command));
    }

    private FollowUp Subscription(FactSource source, EventAddress address, SubscriptionCommand command)
    {
        var subscription = grains.GetGrain<ISubscriptionGrain>(address.Key);
        return new FollowUp(subscription.GetGrainId().ToString(), () => subscription.ExecuteAsync(callers.Follower(source.Author), command));
    }
}
