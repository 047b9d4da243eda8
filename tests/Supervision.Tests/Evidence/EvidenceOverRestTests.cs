using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Supervision.Evidence;
using Supervision.Tests.Api;

namespace Supervision.Tests.Evidence;

/// <summary>What a browser and a program see of files.</summary>
[Collection<OneRunningSystem>]
public sealed class EvidenceOverRestTests(RunningSystem system)
{
    [Fact]
    public async Task A_file_comes_in_pieces_and_goes_out_whole_and_in_ranges_and_safely_named()
    {
        using var clerk = await system.AsAsync("clerk");
        var bytes = Encoding.UTF8.GetBytes("序号,名称\n1,城市书房\n");
        var stored = await UploadAsync(clerk, bytes, "..\\..\\验收\"明细.csv", pieces: 3);
        ((string)stored["name"]!).Should().Be("验收明细.csv");
        var address = $"/api/v1/evidence/{(string)stored["reference"]!}/content";

        using var whole = await clerk.GetAsync(address);

        (await whole.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        whole.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        var disposition = whole.Content.Headers.GetValues("Content-Disposition").Single();
        disposition.Should().StartWith("attachment; filename=").And.Contain("filename*=UTF-8''%E9%AA%8C%E6%94%B6%E6%98%8E%E7%BB%86.csv");
        whole.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        whole.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("sandbox;");
        whole.Headers.ETag!.Tag.Should().Be($"\"sha256-{HashOf(bytes)}\"");

        clerk.DefaultRequestHeaders.Range = new RangeHeaderValue(2, 5);
        using var part = await clerk.GetAsync(address);
        part.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).Should().Equal(bytes[2..6]);

        clerk.DefaultRequestHeaders.Range = null;
        clerk.DefaultRequestHeaders.IfNoneMatch.Add(whole.Headers.ETag);
        using var known = await clerk.GetAsync(address);
        known.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_file_does_not_exist_for_others_until_a_task_they_see_names_it()
    {
        using var clerk = await system.AsAsync("clerk");
        using var leader = await system.AsAsync("leader");
        using var auditor = await system.AsAsync("auditor");
        var stored = await UploadAsync(clerk, Encoding.UTF8.GetBytes("只给督查室看"), "a.txt", pieces: 1);
        var address = $"/api/v1/evidence/{(string)stored["reference"]!}";

        foreach (var other in new[] { leader, auditor })
        {
            foreach (var path in new[] { "", "/content", "/uses" })
            {
                using var answer = await other.GetAsync(address + path);
                answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
                (await answer.CodeAsync()).Should().Be("evidence.not-found");
            }
        }
    }

    [Fact]
    public async Task The_offset_can_be_asked_for_and_a_wrong_one_is_told()
    {
        using var clerk = await system.AsAsync("clerk");
        var bytes = Encoding.UTF8.GetBytes("一份要传两次的材料");
        var upload = await BeginAsync(clerk, bytes, "a.txt");
        using var first = await AppendAsync(clerk, upload, 0, bytes[..4]);
        first.Headers.GetValues("Upload-Offset").Should().Equal("4");

        using var head = new HttpRequestMessage(HttpMethod.Head, upload);
        using var stand = await clerk.SendAsync(head);
        stand.Headers.GetValues("Upload-Offset").Should().Equal("4");
        stand.Headers.GetValues("Upload-Length").Should().Equal($"{bytes.Length}");

        using var wrong = await AppendAsync(clerk, upload, 0, bytes);
        (await wrong.CodeAsync()).Should().Be("evidence.other-offset");
        using var none = await clerk.PatchAsync(upload, new ByteArrayContent(bytes));
        none.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_file_is_removed_by_the_system_administrator_with_a_reason_and_is_gone()
    {
        using var clerk = await system.AsAsync("clerk");
        using var administrator = await system.AsAsync("sysadmin");
        var stored = await UploadAsync(clerk, Encoding.UTF8.GetBytes("含有个人信息的材料"), "a.txt", pieces: 1);
        var address = $"/api/v1/evidence/{(string)stored["reference"]!}";
        var body = new { reason = "含个人信息", basis = "个人信息保护法第四十七条" };

        using var refused = await clerk.CommandAsync(HttpMethod.Post, address + "/removal", body);
        (await refused.CodeAsync()).Should().Be("evidence.not-allowed");
        using var removed = await administrator.CommandAsync(HttpMethod.Post, address + "/removal", body);
        removed.StatusCode.Should().Be(HttpStatusCode.OK);

        using var gone = await clerk.GetAsync(address + "/content");
        gone.StatusCode.Should().Be(HttpStatusCode.Gone);
    }

    private static async Task<JsonObject> UploadAsync(HttpClient client, byte[] bytes, string name, int pieces)
    {
        var upload = await BeginAsync(client, bytes, name);
        for (var n = 0; n < pieces; n++)
        {
            var (from, to) = (bytes.Length * n / pieces, bytes.Length * (n + 1) / pieces);
            using var appended = await AppendAsync(client, upload, from, bytes[from..to]);
            appended.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        using var done = await client.PostAsync($"{upload}/completion", null);
        done.StatusCode.Should().Be(HttpStatusCode.Created);
        return (await done.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static async Task<string> BeginAsync(HttpClient client, byte[] bytes, string name)
    {
        using var begun = await client.PostAsJsonAsync("/api/v1/evidence/uploads", new { name, size = bytes.Length, sha256 = HashOf(bytes).Value });
        begun.StatusCode.Should().Be(HttpStatusCode.Created);
        return begun.Headers.Location!.ToString();
    }

    private static async Task<HttpResponseMessage> AppendAsync(HttpClient client, string upload, long offset, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload) { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("Upload-Offset", $"{offset}");
        return await client.SendAsync(request);
    }

    private static EvidenceHash HashOf(byte[] bytes) => EvidenceHash.OfDigest(System.Security.Cryptography.SHA256.HashData(bytes));
}
