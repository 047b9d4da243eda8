using StackExchange.Redis;
using Supervision.Silo.Erasable;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Ledger;

public sealed class RedisErasableStoreTests(RedisServer server) : ErasableStoreContract, IClassFixture<RedisServer>, IAsyncLifetime
{
    private ConnectionMultiplexer? _redis;
    private IErasableStore? _store;

    private protected override IErasableStore Store => _store!;

    public async ValueTask InitializeAsync()
    {
        _redis = await server.ConnectAsync();
        _store = new RedisErasableStore(_redis, server.NewStore().Prefix);
    }

    public ValueTask DisposeAsync() => _redis!.DisposeAsync();
}
