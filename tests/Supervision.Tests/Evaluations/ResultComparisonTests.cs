using Supervision.Evaluations;
using static Supervision.Evaluations.ScoringFunction;

namespace Supervision.Tests.Evaluations;

/// <summary>What moves when one thing changes, by how much, and why.</summary>
public sealed class ResultComparisonTests
{
    private static readonly string[] From = ["event:task/t:1"];

    [Fact]
    public void A_value_of_its_own_moves_its_own_line_and_the_ranks_of_others()
    {
        var before = Evaluation.Of(BundlePageTests.Example).Evaluation!;
        var after = before.With(new Measurement.Number(new("huaibin"), new("growth"), 7, "percent", ["import:3f9a:99"])).Evaluation!;

        var moves = ResultComparison.Of(before.Result, after.Result);

        moves.Select(move => $"{move.Agency} {move.Difference} {move.Before!.Rank}→{move.After!.Rank} "
            + string.Join(',', move.Lines.Select(line => $"{line.Indicator} {line.Difference} {line.Cause}")))
            .Should().Equal("huaibin 12 4→3 growth 12 Value", "xinxian 0 3→4 ");
    }

    [Fact]
    public void A_rank_moves_others_and_says_so()
    {
        var before = Five(new RankOrder(Direction.Higher, 100, 60), MissingAs.Hold).Evaluate();

        Causes(before, new Measurement.Number(new("a0"), new("x"), 35, "count", From))
            .Should().Equal("a0 x Value", "a1 x Others", "a2 x Others");
    }

    [Fact]
    public void Too_few_for_a_rank_is_the_doing_of_others()
    {
        var before = Five(new RankOrder(Direction.Higher, 100, 60), MissingAs.Percent).Evaluate();

        Causes(before, new Measurement.NotApplicable(new("a0"), new("x"), "无", []))
            .Should().Contain(["a0 x Value", "a4 x Others", "a4 filler Weight"]);
    }

    [Fact]
    public void The_groups_lowest_moves_those_who_lean_on_it()
    {
        var small = Five(new Ratio(Direction.Higher, Level.Of(100), 1), MissingAs.Lowest);
        small.Measured(new Measurement.Missing(new("last"), new("x"), "未报", [])).Agencies("last").Number("last", EvaluationCase.Filler, 50);

        Causes(small.Evaluate(), new Measurement.Number(new("a0"), new("x"), 5, "count", From)).Should().Equal("a0 x Value", "last x Others");
    }

    [Fact]
    public void Another_scheme_is_the_cause_where_the_value_is_the_same()
    {
        var before = Five(new Ratio(Direction.Higher, Level.Of(100), 1), MissingAs.Hold).Evaluate();
        var scheme = before.Bundle.Scheme;
        var function = SchemeTrials.Try(before, scheme.With(new("x"), new Ratio(Direction.Higher, Level.Of(50), 1))).Result!;
        var weight = SchemeTrials.Try(before, scheme.With(SchemeTrials.Reweighed(scheme, scheme.Groups[0], new("x"), 60)!)).Result!;

        ResultComparison.Of(before.Result, function).SelectMany(move => move.Lines).Select(line => line.Cause).Distinct().Should().Equal(MoveCause.Rule);
        ResultComparison.Of(before.Result, weight).SelectMany(move => move.Lines).Select(line => line.Cause).Distinct().Should().Equal(MoveCause.Weight);
    }

    [Fact]
    public void An_agency_or_indicator_that_is_new_has_another_scope()
    {
        var before = Five(new Ratio(Direction.Higher, Level.Of(100), 1), MissingAs.Hold).Evaluate();
        var scheme = before.Bundle.Scheme;
        var without = scheme.With(scheme.Groups[0] with { Weights = new Dictionary<ItemCode, Fraction> { [new(EvaluationCase.Filler)] = 100 } });

        ResultComparison.Of(SchemeTrials.Try(before, without).Result!, before.Result).SelectMany(move => move.Lines)
            .Where(line => line.Indicator.Value == "x").Should().OnlyContain(line => line.Cause == MoveCause.Scope);
    }

    [Fact]
    public void The_same_is_no_move() => ResultComparison.Of(
        Evaluation.Of(BundlePageTests.Example).Evaluation!.Result, Evaluation.Of(BundlePageTests.Example).Evaluation!.Result).Should().BeEmpty();

    private static EvaluationCase Five(ScoringFunction function, MissingAs missing)
    {
        var small = new EvaluationCase().Agencies("a0", "a1", "a2", "a3", "a4")
            .Weighted("x", 50, function, missing: new(missing, missing is MissingAs.Percent ? Fraction.Zero : null)).Fill(50, 60, 70, 80, 90);
        for (var i = 0; i < 5; i++) small.Number($"a{i}", "x", (i + 1) * 10);
        return small;
    }

    // Of all that moved, in order of agency.
    private static IEnumerable<string> Causes(Evaluation before, Measurement change) =>
        ResultComparison.Of(before.Result, before.With(change).Evaluation!.Result).OrderBy(move => move.Agency.Value, StringComparer.Ordinal)
            .SelectMany(move => move.Lines.Select(line => $"{move.Agency} {line.Indicator} {line.Cause}"));
}
