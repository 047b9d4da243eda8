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
    private readonly PublishedNames _names = new(services.Ledger, services.Definitions);

    private string Id => this.GetPrimaryKeyString();

    public async Task<Receipt> PublishAsync(Caller caller, PublishDefinition command)
    {
        var examined = await ExamineAsync(caller, command.Json);
        if (examined.Refused is { } refused) return refused;

        var definition = examined.Definition!;
        await KeepContentAsync(caller, command, definition.Hash, examined.Json);
        return await ExecuteAsync(caller, command, (published, _) => published.Hash == definition.Hash
            ? Decision.Nothing
            : new DefinitionPublished(published.Version + 1, definition.Hash, definition.Name ?? Id));
    }

    public async Task<DefinitionFindings> CheckAsync(Caller caller, string draft)
    {
        var examined = await ExamineAsync(caller, draft);
        return new DefinitionFindings(examined.Findings, examined.Refused);
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

    // Reads, links and checks. What is refused here has changed nothing.
    private async Task<Examined> ExamineAsync(Caller caller, string json)
    {
        if (!DefinitionRules.MayPublish(caller)) return Examined.Not(DefinitionRefusals.NotAllowed.With([]));
        try
        {
            var (definition, linked) = await new DefinitionLinker(Services.Definitions, _names).LinkAsync(json);
            if (definition.DefinitionId != Id) return Examined.Not(DefinitionRefusals.OtherId.With([definition.DefinitionId, Id]));
            DefinitionFinding[] findings =
            [
                .. DefinitionCheck.ForPublishing(definition, await SurroundingsAsync(caller, definition)),
                .. StartTriggers.Unfit(definition, Now, Services.Days).Select(unfit => TriggerUnfit(definition, unfit.Node, unfit.Why)),
            ];
            DefinitionFinding[] errors = [.. findings.Where(finding => finding.Severity == Severity.Error)];
            return new Examined(definition, linked, findings, errors.Length == 0 ? null : DefinitionRefusals.Faulty.With([Sentence(errors)]));
        }
        catch (DefinitionFormatException e)
        {
            return Examined.Not(DefinitionRefusals.Unreadable.With([e.Message]));
        }
    }

    private async Task<Surroundings> SurroundingsAsync(Caller caller, WorkflowDefinition definition) => new(
        await _names.AmongAsync(DefinitionCheck.NamesOthers(definition)),
        // A new store gets its definitions before it has people.
        caller.Is(Role.Founder) ? null : await _names.HeldAsync());

    // A script's value is known only now. Whoever follows could not refuse it any more.
    private static DefinitionFinding TriggerUnfit(WorkflowDefinition definition, ActivityNode node, string why) => new(
        "trigger-unfit", Severity.Error, definition.NodeId(node.Id),
        $"启动触发器的设置无效：{why}", $"The start trigger cannot be set: {why}");

    private static Term Sentence(DefinitionFinding[] errors)
    {
        var (first, more) = (errors[0], errors.Length - 1);
        return more == 0
            ? new Term($"{first.Path}：{first.Chinese}", $"{first.Path}: {first.English}")
            : new Term($"{first.Path}：{first.Chinese}（另有 {more} 处）", $"{first.Path}: {first.English} (and {more} more)");
    }

    // First, in a stream of its own named by the hash: the name never stands for content that is not there. Written
    // once; a crash in between leaves content that nobody names, which harms nothing.
    private async Task KeepContentAsync(Caller caller, PublishDefinition command, string hash, string json)
    {
        var stream = DefinitionSource.ContentStream(hash);
        if ((await Services.Ledger.LoadAsync(stream, CancellationToken.None)).Tail.Count > 0) return;

        var (head, events) = new Recorder(Services.Ledger.Store.Digest, caller, command.Key.Value, Now)
            .Record(Head.Empty, [new DecidedFact(new DefinitionContent(json), null)]);
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

    /// <param name="Json">The text that is kept: with the content of what it uses named in it.</param>
    private sealed record Examined(
        WorkflowDefinition? Definition, string Json, IReadOnlyList<DefinitionFinding> Findings, Receipt.Refused? Refused)
    {
        public static Examined Not(Receipt.Refused refused) => new(null, "", [], refused);
    }
}
