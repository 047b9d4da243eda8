using Supervision.Evaluations;
using static Supervision.Evaluations.ScoringFunction;

namespace Supervision.Tests.Evaluations;

/// <summary>Every finding of the check of schemes is found where it is, and a sound scheme has none.</summary>
public sealed class SchemeRulesTests
{
    private static readonly Ratio Simple = new(Direction.Higher, Level.Of(1), 1);

    public static TheoryData<string> Codes => [.. SchemeFindings.All.Select(kind => kind.Code).Where(code => code != "scheme.malformed")];

    private static Dictionary<string, Func<EvaluationScheme, EvaluationScheme>> Defects { get; } = new()
    {
        ["scheme.too-much"] = s => s with { Sections = [.. Enumerable.Range(0, SchemeRules.PartsMax + 1).Select(i => new Section(new($"s{i}"), "s")), .. s.Sections] },
        ["scheme.code-twice"] = s => s with { Sections = [.. s.Sections, s.Sections[0]] },
        ["scheme.code-unknown"] = s => s with { Ties = [new(TieBy.Indicator, new("nobody"))] },
        ["scheme.name-missing"] = s => s with { Name = " " },
        ["scheme.version-unfit"] = s => s with { Version = 0 },
        ["scheme.decimals-unfit"] = s => s with { Decimals = 3 },
        ["scheme.section-circle"] = s => s with { Sections = [new(new("s"), "s", new("fill")), new(new("fill"), "fill", new("s"))] },
        ["scheme.agency-twice"] = s => s with { Groups = [s.Groups[0] with { Agencies = [.. s.Groups[0].Agencies, new("a")] }] },
        ["scheme.group-empty"] = s => s with { Groups = [.. s.Groups, s.Groups[0] with { Code = new("empty"), Agencies = [] }] },
        ["scheme.weight-negative"] = s => Weigh(s, ("x", -1), ("filler", 101)),
        ["scheme.weights-not-100"] = s => Weigh(s, ("x", 10), ("filler", (Fraction)899 / 10)),
        ["scheme.weight-of-adjustment"] = s => Weigh(s, ("x", 10), ("filler", 90), ("minus", 0)),
        ["scheme.weight-nowhere"] = s => Weigh(s, ("filler", 100)),
        ["scheme.source-missing"] = s => Measure(s, m => m with { Source = new(SourceKind.Import, "") }),
        ["scheme.measure-missing"] = s => First(s, i => i with { Measure = null }),
        ["scheme.measure-of-panel"] = s => First(s, i => i with { Function = new PanelMean(new("p"), 100, 5, 1, AbsentMark.Skip) }),
        ["scheme.measure-twice"] = s => First(s, i => i with { Measure = new("filler") }),
        ["scheme.name-twice"] = s => Measure(s, m => m with { Name = "fil ler" }),
        ["scheme.measure-unused"] = s => s with { Measures = [.. s.Measures, s.Measures[0] with { Code = new("idle"), Name = "闲置" }] },
        ["scheme.evidence-missing"] = s => First(s, i => i with { Evidence = "" }),
        ["scheme.unit-unknown"] = s => Measure(s, m => m with { Unit = "furlong" }),
        ["scheme.form-unfit"] = s => Measure(s, m => m with { Form = MeasureForm.Class, Unit = "class" }),
        ["scheme.level-unit-differs"] = s => First(Measure(s, m => m with { Unit = "tonne" }), i => i with { Function = new Ratio(Direction.Higher, Level.Of(new ItemCode("filler")), 1) }),
        ["scheme.prior-unfit"] = s => Measure(s, m => m with { Prior = new(5, 90) }),
        ["scheme.function-unfit"] = s => First(s, i => i with { Kind = IndicatorKind.LeadersRating }),
        ["scheme.missing-unfit"] = s => First(s, i => i with { Missing = new(MissingAs.None) }),
        ["scheme.not-applicable-unfit"] = s => First(s, i => i with { NotApplicable = new(NotApplicableAs.Percent) }),
        ["scheme.target-not-positive"] = s => First(s, i => i with { Function = Simple with { Target = Level.Of(0) } }),
        ["scheme.floor-is-target"] = s => First(s, i => i with { Function = new Linear(Level.Of(5), Level.Of(5)) }),
        ["scheme.percent-out-of-range"] = s => First(s, i => i with { Function = new StepTable(Direction.Higher, [new(5, 101)], 0) }),
        ["scheme.cap-out-of-range"] = s => s with { BonusMax = (Fraction)1 / 8 },
        ["scheme.steps-out-of-order"] = s => First(s, i => i with { Function = new StepTable(Direction.Higher, [new(5, 90), new(6, 80)], 0) }),
        ["scheme.events-unfit"] = s => First(s, i => i with { Function = new PerEvent(3, 2) }),
        ["scheme.events-over-weight"] = s => First(s, i => i with { Function = new PerEvent(1, 11) }),
        ["scheme.rank-too-few"] = s => First(s, i => i with { Function = new RankOrder(Direction.Higher, 100, 60) }),
        ["scheme.rank-out-of-order"] = s => First(s, i => i with { Function = new RankOrder(Direction.Higher, 60, 60) }),
        ["scheme.trim-too-early"] = s => First(s, i => i with { Function = new PanelMean(new("p"), 100, 4, 1, AbsentMark.Skip) }),
        ["scheme.not-trimmed"] = s => First(s, i => i with { Function = new PanelMean(new("p"), 100, 0, 1, AbsentMark.Skip) }),
        ["scheme.panel-unfit"] = s => First(s, i => i with { Function = new PanelMean(new("p"), 0, 5, 1, AbsentMark.Skip) }),
        ["scheme.formalism"] = s => First(s, i => i with { Name = "点赞数" }),
        ["scheme.formalism-suspected"] = s => Measure(s, m => m with { Name = "会议次数" }),
        ["scheme.process-share"] = s => s with { Indicators = [.. s.Indicators.Select(i => i with { Nature = IndicatorNature.Process })] },
        ["scheme.process-cap-too-high"] = s => s with { ProcessShareMax = 51 },
        ["scheme.grades-out-of-order"] = s => s with { Grades = [.. s.Grades.Reverse()] },
        ["scheme.grades-too-few"] = s => s with { Grades = [s.Grades[^1]] },
        ["scheme.quota-of-last"] = s => Quota(s, "fail", 50),
        ["scheme.quota-no-seat"] = s => Quota(s, "excellent", 24),
        ["scheme.ties-missing"] = s => s with { Ties = [] },
        ["scheme.tie-unfit"] = s => s with { Ties = [new(TieBy.Section)] },
    };

