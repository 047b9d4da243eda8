using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Supervision.Evaluations;
using Supervision.Tests.Architecture;

namespace Supervision.Tests.Evaluations;

/// <summary>docs/rules/evaluation-bundle.md: a stranger computes from it alone, so its example and its tables are held to the code.</summary>
public sealed partial class BundlePageTests
{
    private const string Page = "docs/rules/evaluation-bundle.md";

    public static EvaluationBundle Example { get; } = ReadExample();

    [Fact]
    public void The_example_gives_the_result_on_the_page()
    {
        var (evaluation, findings) = Evaluation.Of(Example);

        findings.Should().BeEmpty();
        Encoding.UTF8.GetString(evaluation!.Result.Write()).Should().Be(CanonicalJson.Of(JsonNode.Parse(PageTable.Block(Page, "result"))));
    }

    [Fact]
    public void What_is_written_is_read_again_and_written_alike()
    {
        var bytes = Example.Write();
        var (again, finding) = EvaluationBundle.Read(bytes);

        finding.Should().BeNull();
        again!.Write().Should().Equal(bytes);
    }

    [Fact]
    public void Every_finding_of_the_inputs_is_on_the_page_word_for_word() =>
        RowsOf(Page).Should().BeEquivalentTo(InputFindings.All.Select(kind => (kind.Code, kind.Chinese, kind.English)));

    [Theory]
    [InlineData("{", "Expected depth")]
    [InlineData("{}", "format")]
    [InlineData("\"format\":\"supervision.evaluation-bundle/1\"", "supervision.evaluation-bundle/2")]
    [InlineData("\"decimals\":2", "\"decimals\":\"2\"")]
    [InlineData("\"decimals\":2", "\"decimals\":2,\"decimals\":2")]
    [InlineData("\"decimals\":2", "\"decimals\":2,\"colour\":\"red\"")]
    [InlineData("\"value\":\"6.8\"", "\"value\":6.8")]
    [InlineData("\"value\":\"6.8\"", "\"value\":\"6,8\"")]
    [InlineData("\"value\":\"6.8\"", "\"value\":\"06.8\"")]
    [InlineData("\"value\":\"6.8\"", "\"value\":\"6.8000001\"")]
    [InlineData("\"value\":\"6.8\"", "\"value\":\"1e3\"")]
    [InlineData("\"value\":\"6.8\"", "\"value\":\"20/3\"")]
    [InlineData("\"agency\":\"huaibin\"", "\"agency\":\"淮滨\"")]
    [InlineData("\"reason\":\"境内无考核断面\"", "\"reason\":null")]
    [InlineData("\"reason\":\"境内无考核断面\"", "\"reason\":\"\\ud800\"")]
    [InlineData("\"day\":\"2026-12-31\"", "\"day\":\"2026-13-31\"")]
    [InlineData("\"kind\":\"difference\"", "\"kind\":\"differenz\"")]
    public void A_malformed_bundle_is_one_finding_and_no_exception(string part, string instead)
    {
        var json = Encoding.UTF8.GetString(Example.Write());
        var broken = part is "{" or "{}" ? part : json.Replace(part, instead, StringComparison.Ordinal);
        broken.Should().NotBe(json);

        var (bundle, finding) = EvaluationBundle.Read(Encoding.UTF8.GetBytes(broken));

        bundle.Should().BeNull();
        finding!.Code.Should().Be("input.malformed");
    }

    internal static IEnumerable<(string, string, string)> RowsOf(string page) => FindingRow().Matches(RepositoryRoot.Read(page))
        .Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value));

    private static EvaluationBundle ReadExample()
    {
        var (bundle, finding) = EvaluationBundle.Read(Encoding.UTF8.GetBytes(PageTable.Block(Page, "bundle")));
        finding.Should().BeNull();
        return bundle!;
    }

    [GeneratedRegex("^\\| `((?:input|scheme)[a-z0-9.-]+)` \\|(?: (?:error|warning) \\|)? (.+?) \\| (.+?) \\|$", RegexOptions.Multiline)]
    private static partial Regex FindingRow();
}
