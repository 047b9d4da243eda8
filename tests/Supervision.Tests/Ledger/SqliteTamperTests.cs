using Microsoft.Data.Sqlite;
using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

public sealed class SqliteTamperTests : TamperContract
{
    private readonly TemporaryFolder _folder = new();

    private protected override IIntruder Intruder => new SqliteIntruder(_folder.At(SqliteFile.Name));

    private protected override Task<ILedger> MakeAsync() =>
        Task.FromResult<ILedger>(SqliteLedger.Create(_folder.Path, Sample.Store()));

    private protected override Task CleanAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    private sealed class SqliteIntruder(string path) : IIntruder
    {
        private static readonly string Seq = "stream = (SELECT number FROM streams WHERE name = $stream) AND seq ";

        public Task ReplaceAsync(string stream, long place, RecordedEvent recorded) => RunAsync(
            $"UPDATE events SET body = $body, hash = $hash WHERE {Seq} = $seq",
            ("$stream", stream), ("$seq", place), ("$body", recorded.Body.ToArray()), ("$hash", recorded.Hash));

        public Task RemoveAsync(string stream, long first, int count) => RunAsync(
            $"DELETE FROM events WHERE {Seq} BETWEEN $first AND $last",
            ("$stream", stream), ("$first", first), ("$last", first + count - 1));

        public async Task DeleteStreamAsync(string stream)
        {
            await RemoveAsync(stream, 1, 1_000);
            await RunAsync("DELETE FROM streams WHERE name = $stream", ("$stream", stream));
        }

        public Task ReplaceAsync(FeedEntry entry) => RunAsync(
            "UPDATE feed SET hash = $hash WHERE shard = $shard AND position = $position",
            ("$hash", entry.Hash), ("$shard", entry.Shard), ("$position", entry.Position));

        public Task RemoveEntryAsync(int shard, long position) => RunAsync(
            "DELETE FROM feed WHERE shard = $shard AND position = $position", ("$shard", shard), ("$position", position));

        public Task ReplaceAsync(StoredSeal seal) => RunAsync(
            "UPDATE seals SET body = $body WHERE number = $number", ("$body", seal.Body.ToArray()), ("$number", seal.Number));

        public Task RemoveNewestSealAsync() => RunAsync("DELETE FROM seals WHERE number = (SELECT max(number) FROM seals)");

        private async Task RunAsync(string sql, params (string Name, object Value)[] values)
        {
            await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
            (await command.ExecuteNonQueryAsync()).Should().BePositive("the intruder must hit something");
        }
    }
}
