using System.Runtime.CompilerServices;
using System.Text.Json;
using Supervision.Evidence;
using Supervision.Language;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Evidence;

/// <param name="Seq">The newest fact about it.</param>
internal sealed record StoredFile(string Stream, long Seq, EvidenceHash Hash, EvidenceFile File);

/// <summary>Every file that a ledger speaks of, from its facts alone: a snapshot proves nothing.</summary>
internal static class StoredFiles
{
    private static readonly string Prefix = "evidence/";

    public static async IAsyncEnumerable<StoredFile> OfAsync(ILedger ledger, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var shard = 0; shard < ledger.Store.Shards; shard++)
        {
            await foreach (var stream in ledger.ListStreamsAsync(shard, cancellation))
            {
                if (stream.StartsWith(Prefix, StringComparison.Ordinal) && await FindAsync(ledger, stream, cancellation) is { } found)
                    yield return found;
            }
        }
    }

    private static async Task<StoredFile?> FindAsync(ILedger ledger, string stream, CancellationToken cancellation)
    {
        var (file, seq) = (EvidenceFile.Initial, 0L);
        await foreach (var recorded in ledger.ReadAsync(stream, 0, cancellation))
        {
            if (Read(recorded) is { } fact) file = file.Evolve(fact);
            seq = recorded.Seq;
        }

        return EvidenceHash.TryParse(stream[Prefix.Length..], null, out var hash) ? new StoredFile(stream, seq, hash, file) : null;
    }

    // What cannot be read is named by the check of its stream.
    private static Fact? Read(RecordedEvent recorded)
    {
        try
        {
            var envelope = EnvelopeJson.Read(recorded.Body.Span);
            var fact = FactJson.Read(envelope.Kind, envelope.Fact);
            return fact is EvidenceStored or EvidenceRemoved ? fact : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
