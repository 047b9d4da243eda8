using System.Text;
using System.Text.Json;
using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>Reads an export into an empty ledger and verifies it on arrival.</summary>
internal static class LedgerImport
{
    /// <summary>Which store the file holds, to make an empty one like it.</summary>
    public static async Task<StoreInfo> ReadStoreAsync(Stream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        return Header(await reader.ReadLineAsync());
    }

    /// <summary>Stops at the first line that does not follow; what came before it stays, so the store is then thrown away.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or cut, or does not belong into this store.</exception>
    public static async Task<VerificationReport> ReadAsync(
        ILedger ledger, Stream file, SealKey? key, Anchor? anchor, CancellationToken cancellation = default)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        await CheckFitsAsync(ledger, Header(await reader.ReadLineAsync(cancellation)), cancellation);

        var (lines, ended) = (1L, false);
        var open = new Arriving(ledger);
        while (await reader.ReadLineAsync(cancellation) is { } text)
        {
            var line = Parse(text, lines + 1);
            ended = line is EndLine end && end.Lines == lines;
            if (!ended) await open.TakeAsync(line, lines + 1);
            lines++;
        }

        if (!ended) throw new InvalidDataException($"The file ends after line {lines} without its last line: it was cut. Export it again.");

        await open.FinishAsync();
        return await LedgerVerifier.VerifyAsync(ledger, key, anchor, cancellation);
    }

    private static StoreInfo Header(string? text) =>
        text is not null && Parse(text, 1) is StoreLine { Version: StoreLine.VersionNow } line
            ? line.ToStore()
            : throw new InvalidDataException("The file does not begin as an export that this program can read. Export it again.");

    private static async Task CheckFitsAsync(ILedger ledger, StoreInfo store, CancellationToken cancellation)
    {
        if (ledger.Store != store)
            throw new InvalidDataException($"The file is of store {store.Id}, this is {ledger.Store.Id}. Make an empty store from the file.");

        for (var shard = 0; shard < store.Shards; shard++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await ledger.FeedEndAsync(shard) > 0) throw new InvalidDataException("The store is not empty. Choose an empty one.");
        }
    }

    private static ExportLine Parse(string text, long number)
    {
        try
        {
            return ExportLine.Read(text);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"Line {number} of the export cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Puts appends together again from their lines.</summary>
    private sealed class Arriving(ILedger ledger)
    {
        // A real command of this account cannot exist: ids begin with a letter or a digit.
        public const string Account = "-import";

        private readonly List<RecordedEvent> _events = [];
        private DateTimeOffset _recordedAt;

        public Task TakeAsync(ExportLine line, long number) => line switch
        {
            EventLine recorded => TakeAsync(recorded, number),
            FeedLine entry => TakeAsync(entry, number),
            CursorLine cursor => ledger.MoveCursorAsync(cursor.Follower, cursor.Shard, cursor.Position),
            SealLine seal => ledger.AppendSealAsync(new StoredSeal(seal.Number, Encoding.UTF8.GetBytes(seal.Body))),
            DueLine due => ledger.SetDueAsync(due.Stream, new DueTime(due.Key, due.At, due.Rule)),
            _ => throw new InvalidDataException($"Line {number} of the export is out of place. Export it again."),
        };

        // The answers of the import itself are of no use to anybody.
        public Task<long> FinishAsync() => ledger.PurgeAnswersAsync(DateTimeOffset.MaxValue);

        private Task TakeAsync(EventLine line, long number)
        {
            var body = Encoding.UTF8.GetBytes(line.Body);
            var envelope = EnvelopeJson.Read(body);
            if (Chain.Next(ledger.Store.Digest, envelope.PreviousHash, body) != line.Hash)
                throw new InvalidDataException($"Line {number}: event {line.Seq} of {line.Stream} does not fit its hash. Export it again.");

            _recordedAt = envelope.RecordedAt;
            _events.Add(new RecordedEvent(line.Seq, body, line.Hash));
            return Task.CompletedTask;
        }

        private async Task TakeAsync(FeedLine entry, long number)
        {
            var append = new Append(
                entry.Stream, entry.FromSeq - 1, Account, $"{entry.Position}", "", [.. _events], null, [], [], "", _recordedAt);
            _events.Clear();
            if (append.Events.Count == 0 || append.LastSeq != entry.ToSeq || append.Events[^1].Hash != entry.Hash)
                throw new InvalidDataException($"Line {number}: entry {entry.Position} of shard {entry.Shard} does not fit its events.");

            var expected = new AppendResult.Appended(new FeedPosition(entry.Shard, entry.Position));
            if (await ledger.AppendAsync(append) != expected)
                throw new InvalidDataException($"Line {number}: entry {entry.Position} of shard {entry.Shard} does not follow. Export it again.");
        }
    }
}
