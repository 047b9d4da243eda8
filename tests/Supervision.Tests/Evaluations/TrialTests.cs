using Supervision.Conformance.Evaluations;
using Supervision.Evaluations;
using static Supervision.Evaluations.ScoringFunction;

namespace Supervision.Tests.Evaluations;

/// <summary>What if: trials use the result's own rules, and leave the evaluation as it was.</summary>
public sealed class TrialTests
{
    private static readonly Evaluation Counties = Evaluation.Of(BundlePageTests.Example).Evaluation!;

    private static readonly EvaluationScheme Scheme = BundlePageTests.Example.Scheme;

    [Fact]
    public void A_weight_that_does_not_move_moves_nothing()
    {
        var same = SchemeTrials.Reweighed(Scheme, Scheme.Groups[0], new("growth"), 40)!;

        var (result, _) = SchemeTrials.Try(Counties, Scheme.With(same));

        ResultComparison.Of(Counties.Result, result!).Should().BeEmpty();
    }

    [Fact]
    public void Other_weights_keep_their_proportions_and_the_sum()
    {
        var varied = SchemeTrials.Reweighed(Scheme, Scheme.Groups[0], new("growth"), 70)!;

        varied.Weights.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}")
            .Should().Equal("growth 70", "rating 10", "timely 12.5", "water 7.5");
    }

    [Theory]
    [InlineData("growth", 101), InlineData("growth", -1), InlineData("awards", 5), InlineData("nobody", 5)]
    public void What_cannot_be_reweighed_is_not(string indicator, int weight) =>
        SchemeTrials.Reweighed(Scheme, Scheme.Groups[0], new(indicator), weight).Should().BeNull();

    [Fact]
    public void Weights_are_proportions()
    {
        var doubled = Scheme.Groups[0] with { Weights = Scheme.Groups[0].Weights.ToDictionary(pair => pair.Key, pair => pair.Value * 2) };

        var (result, _) = SchemeTrials.Try(Counties, Scheme.With(doubled));

        result!.Groups[0].Standings.Select(standing => standing.Score.Agency).Should().Equal(Counties.Result.Groups[0].Standings.Select(s => s.Score.Agency));
        result.Find(new("huaibin"))!.Score.Line(new("growth"))!.Points.Should().Be((Fraction)56);
    }

    [Fact]
    public void Trimming_may_be_tried_earlier_than_a_scheme_may_declare_it()
    {
        var (result, findings) = SchemeTrials.Try(Counties, Scheme.TrimmedFrom(3));

        findings.Should().BeEmpty();
        // Four marks, 88 90 92 86, lose their ends: the mean stays 89. Nobody else moves: they were trimmed before.
        result!.Find(new("luoshan"))!.Score.Line(new("rating"))!.ValueOf("trimmed").Should().Be("2");
        SchemeTrials.Try(Counties, Scheme.TrimmedFrom(1)).Result!.Find(new("luoshan"))!.Score.Line(new("rating"))!.ValueOf("mean").Should().Be("89");
    }

    [Fact]
    public void A_quota_may_be_tried()
    {
        var (none, _) = SchemeTrials.Try(Counties, Scheme.WithQuota(new("counties"), new("excellent"), 0));
        var (all, _) = SchemeTrials.Try(Counties, Scheme.WithQuota(new("counties"), new("excellent"), null));

        none!.Groups[0].Standings.Should().NotContain(standing => standing.Grade == new ItemCode("excellent"));
        all!.Groups[0].Standings.Count(standing => standing.Grade == standing.Earned).Should().Be(4, "the veto on luoshan stands");
    }

    [Fact]
    public void A_function_may_be_tried_and_one_that_cannot_be_computed_is_refused()
    {
        var (result, _) = SchemeTrials.Try(Counties, Scheme.With(new("growth"), new RankOrder(Direction.Higher, 100, 60)));
        var (refused, findings) = SchemeTrials.Try(Counties, Scheme.With(new("growth"), new Linear(Level.Of(5), Level.Of(5))));

        result.Should().BeNull("the indicator always applies, and a rank may not");
        (refused, findings[0].Code).Should().Be(((EvaluationResult?)null, "scheme.floor-is-target"));
        SchemeTrials.Try(Counties, Scheme.With(new("growth"), new Linear(Level.Of(5), Level.Of(7)))).Result!
            .Find(new("huaibin"))!.Score.Line(new("growth"))!.Points.Should().Be((Fraction)18);
    }

    [Fact]
    public void The_weight_of_a_swap_is_where_the_order_turns()
    {
        // b leads by growth, a by the rest: at 50 they are equal, and to two decimals still at 50.01.
        var evaluation = new EvaluationCase().Agencies("a", "b")
            .Weighted("growth", 40, new Ratio(Direction.Higher, Level.Of(100), 1)).Fill(80, 60)
            .Number("a", "growth", 60).Number("b", "growth", 80).Evaluate();

        var swap = WeightSwaps.Find(evaluation, new("counties"), new("growth"), new("b"), new("a"))!;

        (swap.Ahead.Value, swap.Weight, swap.Below, swap.Above).Should().Be(("a", 40, null, (Fraction)5002 / 100));
        Totals(evaluation, swap.Above!.Value).Should().Equal(["69.99", "70.01"]);
        Totals(evaluation, (Fraction)5001 / 100).Should().Equal(["70", "70"]);
        WeightSwaps.Find(evaluation, new("counties"), new("growth"), new("a"), new("nobody")).Should().BeNull();
    }

    [Fact]
    public void Shares_of_the_spread_sum_to_one()
    {
        var shares = SpreadShares.Of(Counties.Result.Groups[0]);

        shares.Aggregate(Fraction.Zero, (sum, share) => sum + share.Share).Should().Be(Fraction.One);
        shares[0].Indicator.Value.Should().Be("growth", "it weighs most and differs most");
        SpreadShares.Of(new EvaluationCase().Agencies("a", "b").Fill(50).Evaluate().Result.Groups[0]).Should().BeEmpty();
    }

    [Fact]
    public void Samples_are_the_same_for_the_same_seed_and_hold_the_declared_rank()
    {
        var first = WeightSamples.Draw(Counties, new("counties"), 200, 50, seed: 7);

        WeightSamples.Draw(Counties, new("counties"), 200, 50, seed: 7).Should().Equal(first);
        first.Select(agency => agency.Agency).Should().Equal(Counties.Result.Groups[0].Standings.Select(standing => standing.Score.Agency));
        first.Should().OnlyContain(agency => agency.Best <= agency.Rank && agency.Rank <= agency.Worst && agency.Same > 0);
        WeightSamples.Draw(Counties, new("counties"), 50, 0, seed: 7).Should().OnlyContain(agency => agency.Same == 50 && agency.Best == agency.Worst);
        WeightSamples.Draw(Counties, new("nobody"), 50, 50, seed: 7).Should().BeEmpty();
    }

    [Fact]
    public void Sampled_totals_are_those_of_the_result()
    {
        for (var number = 1; number <= 16; number++)
        {
            var evaluation = Evaluation.Of(GeneratedCases.Bundle(number, 5)).Evaluation!;
            foreach (var group in evaluation.Result.Groups)
            {
                var byPoints = group.Standings.Where(standing => standing.Rank is not null).ToDictionary(
                    standing => standing.Score.Agency,
                    standing => 1 + group.Standings.Count(other => other.Score.Total > standing.Score.Total));
                WeightSamples.Draw(evaluation, group.Group, 0, 0, 1).ToDictionary(agency => agency.Agency, agency => agency.Rank)
                    .Should().BeEquivalentTo(byPoints, $"case {number}");
            }
        }
    }

    private static string[] Totals(Evaluation evaluation, Fraction weight)
    {
        var scheme = evaluation.Bundle.Scheme;
        var (result, _) = SchemeTrials.Try(evaluation, scheme.With(SchemeTrials.Reweighed(scheme, scheme.Groups[0], new("growth"), weight)!));
        return [.. new[] { "a", "b" }.Select(agency => $"{result!.Find(new(agency))!.Score.Total}")];
    }
}
