using Supervision.Evaluations;

namespace Supervision.Tests.Evaluations;

/// <summary>The tables of docs/rules/evaluation-schemes.md.</summary>
public sealed class SchemePageTests
{
    private const string Page = "docs/rules/evaluation-schemes.md";

    public static TheoryData<string> Formalism => PageTable.Rows(Page, "text|finding");

    [Theory, MemberData(nameof(Formalism))]
    public void Words_of_formalism_are_found_as_the_page_says(string row)
    {
        var cell = row.Split('|');
        var small = new EvaluationCase().Agencies("a").Weighted("x", 10, new ScoringFunction.Ratio(Direction.Higher, Level.Of(1), 1)).Number("a", "x", 1).Fill(50);
        small.Finally = scheme => scheme with { Indicators = [scheme.Indicators[0] with { Name = cell[0] }, .. scheme.Indicators.Skip(1)] };

        small.Findings().Where(code => code.StartsWith("scheme.formalism", StringComparison.Ordinal))
            .Should().Equal(cell[1] == "—" ? [] : [cell[1]]);
    }

    [Fact]
    public void Every_finding_of_the_scheme_is_on_the_page_word_for_word() =>
        BundlePageTests.RowsOf(Page).Should().BeEquivalentTo(SchemeFindings.All.Select(kind => (kind.Code, kind.Chinese, kind.English)));

    [Fact]
    public void Every_unit_is_on_the_page() =>
        PageTable.Rows(Page, "unit|中文").Select(row => row.Data.ToString()!.Split('|')).Select(cell => (cell[0], cell[1]))
            .Should().BeEquivalentTo(MeasureUnits.Names.Select(pair => (pair.Key, pair.Value)));

    [Fact]
    public void Every_finding_has_both_sentences_with_the_same_places() =>
        SchemeFindings.All.Concat(InputFindings.All).Should().OnlyContain(kind => Places(kind.Chinese).SetEquals(Places(kind.English)))
            .And.OnlyHaveUniqueItems(kind => kind.Code);

    private static HashSet<char> Places(string sentence) => [.. sentence.Index()
        .Where(at => at.Item == '{').Select(at => sentence[at.Index + 1])];
}
