using System.Net;
using System.Security.Cryptography;
using Supervision.Evidence;
using Supervision.SystemTests.Ledger;
using Supervision.Tests.Evidence;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Rest;

/// <summary>Evidence of a cluster: one store for a silo and two gateways, each a process of its own.</summary>
public sealed class ClusterEvidenceTests(RedisServer redis) : IClassFixture<RedisServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_of_a_cluster_lie_in_one_store_that_may_be_away_for_a_while()
    {
        await using var store = await S3Server.StartAsync();
        var cluster = new ClusterProcesses(_folder, redis.Connection, new Dictionary<string, string>
        {
            ["SUPERVISION_EVIDENCE"] = $"{store.Url}/bucket/city",
            ["SUPERVISION_EVIDENCE_KEY"] = "key:secret",
        });
        var said = await cluster.InitAsync();
        await using var silo = await cluster.StartSiloAsync();
        await using var gateway = await cluster.StartGatewayAsync("gateway");
        await using var other = await cluster.StartGatewayAsync("other");
        var administrators = await ClusterProcesses.TakeOverAsync(gateway.Url, said);
        var clerk = await Founding.OpenAsync(gateway.Url, administrators, "chen", "supervision-office", "OfficeClerk");
        var bytes = "\uFEFF验收意见：三座书房均已建成。"u8.ToArray();
        var hash = EvidenceHash.OfDigest(SHA256.HashData(bytes));
        var begun = await clerk.PostAsync("evidence/uploads", new { name = "验收.txt", size = bytes.Length, sha256 = hash.Value });
        var upload = $"evidence/uploads/{begun.ShouldBe(HttpStatusCode.Created)["upload"].GetString()}";
        await clerk.AppendAsync(upload, 0, bytes);

        store.IsDown = true;
        (await clerk.PostAsync($"{upload}/completion")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        store.IsDown = false;
        (await clerk.PostAsync($"{upload}/completion")).ShouldBe(HttpStatusCode.Created);

        store.Names.Should().Equal($"/bucket/city/{hash}");
        var there = await other.SignInAsync("chen", Founding.Password);
        (await there.DownloadAsync($"evidence/{hash}/content")).Should().Equal(bytes);
        var auditor = await Founding.OpenAsync(gateway.Url, administrators, "zheng", "supervision-office", "Auditor");
        (await auditor.PostAsync("ledger/verification")).ShouldBeDone()["files"].GetInt64().Should().Be(1);

        (await administrators.System.PostAsync($"evidence/{hash}/removal", new { reason = "含个人信息", basis = "个人信息保护法第四十七条" })).ShouldBeDone();
        await Server.UntilAsync(() => Task.FromResult(!store.Names.Any()));
    }
}
