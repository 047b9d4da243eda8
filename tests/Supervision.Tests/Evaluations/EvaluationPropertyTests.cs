using System.Text;
using Supervision.Conformance.Evaluations;
using Supervision.Evaluations;

namespace Supervision.Tests.Evaluations;

/// <summary>What holds for every evaluation, on generated ones with ties, vetoes, quotas and gaps on purpose.</summary>
public sealed class EvaluationPropertyTests
{
    // All are drawn once; the properties are held against the first half, which has each kind of stress four times.
    private const int Cases = 64;
    private const ulong Seed = 20261231;

    private static readonly Lazy<EvaluationBundle>[] Drawn =
        [.. Enumerable.Range(0, Cases + 1).Select(number => new Lazy<EvaluationBundle>(() => GeneratedCases.Bundle(number, Seed)))];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, Cases / 2)];

    [Theory, MemberData(nameof(Numbers))]
    public void The_order_of_the_input_does_not_matter(int number)
    {
        var bundle = Drawn[number].Value;
        var (again, finding) = EvaluationBundle.Read(Encoding.UTF8.GetBytes(GeneratedCases.Scrambled(bundle, new Chance(Seed + (ulong)number))));

        finding.Should().BeNull();
        Evaluation.Of(again!).Evaluation!.Result.Write().Should().Equal(Evaluation.Of(bundle).Evaluation!.Result.Write());
    }

    [Theory, MemberData(nameof(Numbers))]
    public void One_change_gives_the_bytes_of_computing_all_anew(int number)
    {
        var (before, after) = (Drawn[number].Value, Changed(number));
        var evaluation = Evaluation.Of(before).Evaluation!;
        foreach (var measurement in after)
        {
            var (next, findings) = evaluation.With(measurement);
            findings.Should().BeEmpty();
            var whole = before with { Measurements = [.. before.Measurements.Where(other => other.Key != measurement.Key), measurement] };
            next!.Result.Write().Should().Equal(Evaluation.Of(whole).Evaluation!.Result.Write());
            next.Bundle.Write().Should().Equal(whole.Write());
            (evaluation, before) = (next, whole);
        }
    }

    [Theory, MemberData(nameof(Numbers))]
    public void One_sheet_more_gives_the_bytes_of_computing_all_anew(int number)
    {
        var bundle = Drawn[number].Value;
        if (bundle.Sheets.Count == 0) return;
        var without = Evaluation.Of(bundle with { Sheets = [.. bundle.Sheets.Skip(1)] }).Evaluation!;

        var (with, _) = without.With(bundle.Sheets[0]);

        with!.Result.Write().Should().Equal(Evaluation.Of(bundle).Evaluation!.Result.Write());
        with.Bundle.Write().Should().Equal(bundle.Write());
    }

    [Theory, MemberData(nameof(Numbers))]
    public void What_is_put_together_from_parts_is_canonical_as_a_whole(int number)
    {
        var bundle = Drawn[number].Value;
        var bytes = Evaluation.Of(bundle).Evaluation!.Result.Write();

        CanonicalJson.Of(System.Text.Json.Nodes.JsonNode.Parse(bytes)).Should().Be(Encoding.UTF8.GetString(bytes));
        bundle.Measurements.Should().OnlyContain(measurement => measurement.Hash == CanonicalJson.HashOf(CanonicalJson.Of(measurement.Ordered())));
    }

    [Theory, MemberData(nameof(Numbers))]
    public void Caps_hold_and_points_add_up(int number)
    {
        var bundle = Drawn[number].Value;
        foreach (var standing in Evaluation.Of(bundle).Evaluation!.Result.Groups.SelectMany(group => group.Standings))
        {
            var score = standing.Score;
            score.Bonus.Should().BeLessThanOrEqualTo(bundle.Scheme.BonusMax);
            score.Deduction.Should().BeLessThanOrEqualTo(bundle.Scheme.DeductionMax);
            if (score.Total is { } total) total.Should().Be(Fraction.Max(0, score.Scored + score.Bonus - score.Deduction));
            var weights = score.Lines.Aggregate(Fraction.Zero, (sum, line) => sum + (line.EffectiveWeight ?? 0));
            weights.Should().Be(score.NothingApplies ? 0 : 100);
            score.Lines.Should().OnlyContain(line => line.Points == null || line.Points.Value.HasDecimals(bundle.Scheme.Decimals));
            standing.Rank.HasValue.Should().Be(score.Total is not null);
        }
    }

    [Theory, MemberData(nameof(Numbers))]
    public void Quotas_hold_and_ranks_follow_totals(int number)
    {
        var bundle = Drawn[number].Value;
        var result = Evaluation.Of(bundle).Evaluation!.Result;
        foreach (var (group, standings) in bundle.Scheme.Groups.Zip(result.Groups, (group, found) => (group, found.Standings)))
        {
            Standing[] ranked = [.. standings.Where(standing => standing.Rank is not null)];
            foreach (var (better, worse) in ranked.Zip(ranked.Skip(1)))
            {
                better.Score.Total!.Value.Should().BeGreaterThanOrEqualTo(worse.Score.Total!.Value);
                better.Rank!.Value.Should().BeLessThanOrEqualTo(worse.Rank!.Value);
            }

            foreach (var quota in group.Quotas.Where(_ => bundle.Scheme.QuotaTie is QuotaTie.Lower))
                ranked.Count(standing => standing.Grade == quota.Grade).Should().BeLessThanOrEqualTo(quota.SeatsAmong(group.Agencies.Count));
        }
    }

    [Theory, MemberData(nameof(Numbers))]
    public void A_veto_only_lowers_the_grade_it_strikes_and_takes_no_points(int number)
    {
        var bundle = Drawn[number].Value;
        var evaluation = Evaluation.Of(bundle).Evaluation!;
        string[] order = [.. bundle.Scheme.Grades.Select(grade => grade.Code.Value)];
        foreach (var veto in bundle.Scheme.Indicators.Where(indicator => indicator.Kind is IndicatorKind.Veto))
        {
            foreach (var agency in bundle.Scheme.Groups.SelectMany(group => group.Agencies))
            {
                var struck = evaluation.With(new Measurement.Number(agency, veto.Measure!.Value, 1, "count", ["event:x:1"])).Evaluation!.Result.Find(agency)!;
                var free = evaluation.With(new Measurement.Number(agency, veto.Measure.Value, 0, "count", ["event:x:1"])).Evaluation!.Result.Find(agency)!;
                (struck.Score.Total, struck.Rank).Should().Be((free.Score.Total, free.Rank));
                if (struck.Grade is { } grade) Array.IndexOf(order, grade.Value).Should().BeGreaterThanOrEqualTo(Array.IndexOf(order, free.Grade!.Value.Value));
            }
        }
    }

    [Theory, MemberData(nameof(Numbers))]
    public void More_of_what_is_good_never_costs_points(int number)
    {
        var bundle = Drawn[number].Value;
        var evaluation = Evaluation.Of(bundle).Evaluation!;
        foreach (var measurement in bundle.Measurements.OfType<Measurement.Number>())
        {
            var readers = bundle.Scheme.Indicators.Where(indicator => indicator.Measures().Contains(measurement.Measure)).ToArray();
            if (readers is not [{ Measure: var own } reader] || own != measurement.Measure || Sign(reader) is not (var sign and not 0)) continue;
            var value = measurement.Value + sign;
            if (reader.Function is ScoringFunction.PerEvent or ScoringFunction.VetoEvent && value.IsNegative) continue;

            var better = evaluation.With(measurement with { Value = value }).Evaluation!.Result.Find(measurement.Agency)!.Score.Total;
            var before = evaluation.Result.Find(measurement.Agency)!.Score.Total;
            if (better is not null && before is not null) better.Value.Should().BeGreaterThanOrEqualTo(before.Value);
        }
    }

    [Fact]
    public void Generated_cases_hold_what_they_are_for()
    {
        var standings = Enumerable.Range(1, Cases).Select(number => Evaluation.Of(Drawn[number].Value).Evaluation!.Result)
            .SelectMany(result => result.Groups).ToArray();
        var all = standings.SelectMany(group => group.Standings).ToArray();

        standings.Should().Contain(group => group.Standings.Where(s => s.Rank != null).GroupBy(s => s.Rank).Any(same => same.Count() > 1), "ties");
        all.Should().Contain(standing => standing.Ceiling != null, "vetoes");
        all.Should().Contain(standing => standing.Earned != standing.Grade && standing.Ceiling == null, "quotas");
        all.Should().Contain(standing => standing.Score.NothingApplies, "nothing applies");
        all.SelectMany(standing => standing.Score.Lines).Select(line => line.State).Distinct().Should().BeEquivalentTo(Enum.GetValues<LineState>());
        all.SelectMany(standing => standing.Score.Lines).Select(line => line.Rule).OfType<string>().Distinct().Should().BeEquivalentTo("percent", "lowest", "mean", "none");
        all.SelectMany(standing => standing.Score.Lines).Select(line => line.Function).Distinct().Should().HaveCount(10);
    }

    // Which way the agency's own points grow with the value; 0 where the function does not say.
    private static int Sign(Indicator indicator) => indicator.Function switch
    {
        ScoringFunction.Ratio { Direction: Direction.Higher } or ScoringFunction.StepTable { Direction: Direction.Higher } => 1,
        ScoringFunction.Ratio or ScoringFunction.StepTable => -1,
        ScoringFunction.RankOrder rank => rank.Direction is Direction.Higher ? 1 : -1,
        ScoringFunction.Difference => 1,
        ScoringFunction.Linear { Floor.Constant: { } floor, Target.Constant: { } target } => target > floor ? 1 : -1,
        ScoringFunction.PerEvent => indicator.Kind is IndicatorKind.Bonus ? 1 : -1,
        _ => 0,
    };

    private static IEnumerable<Measurement> Changed(int number)
    {
        var (bundle, chance) = (Drawn[number].Value, new Chance(Seed ^ (ulong)number));
        foreach (var measurement in chance.Shuffled(bundle.Measurements).Take(6))
        {
            yield return chance.Next(3) switch
            {
                0 => new Measurement.Missing(measurement.Agency, measurement.Measure, "撤回", []),
                1 => new Measurement.NotApplicable(measurement.Agency, measurement.Measure, "无此职能", []),
                _ => bundle.Measurements.FirstOrDefault(other => other.Measure == measurement.Measure && other.Agency != measurement.Agency) is { } other
                    ? other with { Agency = measurement.Agency }
                    : measurement,
            };
        }
    }
}
