using Supervision.Evidence;
using Supervision.Silo.Evidence;
using Supervision.Tests.Ledger;

namespace Supervision.Tests.Evidence;

public sealed class MemoryEvidenceStoreTests : EvidenceStoreContract
{
    private protected override IEvidenceStore Store { get; } = new MemoryEvidenceStore();
}

public sealed class FolderEvidenceStoreTests : EvidenceStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private protected override IEvidenceStore Store => FolderEvidenceStore.OpenToRead(_folder.At("evidence"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_but_the_file_is_left_of_a_write_or_of_a_broken_one()
    {
        var (hash, bytes) = Sample(300_000);
        await FluentActions.Awaiting(() => Store.PutAsync(hash, new BrokenStream(bytes, 100), default)).Should().ThrowAsync<IOException>();
        await PutAsync(hash, bytes);

        Files().Should().Equal(Path.Combine("evidence", hash.Value[..2], hash.Value));
    }

    [Fact]
    public async Task What_a_killed_process_left_half_written_is_cleared_away_by_the_next_and_not_by_a_reader()
    {
        var (hash, bytes) = Sample(10);
        await PutAsync(hash, bytes);
        File.WriteAllText(_folder.At("evidence/arriving/half"), "half");

        _ = FolderEvidenceStore.OpenToRead(_folder.At("evidence"));
        Files().Should().HaveCount(2);
        _ = FolderEvidenceStore.Open(_folder.At("evidence"));
        Files().Should().ContainSingle().Which.Should().EndWith(hash.Value);
    }

    [Fact]
    public async Task A_damaged_file_is_mended_when_it_comes_again()
    {
        var (hash, bytes) = Sample(1000);
        await PutAsync(hash, bytes);
        File.WriteAllText(_folder.At(Path.Combine("evidence", hash.Value[..2], hash.Value)), "damaged");

        await PutAsync(hash, bytes);

        await using var content = await Store.OpenAsync(hash, default);
        (await ReadAsync(content!, 1000)).Should().Equal(bytes);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public async Task What_is_no_hash_is_no_path(string name) =>
        await FluentActions.Awaiting(() => Store.OpenAsync(new EvidenceHash(name), default)).Should().ThrowAsync<ArgumentException>();

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(_folder.Path, path));
}
