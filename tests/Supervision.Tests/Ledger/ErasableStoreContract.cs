using Supervision.Silo.Erasable;

namespace Supervision.Tests.Ledger;

/// <summary>What every erasable store does.</summary>
public abstract class ErasableStoreContract
{
    private protected abstract IErasableStore Store { get; }

    [Fact]
    public async Task A_value_is_kept_replaced_and_erased()
    {
        (await Store.FindAsync("draft/1")).Should().BeNull();

        await Store.PutAsync("draft/1", [1, 2]);
        await Store.PutAsync("draft/1", [3]);
        await Store.PutAsync("draft/2", []);
        (await Store.FindAsync("draft/1")).Should().Equal(3);
        (await Store.FindAsync("draft/2")).Should().BeEmpty();

        await Store.EraseAsync("draft/1");
        await Store.EraseAsync("draft/1");
        (await Store.FindAsync("draft/1")).Should().BeNull();
        (await Store.FindAsync("draft/2")).Should().NotBeNull();
    }

    [Fact]
    public async Task A_value_that_is_too_big_is_refused() =>
        await Store.Awaiting(it => it.PutAsync("draft/1", new byte[IErasableStore.ValueBytesMax + 1])).Should().ThrowAsync<ArgumentException>();
}
