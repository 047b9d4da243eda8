using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Rest;

/// <summary>A package of evidence and the second program that checks it (tests/package-checker; needs node).</summary>
[Collection(DemoServer.Name)]
public sealed class PackageTests(DemoServer demo) : IDisposable
{
    private static readonly string Stream = "task/pack-1";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_package_is_whole_and_every_alteration_is_named()
    {
        var auditor = await demo.SignInAsync("auditor");
        await MakeCaseAsync(auditor);
        (await demo.Clerk.GetAsync("tasks/pack-1/package")).ShouldBe(HttpStatusCode.Forbidden);
        (await auditor.GetAsync("tasks/pack-0/package")).ShouldBe(HttpStatusCode.NotFound);
        await File.WriteAllBytesAsync(_folder.At("rest.zip"), await auditor.DownloadAsync("tasks/pack-1/package"));
        var shell = new CommandLine(_folder.Path, demo.Environment);
        var said = (await shell.RunAsync("package", "pack-1", "case.zip", "--data", demo.Data)).ShouldBeDone().Said;
        (await shell.RunAsync("package", "pack-1", "case.zip", "--data", demo.Data)).ShouldEndWith(2, "a file that is there is left alone");
        (await shell.RunAsync("package", "pack-0", "none.zip", "--data", demo.Data)).ShouldEndWith(1);

        Check("rest.zip").ShouldBeDone().Said.Should().Contain("whole").And.Contain(" 0 appends not sealed");
        Check("case.zip", said.Trim()[^64..]).ShouldBeDone();
        Check("case.zip", new string('0', 64)).ShouldEndWith(1).Said.Should().Contain("another package");

        foreach (var path in Unpack("whole")) OneByteIsNamed(path);
        Altered("ledger/events.jsonl", text => text.Replace("完成 30%", "完成 90%", StringComparison.Ordinal), "of task/pack-1 was altered");
        Altered("ledger/feed.jsonl", text => text.Replace("\"toSeq\":1,", "\"toSeq\":2,", StringComparison.Ordinal), "tells of another event 2");
        Altered("ledger/seals.jsonl", text => text.Replace("\\\"root\\\":\\\"", "\\\"root\\\":\\\"0", StringComparison.Ordinal), "its root does not fit");
        Altered(PathIn("definitions"), text => text + " ", "is not what the ledger holds");
        Altered(PathIn("files"), text => text + " ", "the hash in its name");
        Altered("index.html", text => text, "The package is whole", code: 0);
        RechainedIsNamed();
    }

    // Registered to under way, a report with a file, sealed.
    private async Task MakeCaseAsync(Person auditor)
    {
        await demo.NewTask("pack-1").UnderWayAsync();
        var bytes = Encoding.UTF8.GetBytes("序号,名称\n1,城市书房\n");
        var begun = (await demo.Liaison.PostAsync("evidence/uploads", new
        {
            name = "明细.csv",
            size = bytes.Length,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        })).ShouldBe(HttpStatusCode.Created);
        var upload = $"evidence/uploads/{begun["upload"].GetString()}";
        await demo.Liaison.AppendAsync(upload, 0, bytes);
        var reference = (await demo.Liaison.PostAsync($"{upload}/completion")).ShouldBe(HttpStatusCode.Created)["reference"].GetString();
        (await demo.Liaison.PostAsync("tasks/pack-1/reports", new { percent = 30, text = "完成 30%", evidence = new[] { new { name = "明细", reference } } }))
            .ShouldBeDone();
        (await auditor.PostAsync("ledger/seals")).ShouldBeDone();
    }

    private void OneByteIsNamed(string path)
    {
        Unpack("one");
        var file = _folder.At($"one/{path}");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        Check("one").ShouldEndWith(1, path).Said.Should().Contain(path == "manifest.sha256" ? path : path + " ");
    }

    // As somebody would who writes the hashes of the manifest anew.
    private void Altered(string path, Func<string, string> alter, string sentence, int code = 1)
    {
        Unpack("altered");
        var before = File.ReadAllText(_folder.At($"altered/{path}"));
        File.WriteAllText(_folder.At($"altered/{path}"), alter(before));
        MendManifest("altered", _ => { });
        Check("altered").ShouldEndWith(code, path).Said.Should().Contain(sentence);
    }

    // And the chain, the feed and the heads with it: a seal has seen another feed.
    private void RechainedIsNamed()
    {
        Unpack("chain");
        var (head, hashes) = ("", new Dictionary<long, string>());
        Rewrite("chain/ledger/events.jsonl", "stream", line =>
        {
            var body = line["body"]!.GetValue<string>().Replace("完成 30%", "完成 90%", StringComparison.Ordinal);
            body = head.Length == 0 ? body : ReplacePrevious(body, head);
            head = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{head}\n{body}")));
            (line["body"], line["hash"]) = (body, head);
            hashes[line["seq"]!.GetValue<long>()] = head;
        });
        Rewrite("chain/ledger/feed.jsonl", "stream", line => line["hash"] = hashes[line["toSeq"]!.GetValue<long>()]);
        MendManifest("chain", manifest => manifest["streams"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == Stream)!["head"] = head);
        Check("chain").ShouldEndWith(1).Said.Should().Contain("is not what seal").And.NotContain("was altered");
    }

    private static string ReplacePrevious(string body, string previous)
    {
        var at = body.IndexOf("\"prev\":\"", StringComparison.Ordinal) + "\"prev\":\"".Length;
        return string.Concat(body.AsSpan(0, at), previous, body.AsSpan(at + previous.Length));
    }

    private void Rewrite(string path, string name, Action<JsonNode> change)
    {
        var lines = File.ReadAllLines(_folder.At(path)).Select(text =>
        {
            var line = JsonNode.Parse(text)!;
            if (line[name]!.GetValue<string>() == Stream) change(line);
            return line.ToJsonString();
        });
        File.WriteAllText(_folder.At(path), string.Concat(lines.ToList().Select(line => line + "\n")));
    }

    private void MendManifest(string folder, Action<JsonNode> change)
    {
        var path = _folder.At($"{folder}/manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (var file in manifest["files"]!.AsArray())
        {
            var bytes = File.ReadAllBytes(_folder.At($"{folder}/{file!["path"]!.GetValue<string>()}"));
            (file["size"], file["sha256"]) = (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
        var number = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        File.WriteAllText(_folder.At($"{folder}/manifest.sha256"), $"{number}  manifest.json\n");
    }

    private string PathIn(string part) => Unpack("whole").First(path => path.StartsWith(part + "/", StringComparison.Ordinal));

    private IReadOnlyList<string> Unpack(string folder)
    {
        ZipFile.ExtractToDirectory(_folder.At("case.zip"), _folder.At(folder), overwriteFiles: true);
        return [.. Directory.EnumerateFiles(_folder.At(folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_folder.At(folder), path).Replace('\\', '/'))];
    }

    private Spoken Check(string package, params string[] number)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Supervision.sln"))) root = root.Parent!;
        var checker = Path.Combine(root.FullName, "tests", "package-checker", "check.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [checker, _folder.At(package), .. number]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Spoken(process.ExitCode, said);
    }
}
