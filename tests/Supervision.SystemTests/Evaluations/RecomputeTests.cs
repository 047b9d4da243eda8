using System.Text;
using Supervision.Conformance.Evaluations;
using Supervision.SystemTests.Rest;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Evaluations;

/// <summary><c>recompute</c> as somebody types it in a folder without a store.</summary>
public sealed class RecomputeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CommandLine _shell;

    public RecomputeTests()
    {
        GeneratedCases.Write(_folder.Path, 1, seed: 7);
        _shell = new CommandLine(_folder.Path, new Dictionary<string, string>());
    }

    private string Published => _folder.At("000001.expected.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_bytes_come_out_of_the_bundle_without_a_store()
    {
        (await CompareAsync()).ShouldBeDone().Said.Should().Contain("The result is the same");

        (await _shell.RunAsync("recompute", "000001.bundle.json")).ShouldBeDone()
            .Said.TrimEnd().Should().Be(await File.ReadAllTextAsync(Published));
        Directory.Exists(_folder.At("data")).Should().BeFalse();
    }

    [Fact]
    public async Task The_first_difference_is_named_with_both_values()
    {
        var text = await File.ReadAllTextAsync(Published);
        var at = text.IndexOf("\"total\":\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Published, text.Insert(at + "\"total\":\"".Length, "9"), new UTF8Encoding(false));

        (await CompareAsync()).ShouldEndWith(1).Said.Should().MatchRegex("first: groups/[a-z0-9-]+/agencies/[a-z0-9-]+/total\n")
            .And.Contain("computed:").And.Contain("published:");
    }

    [Fact]
    public async Task What_cannot_be_computed_is_refused_with_its_findings()
    {
        await File.WriteAllTextAsync(_folder.At("000001.bundle.json"), "{\"format\":\"else\"}");

        (await CompareAsync()).ShouldEndWith(1).Said.Should().Contain("input.malformed");
        (await _shell.RunAsync("recompute", "nowhere.json")).ShouldEndWith(2);
    }

    private Task<Spoken> CompareAsync() => _shell.RunAsync("recompute", "000001.bundle.json", "000001.expected.json");
}
