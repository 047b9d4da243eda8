using System.Diagnostics;
using System.Runtime.CompilerServices;
using Supervision.Conformance.Evaluations;
using Supervision.SystemTests.Rest;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Evaluations;

/// <summary>Cases of ours, computed again by the checker in tests/evaluation-checker. 10,000: docs/rules/evaluation-bundle.md.</summary>
public sealed class SecondProgramTests : IDisposable
{
    private const int Cases = 500;
    private const int FewCases = 40;
    private const int SomeCases = 120;
    private const ulong Seed = 20261231;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_agrees_to_the_byte_on_every_generated_case()
    {
        GeneratedCases.Write(_folder.Path, Cases, Seed);

        (await CheckAsync(Checker(), _folder.Path)).ShouldBeDone().Said.Should().Contain($"{Cases} agree, 0 differ");
    }

    [Fact]
    public async Task An_error_of_ours_is_found_in_the_case_that_has_it()
    {
        GeneratedCases.Write(_folder.Path, FewCases, Seed);
        var wrong = _folder.At("000007.expected.json");
        var text = await File.ReadAllTextAsync(wrong);
        await File.WriteAllTextAsync(wrong, text.Replace("\"rank\":1,", "\"rank\":2,", StringComparison.Ordinal));
        (await File.ReadAllTextAsync(wrong)).Should().NotBe(text);

        (await CheckAsync(Checker(), _folder.Path)).ShouldEndWith(1).Said
            .Should().Contain($"{FewCases - 1} agree, 1 differ").And.Contain("000007.bundle.json differs");
    }

    [Theory]
    [InlineData("fraction.mjs", "size * scale + this.lower)", "size * scale)")]
    [InlineData("attainment.mjs", "marks.length >= f.trimFrom", "marks.length > f.trimFrom")]
    [InlineData("standing.mjs", "scheme.quotaTie === \"upper\"", "scheme.quotaTie === \"lower\"")]
    public async Task An_error_of_the_second_program_is_found(string file, string right, string wrong)
    {
        GeneratedCases.Write(_folder.At("cases"), SomeCases, Seed);
        var broken = CheckerWith(file, right, wrong);

        (await CheckAsync(broken, _folder.At("cases"))).ShouldEndWith(1).Said.Should().Contain("differs at character");
    }

    private string CheckerWith(string file, string right, string wrong)
    {
        var folder = Directory.CreateDirectory(_folder.At("checker")).FullName;
        foreach (var part in Directory.EnumerateFiles(Checker(), "*.mjs"))
        {
            var text = File.ReadAllText(part);
            if (Path.GetFileName(part) == file)
            {
                text.Should().Contain(right);
                text = text.Replace(right, wrong, StringComparison.Ordinal);
            }

            File.WriteAllText(Path.Combine(folder, Path.GetFileName(part)), text);
        }

        return folder;
    }

    private static async Task<Spoken> CheckAsync(string checker, string cases)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(checker, "check.mjs"), cases])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, complained) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Spoken(node.ExitCode, await said + await complained);
    }

    private static string Checker([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../evaluation-checker"));
}
