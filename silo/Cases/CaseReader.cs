using System.Text;
using System.Text.RegularExpressions;
using Supervision.Cases;
using Supervision.Evidence;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Ledger;
using Supervision.Silo.Processes;
using Supervision.Tasks;
using Supervision.Workflows;

namespace Supervision.Silo.Cases;

/// <summary>Gathers one case from a ledger: what it is made of, and what proves it.</summary>
/// <remarks>Reads the feed of each shard that the case touches from its beginning: its time grows with the ledger, not with the case.</remarks>
internal sealed partial class CaseReader(ILedger ledger)
{
    private readonly Dictionary<string, List<RecordedEvent>> _streams = new(StringComparer.Ordinal);
    private readonly List<CaseFile> _files = [];

    /// <summary>Null when nothing was ever recorded of the task.</summary>
    public static Task<CaseRecords?> FindAsync(ILedger ledger, TaskId task, CancellationToken cancellation = default) =>
        new CaseReader(ledger).FindAsync(task, cancellation);

    private async Task<CaseRecords?> FindAsync(TaskId task, CancellationToken cancellation)
    {
        // Before the events: a seal must not speak of what was appended after they had been read.
        var seals = await ledger.ListSealsAsync();
        if (await AddAsync($"task/{task}", cancellation) is not { Count: > 0 } own) return null;

        foreach (var recorded in own)
            await FollowAsync(recorded, cancellation);
        var proof = await new CaseProof(ledger, seals, _streams.ToDictionary(stream => stream.Key, stream => stream.Value[^1].Seq)).ReadAsync();
        var store = ledger.Store;
        return new CaseRecords(
            task.Value, store.Id, store.Kind.ToString(), store.Digest, store.Shards,
            [.. from stream in _streams from recorded in stream.Value select EventOf(stream.Key, recorded)],
            proof.Feed, proof.Seals, _files);
    }

    // What a fact names belongs to the case: its plan, the definition that made the step, the files that prove it.
    private async Task FollowAsync(RecordedEvent recorded, CancellationToken cancellation)
    {
        var envelope = EnvelopeJson.Read(recorded.Body.Span);
        var fact = FactJson.Read(envelope.Kind, envelope.Fact);
        if (fact is TaskRegistered { Origin: { } origin }) await AddAsync($"plan/{origin.Plan}", cancellation);
        if (envelope.Definition is { } definition) await AddDefinitionAsync(definition, cancellation);
        if (fact is ProcessStarted started) await AddDefinitionAsync(started.Hash, cancellation);
        foreach (Match named in FileName().Matches(Encoding.UTF8.GetString(recorded.Body.Span)))
            await AddFileAsync(new EvidenceHash(named.Groups[1].Value), cancellation);
    }

    private async Task AddDefinitionAsync(string hash, CancellationToken cancellation)
    {
        var stream = DefinitionSource.ContentStream(hash);
        if (_streams.ContainsKey(stream) || await AddAsync(stream, cancellation) is not [var first, ..]) return;

        var json = EnvelopeJson.Read(first.Body.Span).Fact.GetProperty("json").GetString()!;
        foreach (var use in DefinitionLinks.In(DefinitionReader.Read(Encoding.UTF8.GetBytes(json))).Where(use => use.Hash.Length > 0))
            await AddDefinitionAsync(use.Hash, cancellation);
    }

    private async Task AddFileAsync(EvidenceHash hash, CancellationToken cancellation)
    {
        if (_streams.ContainsKey($"evidence/{hash}")) return;

        var file = (await AddAsync($"evidence/{hash}", cancellation))
            .Select(recorded => EnvelopeJson.Read(recorded.Body.Span))
            .Aggregate(EvidenceFile.Initial, (state, at) => FactJson.Read(at.Kind, at.Fact) is EvidenceStored or EvidenceRemoved
                ? state.Evolve(FactJson.Read(at.Kind, at.Fact)!) : state);
        if (file.Hash is not null)
            _files.Add(new CaseFile(hash, file.Holders[0].Name, file.Type, file.Removal is not null));
    }

    private async Task<IReadOnlyList<RecordedEvent>> AddAsync(string stream, CancellationToken cancellation)
    {
        var events = new List<RecordedEvent>();
        await foreach (var recorded in ledger.ReadAsync(stream, 0, cancellation))
            events.Add(recorded);
        if (events.Count > 0) _streams[stream] = events;
        return events;
    }

    private static CaseEvent EventOf(string stream, RecordedEvent recorded) =>
        new(stream, recorded.Seq, Encoding.UTF8.GetString(recorded.Body.Span), recorded.Hash);

    [GeneratedRegex("sha256:([0-9a-f]{64})")]
    private static partial Regex FileName();
}
