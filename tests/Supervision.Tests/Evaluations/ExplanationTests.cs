using Supervision.Evaluations;

namespace Supervision.Tests.Evaluations;

/// <summary>Every number of a result with the formula it came from and the places its values came from.</summary>
public sealed class ExplanationTests
{
    private static readonly Evaluation Counties = Evaluation.Of(BundlePageTests.Example).Evaluation!;

    [Theory]
    [InlineData("huaibin", "growth", "(5.9 − 5.5 − -1) ÷ (1 − -1) → 0.7; 40 × 0.7 → 28 (2)", "import:3f9a:3")]
    [InlineData("luoshan", "timely", "((38 / 40 → 850/9 %) − 70) ÷ (95 − 70) → 44/45 (≈ 0.977778); 500/17 (≈ 29.411765) × 44/45 (≈ 0.977778) → 28.76 (2)", "event:county/luoshan:14 event:county/luoshan:33")]
    [InlineData("luoshan", "rating", "356 ÷ 4 = 89; ÷ 100 = 0.89; 400/17 (≈ 23.529412) × 0.89 → 20.94 (2)", "sheet:sheet/leaders-li.ming:4 sheet:sheet/leaders-sun.yu:4 sheet:sheet/leaders-wang.fang:4 sheet:sheet/leaders-zhao.lei:4")]
    [InlineData("xinxian", "rating", "(459 − 97 − 89) ÷ (5 − 2) = 91; ÷ 100 = 0.91; 20 × 0.91 → 18.2 (2)", null)]
    [InlineData("xinxian", "awards", "min(2 × 1.5, 3) = 3; → 3", "evidence:xinxian-1")]
    [InlineData("luoshan", "water", "", "")]
    [InlineData("luoshan", "accidents", "1 ≥ 1 → ≤ pass", "event:county/luoshan:9")]
    [InlineData("xinxian", "accidents", "none → 0", "")]
    public void A_line_is_explained(string agency, string indicator, string formula, string? references)
    {
        var explained = ExplanationRules.Of(Counties, new(agency), new(indicator))!;

        explained.Formula.Should().Be(formula);
        if (references is not null) string.Join(' ', explained.Sources.SelectMany(source => source.References)).Should().Be(references);
        (explained.Chinese, explained.English).Should().Match<(string Chinese, string English)>(said => said.Chinese.EndsWith('。') && said.English.EndsWith('.'));
    }

    [Fact]
    public void Every_line_of_every_result_can_be_explained()
    {
        foreach (var standing in Counties.Result.Groups.SelectMany(group => group.Standings))
        {
            foreach (var line in standing.Score.Lines)
                ExplanationRules.Of(Counties, standing.Score.Agency, line.Indicator)!.Formula.Should().NotContain("—");
        }
    }

    [Fact]
    public void What_was_left_out_of_a_rate_is_said() =>
        ExplanationRules.Of(Counties, new("luoshan"), new("timely"))!.Sources.Single().Should().BeEquivalentTo(
            new { Name = "按期办结率", Text = "38 / 40", Care = "2 件停表期内不计" });

    [Fact]
    public void What_is_not_there_is_not_explained()
    {
        ExplanationRules.Of(Counties, new("nobody"), new("growth")).Should().BeNull();
        ExplanationRules.Of(Counties, new("luoshan"), new("nothing")).Should().BeNull();
    }
}
