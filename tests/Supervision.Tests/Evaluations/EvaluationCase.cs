using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Evaluations;
using Supervision.Language;

namespace Supervision.Tests.Evaluations;

/// <summary>A small evaluation, said in words: one group, indicators beside a filler that takes the rest of the weight.</summary>
internal sealed class EvaluationCase
{
    public const string Filler = "filler";

    private readonly List<AgencyCode> _agencies = [];
    private readonly List<Section> _sections = [];
    private readonly List<Measure> _measures = [];
    private readonly List<Indicator> _indicators = [];
    private readonly Dictionary<ItemCode, Fraction> _weights = [];
    private readonly List<Measurement> _measurements = [];
    private readonly List<GradeQuota> _quotas = [];
    private readonly List<Panel> _panels = [];
    private readonly List<JudgeSheet> _sheets = [];

    public int Decimals { get; init; } = 2;

    public Fraction BonusMax { get; init; } = 5;

    public Fraction DeductionMax { get; init; } = 10;

    public QuotaTie QuotaTie { get; init; }

    public List<TieKey> Ties { get; } = [];

    /// <summary>What is not of a small case is changed here, last.</summary>
    public Func<EvaluationScheme, EvaluationScheme> Finally { get; set; } = scheme => scheme;

    public EvaluationCase Agencies(params string[] codes)
    {
        _agencies.AddRange(codes.Select(code => new AgencyCode(code)));
        return this;
    }

    public EvaluationCase Weighted(
        string code, Fraction weight, ScoringFunction function, string section = "s", MissingRule? missing = null, NotApplicableRule? other = null,
        Prior? prior = null, MeasureForm form = MeasureForm.Number)
    {
        _weights[new(code)] = weight;
        return Indicator(code, IndicatorKind.Common, function, section, missing ?? new(MissingAs.Hold), other ?? new(NotApplicableAs.All), prior, form);
    }

    public EvaluationCase Beside(string code, IndicatorKind kind, ScoringFunction function, MissingAs missing = MissingAs.None) =>
        Indicator(code, kind, function, "s", new(missing), new(NotApplicableAs.None), null, MeasureForm.Number);

    public EvaluationCase Quota(string grade, Fraction percent)
    {
        _quotas.Add(new(new(grade), percent));
        return this;
    }

    public EvaluationCase Number(string agency, string measure, Fraction value, string unit = "count") =>
        Measured(new Measurement.Number(new(agency), new(measure), value, unit, ["import:abc:1"]));

    public EvaluationCase Measured(Measurement measurement)
    {
        _measurements.Add(measurement);
        return this;
    }

    public EvaluationCase PanelOf(string code, params Judge[] judges) => PanelOf(new Panel(new(code), judges, []));

    public EvaluationCase PanelOf(Panel panel)
    {
        _panels.Add(panel);
        return this;
    }

    public EvaluationCase Sheet(string panel, string judge, params (string Agency, string Indicator, Fraction Mark)[] marks)
    {
        _sheets.Add(new(new(panel), new(judge), $"sheet:{panel}/{judge}:1", [.. marks.Select(mark =>
            new JudgeMark(new(mark.Agency), new(mark.Indicator), mark.Mark))]));
        return this;
    }

    /// <summary>Fills the weights up to 100 with an indicator that gives each agency so many percent of itself.</summary>
    public EvaluationCase Fill(Fraction percent, params Fraction[] others)
    {
        var rest = Fraction.Hundred - _weights.Values.Aggregate(Fraction.Zero, (sum, weight) => sum + weight);
        Weighted(Filler, rest, new ScoringFunction.Ratio(Direction.Higher, Level.Of(100), 2), section: "fill");
        for (var i = 0; i < _agencies.Count; i++)
            Number(_agencies[i].Value, Filler, i == 0 ? percent : others.ElementAtOrDefault(i - 1) is { IsZero: false } other ? other : percent);
        return this;
    }

    public EvaluationBundle Bundle() => new(
        EvaluationBundle.FormatName, Scheme(), new CutOff(new DateOnly(2026, 12, 31), [new(0, 12)]), _measurements, _panels, _sheets);

    public Evaluation Evaluate()
    {
        var (evaluation, findings) = Evaluation.Of(Bundle());
        evaluation.Should().NotBeNull(string.Join("; ", findings.Select(finding => $"{finding.Code} {finding.Place} {finding.English}")));
        return evaluation!;
    }

    /// <summary>The codes of what is found, warnings among them.</summary>
    public string[] Findings() => [.. SchemeRules.Check(Scheme()).Concat(Evaluation.Of(Bundle()).Findings).Select(finding => finding.Code).Distinct()];

    /// <summary>A function from its JSON form, as the pages write it, read inside a bundle as every other.</summary>
    public static ScoringFunction Function(string json)
    {
        var bundle = JsonNode.Parse(new EvaluationCase().Agencies("a").Fill(100).Bundle().Write())!;
        bundle["scheme"]!["indicators"]![0]!["function"] = JsonNode.Parse(json);
        var (read, finding) = EvaluationBundle.Read(Encoding.UTF8.GetBytes(bundle.ToJsonString(new JsonSerializerOptions())));
        finding.Should().BeNull();
        return read!.Scheme.Indicators[0].Function;
    }

    private EvaluationScheme Scheme() => Finally(new(
        new("year-end"), 1, "年度考核办法", Decimals, ProcessShareMax: 40, BonusMax, DeductionMax,
        [new(new("excellent"), "优秀", 90), new(new("good"), "良好", 80), new(new("pass"), "合格", 60), new(new("fail"), "不合格", 0)],
        Ties, QuotaTie, _sections, _measures, _indicators,
        [new EvaluationGroup(new("counties"), "县区", _agencies, _weights, _quotas)]));

    private EvaluationCase Indicator(
        string code, IndicatorKind kind, ScoringFunction function, string section, MissingRule missing, NotApplicableRule other, Prior? prior, MeasureForm form)
    {
        if (_sections.All(known => known.Code.Value != section)) _sections.Add(new(new(section), section));
        var isMarked = function is ScoringFunction.PanelMean;
        _indicators.Add(new Indicator(
            new(code), new(section), code, kind, IndicatorNature.Result, function, missing, other, "材料", isMarked ? null : new ItemCode(code)));
        if (isMarked) return this;
        var own = Unit(form);
        foreach (var measure in _indicators[^1].Measures().Where(measure => _measures.All(known => known.Code != measure)))
            _measures.Add(new(measure, $"{measure}", form, own, new(SourceKind.Import, "统计局"), measure.Value == code ? prior : null));
        return this;
    }

    private static string Unit(MeasureForm form) => form switch
    {
        MeasureForm.Rate => "percent",
        MeasureForm.Class => "class",
        MeasureForm.Day => "day-of-year",
        _ => "count",
    };
}
