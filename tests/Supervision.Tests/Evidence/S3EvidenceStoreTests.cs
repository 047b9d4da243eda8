using Supervision.Evidence;
using Supervision.Language;
using Supervision.Silo.Evidence;

namespace Supervision.Tests.Evidence;

public sealed class S3EvidenceStoreTests : EvidenceStoreContract, IAsyncLifetime
{
    private S3Server? _server;
    private S3EvidenceStore? _store;

    private protected override IEvidenceStore Store => _store!;

    public async ValueTask InitializeAsync()
    {
        _server = await S3Server.StartAsync();
        S3Address.TryParse($"{_server.Url}/bucket/city", "key:secret", out var address).Should().BeTrue();
        _store = new S3EvidenceStore(address!);
    }

    public async ValueTask DisposeAsync()
    {
        _store!.Dispose();
        await _server!.DisposeAsync();
    }

    [Fact]
    public async Task An_object_is_named_by_its_hash_in_the_folder_of_the_bucket()
    {
        var (hash, bytes) = Sample(5);
        await PutAsync(hash, bytes);

        _server!.Names.Should().Equal($"/bucket/city/{hash}");
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_no_missing_file()
    {
        _server!.IsDown = true;

        await FluentActions.Awaiting(() => Store.OpenAsync(Sample(5).Hash, default)).Should().ThrowAsync<LedgerUnavailableException>();
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_no_missing_file()
    {
        _server!.HasBucket = false;

        await FluentActions.Awaiting(() => Store.OpenAsync(Sample(5).Hash, default)).Should().ThrowAsync<LedgerUnavailableException>();
        await FluentActions.Awaiting(() => PutAsync(Sample(5).Hash, Sample(5).Bytes)).Should().ThrowAsync<LedgerUnavailableException>();
    }

    [Theory]
    [InlineData("http://127.0.0.1:9000", "key:secret")]
    [InlineData("ftp://127.0.0.1/bucket", "key:secret")]
    [InlineData("bucket", "key:secret")]
    [InlineData("http://127.0.0.1:9000/bucket", "key")]
    [InlineData("http://127.0.0.1:9000/bucket", null)]
    public void An_address_without_bucket_or_credentials_is_none(string url, string? credentials) =>
        S3Address.TryParse(url, credentials, out _).Should().BeFalse();

    [Fact]
    public void A_secret_is_not_written_into_logs()
    {
        S3Address.TryParse("https://store/bucket/a/b", "key:secret:with:colons", out var address).Should().BeTrue();

        address.Should().Be(new S3Address("https://store", "bucket", "a/b/", "key", "secret:with:colons"));
        $"{address}".Should().Be("https://store/bucket/a/b/");
    }
}
