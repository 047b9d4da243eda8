using System.Text;
using Supervision.Silo.Erasable;

namespace Supervision.Tests.Ledger;

public sealed class MemoryErasableStoreTests : ErasableStoreContract
{
    private protected override IErasableStore Store { get; } = new MemoryErasableStore();
}

public sealed class SqliteErasableStoreTests : ErasableStoreContract, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteErasableStore _store;

    public SqliteErasableStoreTests() => _store = SqliteErasableStore.Open(_folder.Path);

    private protected override IErasableStore Store => _store;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_erased_is_nowhere_in_the_folder()
    {
        var secret = Encoding.UTF8.GetBytes("举报人王某某的电话号码");
        await _store.PutAsync("clue/1", secret);
        Holds(secret).Should().BeTrue();

        await _store.EraseAsync("clue/1");

        Holds(secret).Should().BeFalse();
    }

    private bool Holds(byte[] secret) => Directory.EnumerateFiles(_folder.Path).Any(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(secret) >= 0;
    });
}
