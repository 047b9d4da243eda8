using System.Net;
using System.Security.Cryptography;
using Supervision.Evidence;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Rest;

/// <summary>A film of 20 MB on a bad line: the connection breaks, the server is killed, and what was received is there.</summary>
public sealed class EvidenceOverRestTests : IDisposable
{
    private const int Bytes = 20 * 1024 * 1024;
    private const int PieceBytes = 3 * 1024 * 1024;

    private readonly TemporaryFolder _folder = new();
    private readonly CommandLine _shell;

    public EvidenceOverRestTests() => _shell = new CommandLine(_folder.Path, Environment);

    private Dictionary<string, string> Environment => new() { ["SUPERVISION_SEALS"] = _folder.At("seals") };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_survives_a_kill_in_the_middle_and_is_verified_exported_and_restored()
    {
        var film = Film();
        var hash = EvidenceHash.OfDigest(SHA256.HashData(film));
        await using (var server = await Server.StartAsync(_folder.Path, Environment, null, "--data", "store"))
        {
            var clerk = await SignInAsync(server);
            var upload = await BeginAsync(clerk, film, hash);
            await clerk.AppendAsync(upload, 0, film[..PieceBytes]);
            await clerk.BreakOffAsync(upload, PieceBytes, film[PieceBytes..], after: PieceBytes);
            server.Kill();
        }

        await using (var server = await Server.StartAsync(_folder.Path, Environment, null, "--data", "store"))
        {
            var clerk = await SignInAsync(server);
            var upload = await BeginAsync(clerk, film, hash);
            var received = await clerk.OffsetAsync(upload);
            received.Should().BeGreaterThanOrEqualTo(PieceBytes, "that much was answered");
            for (var at = received; at < Bytes; at = await clerk.OffsetAsync(upload))
                await clerk.AppendAsync(upload, at, film[(int)at..(int)Math.Min(at + PieceBytes, Bytes)]);

            var stored = (await clerk.PostAsync($"{upload}/completion")).ShouldBe(HttpStatusCode.Created);
            stored["type"].GetString().Should().Be(EvidenceTypes.Mp4);
            (await clerk.PostAsync($"{upload}/completion")).ShouldBe(HttpStatusCode.Created)["reference"].GetString().Should().Be(hash.Reference);
            SHA256.HashData(await clerk.DownloadAsync($"evidence/{hash}/content")).Should().Equal(Convert.FromHexString(hash.Value));
            server.Kill();
        }

        (await _shell.RunAsync("verify", "--data", "store")).ShouldBeDone().Said.Should().Contain("files 1");
        (await _shell.RunAsync("export", "all.jsonl", "--data", "store")).ShouldBeDone().Said.Should().Contain("1 files of evidence");
        (await _shell.RunAsync("restore", "all.jsonl", "--data", "other")).ShouldBeDone().Said.Should().Contain("files 1");

        Directory.Delete(_folder.At("all.jsonl.evidence"), recursive: true);
        (await _shell.RunAsync("restore", "all.jsonl", "--data", "without")).ShouldEndWith(2).Said.Should().Contain("is not in the store");
    }

    private async Task<Person> SignInAsync(Server server) =>
        await server.SignInAsync("clerk", (await File.ReadAllTextAsync(_folder.At("store/demo-password.txt"))).Trim());

    private static async Task<string> BeginAsync(Person person, byte[] film, EvidenceHash hash)
    {
        var begun = await person.PostAsync("evidence/uploads", new { name = "现场.mp4", size = film.Length, sha256 = hash.Value });
        return $"evidence/uploads/{begun.ShouldBe(HttpStatusCode.Created)["upload"].GetString()}";
    }

    private static byte[] Film()
    {
        var film = new byte[Bytes];
        new Random(20).NextBytes(film);
        "\0\0\0\u0018ftypisom"u8.CopyTo(film);
        return film;
    }
}
