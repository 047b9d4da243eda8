using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Actors;
using Supervision.Silo.Callers;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Followers;

/// <summary>What follows from a fact for processes in streams of their own: a sub-process starts, and its end answers its parent.</summary>
internal sealed class ProcessDispatch(IGrainFactory grains, ActorServices services, SystemCallers callers) : IDispatch
{
    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => fact switch
    {
        ProcessRequestRecorded { Name: RequestNames.StartProcess } e => [Start(source, e)],
        ProcessEnded e when source.Stream == StreamOf(e.Instance) => [AnswerParent(source, e)],
        _ => [],
    };

    private static string StreamOf(string process) => $"process/{process}";

    private FollowUp Start(FactSource source, ProcessRequestRecorded asked)
    {
        var process = Text(asked.Arguments, "instance")!;
        var command = new StartProcessFor(
            source.CommandKey(0), Text(asked.Arguments, "definition")!, JsonText.Of(asked.Arguments.GetProperty("input")),
            Text(asked.Arguments, "correlationId"), new ProcessOrigin(source.Stream, asked.Wait));
        return new FollowUp(StreamOf(process), () =>
            grains.GetGrain<IProcessGrain>(process).ExecuteAsync(callers.Follower(source.Author), command));
    }

    // Keyed by the fact of the end, so that the parent goes on once, however often this is sent.
    private FollowUp AnswerParent(FactSource source, ProcessEnded ended) => new(source.Stream, async () =>
    {
        if (await OriginOfAsync(source.Stream) is not { Wait: { } wait } origin) return new Receipt.Done(0, null);

        var data = new JsonObject { ["status"] = ended.How, ["why"] = ended.Why, ["output"] = ended.Output?.ToNode() };
        var receipt = await grains.GetGrain(GrainId.Parse(origin.Stream, CultureInfo.InvariantCulture)).AsReference<IStreamGrain>()
            .DeliverAsync(callers.Follower(source.Author), new Deliver(source.CommandKey(0), wait, JsonText.Of(data)));

        // A parent that stands with an incident must not lose the answer: it is parked, and an operator is called.
        return receipt is Receipt.Refused refused
            ? throw new InvalidOperationException($"{origin.Stream} was not told of the end of {source.Stream}: {refused.Code}: {refused.English}")
            : receipt;
    });

    // From the ledger, not from the actor: an actor whose last append broke off may still show what it was before.
    private async Task<ProcessOrigin?> OriginOfAsync(string stream)
    {
        await foreach (var first in services.Ledger.ReadAsync(stream, 0, CancellationToken.None))
        {
            var envelope = EnvelopeJson.Read(first.Body.Span);
            return FactJson.Read(envelope.Kind, envelope.Fact) is FreeProcessBegun begun ? begun.Origin : null;
        }

        return null;
    }

    private static string? Text(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
