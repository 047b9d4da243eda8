using System.Security.Cryptography;
using Supervision.Evidence;

namespace Supervision.Tests.Evidence;

/// <summary>What every store of files keeps to.</summary>
public abstract class EvidenceStoreContract
{
    private protected abstract IEvidenceStore Store { get; }

    [Fact]
    public async Task What_was_put_is_read_with_its_length_and_from_any_place()
    {
        var (hash, bytes) = Sample(100_000);
        await PutAsync(hash, bytes);

        await using var content = await Store.OpenAsync(hash, default);

        content!.Length.Should().Be(bytes.Length);
        (await ReadAsync(content, bytes.Length)).Should().Equal(bytes);
        content.Position = 99_990;
        (await ReadAsync(content, 10)).Should().Equal(bytes[99_990..]);
        content.Seek(1, SeekOrigin.Begin);
        (await ReadAsync(content, 5)).Should().Equal(bytes[1..6]);
    }

    [Fact]
    public async Task What_was_never_put_is_not_there() =>
        (await Store.OpenAsync(Sample(3).Hash, default)).Should().BeNull();

    [Fact]
    public async Task Content_of_another_hash_is_refused_and_leaves_what_was_there()
    {
        var (hash, bytes) = Sample(500);
        await FluentActions.Awaiting(() => PutAsync(hash, bytes[..^1])).Should().ThrowAsync<InvalidDataException>();
        (await Store.OpenAsync(hash, default)).Should().BeNull();

        await PutAsync(hash, bytes);
        await FluentActions.Awaiting(() => PutAsync(hash, [.. bytes, 0])).Should().ThrowAsync<InvalidDataException>();

        await using var content = await Store.OpenAsync(hash, default);
        (await ReadAsync(content!, bytes.Length)).Should().Equal(bytes);
    }

    [Fact]
    public async Task The_same_file_may_come_twice_and_from_many_at_once()
    {
        var (hash, bytes) = Sample(300_000);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PutAsync(hash, bytes)));

        await using var content = await Store.OpenAsync(hash, default);
        (await ReadAsync(content!, bytes.Length)).Should().Equal(bytes);
    }

    [Fact]
    public async Task What_was_erased_is_gone_and_may_be_erased_again()
    {
        var (hash, bytes) = Sample(10);
        await PutAsync(hash, bytes);

        await Store.EraseAsync(hash, default);
        await Store.EraseAsync(hash, default);

        (await Store.OpenAsync(hash, default)).Should().BeNull();
    }

    [Fact]
    public async Task A_write_that_is_broken_off_leaves_nothing()
    {
        var (hash, bytes) = Sample(400_000);
        await FluentActions.Awaiting(() => Store.PutAsync(hash, new BrokenStream(bytes, 200_000), default)).Should().ThrowAsync<IOException>();

        (await Store.OpenAsync(hash, default)).Should().BeNull();
    }

    private protected Task PutAsync(EvidenceHash hash, byte[] bytes) => Store.PutAsync(hash, new MemoryStream(bytes), default);

    internal static (EvidenceHash Hash, byte[] Bytes) Sample(int length, int seed = 7)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return (EvidenceHash.OfDigest(SHA256.HashData(bytes)), bytes);
    }

    internal static async Task<byte[]> ReadAsync(Stream content, int length)
    {
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes);
        return bytes;
    }
}
