using Supervision.Language;
using Supervision.Silo.Ledger;
using Supervision.Tasks;

namespace Supervision.SystemTests.Faults;

/// <summary>What the ledger holds, held against what the test was told.</summary>
/// <param name="Lost">Acknowledged, and not in the ledger, or not at the version that was acknowledged.</param>
/// <param name="Doubled">In the ledger more than once, acknowledged or not.</param>
internal sealed record LedgerCheck(int Acknowledged, int Sent, int Lost, int Doubled, long Events, IReadOnlyList<Finding> Findings)
{
    public static async Task<LedgerCheck> RunAsync(ILedger ledger, CommandLog log)
    {
        var appended = await AppendedAsync(ledger);
        var acknowledged = log.Commands.Where(command => command.Value is not null).ToArray();
        var report = await LedgerVerifier.VerifyAsync(ledger, null, null);
        return new LedgerCheck(
            acknowledged.Length, log.Commands.Count,
            acknowledged.Count(command => !appended[command.Key].Contains(command.Value!.Value)),
            appended.Count(appends => appends.Count() > 1), report.Events, report.Findings);
    }

    /// <summary>How often each rung was reached for each silence of a stream: never more than once.</summary>
    public static async Task<IReadOnlyList<int>> RungsAsync(ILedger ledger, string stream)
    {
        var rungs = new List<TaskEscalated>();
        await foreach (var recorded in ledger.ReadAsync(stream, 0, CancellationToken.None))
        {
            var envelope = EnvelopeJson.Read(recorded.Body.Span);
            if (FactJson.Read(envelope.Kind, envelope.Fact) is TaskEscalated escalated) rungs.Add(escalated);
        }

        return [.. rungs.GroupBy(rung => (rung.About, rung.Rung)).Select(same => same.Count())];
    }

    /// <summary>How many due times have passed and still stand in the index.</summary>
    public static async Task<int> OverdueAsync(ILedger ledger, DateTimeOffset now)
    {
        var overdue = 0;
        for (var shard = 0; shard < ledger.Store.Shards; shard++)
            overdue += (await ledger.ListDueAsync(shard, now, 1_000)).Count;
        return overdue;
    }

    // One entry of a feed is one append; the key stands in its events.
    private static async Task<ILookup<(string Stream, string Key), long>> AppendedAsync(ILedger ledger)
    {
        var appends = new List<((string, string) Command, long Version)>();
        var keys = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var shard = 0; shard < ledger.Store.Shards; shard++)
        {
            foreach (var entry in await ledger.ReadFeedAsync(shard, 0, int.MaxValue))
            {
                if (!keys.TryGetValue(entry.Stream, out var ofStream))
                    keys[entry.Stream] = ofStream = await KeysAsync(ledger, entry.Stream);
                appends.Add(((entry.Stream, ofStream[entry.FromSeq - 1]), entry.ToSeq));
            }
        }

        return appends.ToLookup(append => append.Command, append => append.Version);
    }

    private static async Task<string[]> KeysAsync(ILedger ledger, string stream)
    {
        var keys = new List<string>();
        await foreach (var recorded in ledger.ReadAsync(stream, 0, CancellationToken.None))
            keys.Add(EnvelopeJson.Read(recorded.Body.Span).CommandKey);
        return [.. keys];
    }
}
