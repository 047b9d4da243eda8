using StackExchange.Redis;
using Supervision.Silo.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Ledger;

public sealed class RedisTamperTests(RedisServer server) : TamperContract, IClassFixture<RedisServer>
{
    private ConnectionMultiplexer? _outside;
    private RedisLedgerOptions? _options;

    private protected override IIntruder Intruder => new RedisIntruder(_outside!.GetDatabase(), new RedisKeys(_options!.Prefix, 4));

    private protected override async Task<ILedger> MakeAsync()
    {
        (_options, _outside) = (server.NewStore(), await server.ConnectAsync());
        return await RedisLedger.CreateAsync(_options, Sample.Store());
    }

    private protected override async Task CleanAsync() => await _outside!.DisposeAsync();

    private sealed class RedisIntruder(IDatabase redis, RedisKeys keys) : IIntruder
    {
        public Task ReplaceAsync(string stream, long place, RecordedEvent recorded) => redis.ListSetByIndexAsync(
            Events(stream), place - 1, (RedisValue)(byte[])[.. System.Text.Encoding.ASCII.GetBytes(recorded.Hash + "\n"), .. recorded.Body.Span]);

        public async Task RemoveAsync(string stream, long first, int count)
        {
            for (var n = 0; n < count; n++) await RemoveAtAsync(Events(stream), first - 1);
        }

        public async Task DeleteStreamAsync(string stream)
        {
            await redis.KeyDeleteAsync(Events(stream));
            await redis.SetRemoveAsync(keys.Streams(Shard(stream)), stream);
        }

        public Task ReplaceAsync(FeedEntry entry) => redis.ListSetByIndexAsync(
            keys.Feed(entry.Shard), entry.Position - 1,
            $"{entry.Position}\n{entry.FromSeq}\n{entry.ToSeq}\n{entry.Hash}\n{entry.Stream}");

        public Task RemoveEntryAsync(int shard, long position) => RemoveAtAsync(keys.Feed(shard), position - 1);

        public Task ReplaceAsync(StoredSeal seal) => redis.ListSetByIndexAsync(keys.Seals, seal.Number - 1, seal.Body);

        public Task RemoveNewestSealAsync() => redis.ListRightPopAsync(keys.Seals);

        private static int Shard(string stream) => StreamName.ShardOf(stream, 4);

        private RedisKey Events(string stream) => keys.Events(Shard(stream), stream);

        private async Task RemoveAtAsync(RedisKey list, long index)
        {
            await redis.ListSetByIndexAsync(list, index, "removed");
            (await redis.ListRemoveAsync(list, "removed")).Should().Be(1, "the intruder must hit something");
        }
    }
}
