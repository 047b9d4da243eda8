using System.Text;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Silo.Ledger;
using Supervision.Silo.Processes;
using Supervision.Workflows;

namespace Supervision.Silo.Definitions;

[GrainType("definition")]
internal sealed class DefinitionGrain(ActorServices services) : StreamGrain<PublishedDefinition>(services), IDefinitionGrain
{
    private string Id => this.GetPrimaryKeyString();

    public async Task<Receipt> PublishAsync(Caller caller, PublishDefinition command)
    {
        if (!DefinitionRules.MayPublish(caller))
            return DefinitionRefusals.NotAllowed.With([]);
        if (!TryRead(command.Json, out var definition, out var why))
            return DefinitionRefusals.Unreadable.With([why]);
        if (definition.DefinitionId != Id)
            return DefinitionRefusals.OtherId.With([definition.DefinitionId, Id]);
        if (DefinitionCheck.ForPublishing(definition) is [var fault, ..])
            return DefinitionRefusals.Faulty.With([new Term($"{fault.Path}：{fault.Chinese}", $"{fault.Path}: {fault.English}")]);

        await KeepContentAsync(caller, command, definition.Hash);
        return await ExecuteAsync(caller, command, (published, _) => published.Hash == definition.Hash
            ? Decision.Nothing
            : new DefinitionPublished(published.Version + 1, definition.Hash, definition.Name ?? Id));
    }

    public async Task<DefinitionView?> ViewAsync(Caller caller)
    {
        if (!MayView(caller) || State.Hash is not { } hash) return null;

        var loaded = await Services.Ledger.LoadAsync(DefinitionSource.ContentStream(hash), CancellationToken.None);
        var envelope = EnvelopeJson.Read(loaded.Tail[0].Body.Span);
        return FactJson.Read(envelope.Kind, envelope.Fact) is DefinitionContent content
            ? new DefinitionView(Id, State.Version, hash, State.Name, content.Json)
            : null;
    }

    public async Task<DefinitionChanges?> CompareAsync(Caller caller, string from)
    {
        if (!MayView(caller) || State.Hash is not { } hash) return null;

        return await Services.Definitions.FindAsync(from) is { } earlier && earlier.DefinitionId == Id
            ? DefinitionComparison.Of(earlier, await Services.Definitions.OfHashAsync(hash))
            : null;
    }

    protected override bool MayView(Caller caller) => DefinitionRules.MayView(caller);

    private static bool TryRead(
        string json, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WorkflowDefinition? definition, out string why)
    {
        try
        {
            (definition, why) = (DefinitionReader.Read(Encoding.UTF8.GetBytes(json)), "");
            return true;
        }
        catch (DefinitionFormatException e)
        {
            (definition, why) = (null, e.Message);
            return false;
        }
    }

    // First, in a stream of its own named by the hash: the name never stands for content that is not there. Written
    // once; a crash in between leaves content that nobody names, which harms nothing.
    private async Task KeepContentAsync(Caller caller, PublishDefinition command, string hash)
    {
        var stream = DefinitionSource.ContentStream(hash);
        if ((await Services.Ledger.LoadAsync(stream, CancellationToken.None)).Tail.Count > 0) return;

        var (head, events) = new Recorder(Services.Ledger.Store.Digest, caller, command.Key.Value, Now)
            .Record(Head.Empty, [new DecidedFact(new DefinitionContent(command.Json), null)]);
        try
        {
            await Services.Ledger.AppendAsync(new Append(
                stream, 0, caller.Account.Value, command.Key.Value, hash, events, null, [], [], AnswerJson.Write(head.Seq), Now));
        }
        catch (LedgerConflictException)
        {
            // Another definition of the same content was quicker; the content is there.
        }
    }
}