    [Fact]
    public void A_sound_scheme_has_no_finding() => Sound().Findings().Should().BeEmpty();

    [Theory, MemberData(nameof(Codes))]
    public void Every_defect_is_found(string code)
    {
        var defect = Sound();
        defect.Finally = Defects[code];

        var found = SchemeRules.Check(defect.Bundle().Scheme);

        found.Should().Contain(finding => finding.Code == code);
        found.Should().OnlyContain(finding => finding.Place.Length > 0 && !finding.Chinese.Contains('{') && !finding.English.Contains('{'));
        var weighs = SchemeFindings.All.First(kind => kind.Code == code).Severity;
        (Evaluation.Of(defect.Bundle()).Evaluation is null).Should().Be(
            weighs is Definitions.Severity.Error || found.Any(finding => finding.Severity is Definitions.Severity.Error)
            || Evaluation.Of(defect.Bundle()).Findings.Any(finding => finding.Code.StartsWith("input.", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_event_may_deduct_once_and_veto_beside()
    {
        var both = Sound();
        both.Finally = s => s with { Indicators = [.. s.Indicators.Select(i => i.Kind is IndicatorKind.Veto ? i with { Measure = new("minus") } : i)] };

        both.Findings().Should().Equal("scheme.measure-unused");
    }

    [Fact]
    public void Own_indicators_sum_for_each_agency_by_itself()
    {
        var own = Sound();
        own.Finally = s => First(s, i => i with { Agencies = [new("a")] });

        own.Findings().Should().Equal("scheme.weights-not-100");
        SchemeRules.Check(own.Bundle().Scheme)[0].English.Should().Contain("\"b, c, d\"").And.Contain("90");
    }

    private static EvaluationCase Sound()
    {
        var small = new EvaluationCase().Agencies("a", "b", "c", "d").Weighted("x", 10, Simple)
            .Beside("minus", IndicatorKind.Deduction, new PerEvent(1, 5)).Beside("stop", IndicatorKind.Veto, new VetoEvent(new("pass"))).Fill(50);
        small.Ties.Add(new(TieBy.Deduction));
        foreach (var agency in new[] { "a", "b", "c", "d" }) small.Number(agency, "x", 1);
        return small;
    }

    private static EvaluationScheme First(EvaluationScheme scheme, Func<Indicator, Indicator> change) =>
        scheme with { Indicators = [change(scheme.Indicators[0]), .. scheme.Indicators.Skip(1)] };

    private static EvaluationScheme Measure(EvaluationScheme scheme, Func<Measure, Measure> change) =>
        scheme with { Measures = [change(scheme.Measures[0]), .. scheme.Measures.Skip(1)] };

    private static EvaluationScheme Weigh(EvaluationScheme scheme, params (string Code, Fraction Weight)[] weights) => scheme with
    {
        Groups = [scheme.Groups[0] with { Weights = weights.ToDictionary(pair => new ItemCode(pair.Code), pair => pair.Weight) }],
    };

    private static EvaluationScheme Quota(EvaluationScheme scheme, string grade, Fraction percent) =>
        scheme with { Groups = [scheme.Groups[0] with { Quotas = [new(new(grade), percent)] }] };
}
