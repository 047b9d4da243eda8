using Supervision.Evaluations;
using Supervision.Language;

namespace Supervision.Conformance.Evaluations;

/// <summary>What a generated case has more of than others, so that nothing rare goes untested.</summary>
public enum CaseStress { Everything, Ties, Vetoes, Quotas, Missing, NotApplicable, Panels, Ranks }

/// <summary>A random scheme with every function, rule, tie and quota there is; not every one passes the check.</summary>
internal sealed class GeneratedScheme(Chance chance, CaseStress stress)
{
    private static readonly string[] Classes = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"];

    private readonly List<Measure> _measures = [];
    private readonly List<Indicator> _indicators = [];

    public EvaluationScheme Build()
    {
        var sections = Sections();
        AgencyCode[][] agencies = [.. Enumerable.Range(0, chance.Between(1, 3)).Select(group =>
            Enumerable.Range(0, chance.Between(1, stress is CaseStress.Ranks ? 12 : 9)).Select(i => new AgencyCode($"g{group}-a{chance.Next(1000):D3}-{i}")).ToArray())];
        for (var i = chance.Between(2, 9); i > 0; i--) AddWeighted(sections);
        for (var i = chance.Between(0, 2); i > 0; i--) Add(sections, chance.Of(IndicatorKind.Bonus, IndicatorKind.Deduction), Events());
        for (var i = chance.Between(stress is CaseStress.Vetoes ? 1 : 0, 2); i > 0; i--)
            Add(sections, IndicatorKind.Veto, new ScoringFunction.VetoEvent(new(chance.Of("good", "pass", "fail"))));

        var decimals = chance.Of(2, 4);
        return new EvaluationScheme(
            new("generated"), chance.Between(1, 9), "试题", decimals, ProcessShareMax: 50, chance.Amount(0, 8, 2), chance.Amount(0, 20, 1),
            [new(new("excellent"), "优秀", 85), new(new("good"), "良好", 70), new(new("pass"), "合格", 50), new(new("fail"), "不合格", 0)],
            Ties(sections), chance.Of(QuotaTie.Lower, QuotaTie.Upper), sections, _measures, _indicators,
            [.. agencies.Select((members, place) => Group(place, members))]);
    }

    private Section[] Sections() => [.. Enumerable.Range(0, chance.Between(1, 5)).Select(i =>
        new Section(new($"s{i}"), $"板块{i}", i > 0 && chance.In(40) ? new ItemCode($"s{chance.Next(i)}") : null))];

    private TieKey[] Ties(Section[] sections) => [.. Enumerable.Range(0, chance.Between(0, 3)).Select(_ => chance.Next(4) switch
    {
        0 => new TieKey(TieBy.Indicator, chance.Of<Indicator>([.. _indicators]).Code),
        1 => new TieKey(TieBy.Section, chance.Of(sections).Code),
        2 => new TieKey(TieBy.Deduction),
        _ => new TieKey(TieBy.Bonus),
    })];

    private EvaluationGroup Group(int place, AgencyCode[] agencies)
    {
        Indicator[] weighted = [.. _indicators.Where(indicator => indicator.IsWeighted)];
        Indicator[] chosen = chance.In(70) ? weighted : chance.Shuffled(weighted)[..chance.Between(1, weighted.Length)];
        var weights = chance.Parts(100, chosen.Length);
        GradeQuota[] quotas = [.. new[] { "excellent", "good", "pass" }.Where(_ => chance.In(stress is CaseStress.Quotas ? 80 : 30))
            .Select(grade => new GradeQuota(new(grade), chance.Amount(0, 60, chance.Of(0, 2))))];
        return new EvaluationGroup(
            new($"g{place}"), $"第{place}组", agencies, chosen.Zip(weights).ToDictionary(pair => pair.First.Code, pair => pair.Second), quotas);
    }

    private void AddWeighted(Section[] sections)
    {
        ScoringFunction function = (stress is CaseStress.Ranks ? 6 : stress is CaseStress.Panels ? 7 : chance.Next(9)) switch
        {
            0 => new ScoringFunction.Ratio(Way(), LevelOf(chance.Amount(1, 60, 2)), chance.Of<Fraction>(1, 1, 2, (Fraction)6 / 5)),
            1 => Linear(),
            2 => new ScoringFunction.Difference(LevelOf(chance.Amount(-5, 50, 1)), chance.Amount(-9, -1, 1), chance.Amount(1, 40, 1)),
            3 => Steps(),
            4 => new ScoringFunction.MilestoneDay(new DateOnly(2026, chance.Between(1, 12), 28), chance.Between(0, 99)),
            5 => new ScoringFunction.ClassTable(ClassPercents()),
            6 => new ScoringFunction.RankOrder(Way(), chance.Between(80, 100), chance.Between(0, 79)),
            7 => new ScoringFunction.PanelMean(
                new($"p{chance.Next(2)}"), chance.Of(10, 100), chance.Of(5, 5, 6, 0), chance.Between(1, 3), chance.Of(AbsentMark.Skip, AbsentMark.Skip, AbsentMark.Missing)),
            _ => Events(),
        };
        Add(sections, function is ScoringFunction.PanelMean ? chance.Of(IndicatorKind.LeadersRating, IndicatorKind.PeerRating) : IndicatorKind.Common, function);
    }

    private void Add(Section[] sections, IndicatorKind kind, ScoringFunction function)
    {
        var code = new ItemCode($"i{_indicators.Count}");
        var isWeighted = kind is not (IndicatorKind.Bonus or IndicatorKind.Deduction or IndicatorKind.Veto);
        var missing = isWeighted
            ? chance.Of(MissingAs.Hold, MissingAs.Percent, MissingAs.Lowest, MissingAs.Mean, MissingAs.NotApplicable, MissingAs.Lowest, MissingAs.Mean)
            : chance.Of(MissingAs.None, MissingAs.None, MissingAs.None, MissingAs.Hold);
        var other = isWeighted
            ? chance.Of(NotApplicableAs.Section, NotApplicableAs.All, NotApplicableAs.Percent)
            : NotApplicableAs.None;
        _indicators.Add(new Indicator(
            code, chance.Of(sections).Code, $"指标{_indicators.Count}", kind, chance.In(20) ? IndicatorNature.Process : IndicatorNature.Result, function,
            new(missing, missing is MissingAs.Percent ? chance.Between(0, 100) : null),
            new(other, other is NotApplicableAs.Percent ? chance.Between(0, 100) : null),
            "材料", function is ScoringFunction.PanelMean ? null : MeasureFor(function, code)));
    }

    private ItemCode MeasureFor(ScoringFunction function, ItemCode indicator)
    {
        var form = function switch
        {
            ScoringFunction.MilestoneDay => MeasureForm.Day,
            ScoringFunction.ClassTable => MeasureForm.Class,
            ScoringFunction.PerEvent or ScoringFunction.VetoEvent => MeasureForm.Number,
            _ when function.Levels.Any(level => level.Measure is not null) => MeasureForm.Number,
            _ => chance.Of(MeasureForm.Number, MeasureForm.Number, MeasureForm.Rate),
        };
        return Measured($"m-{indicator}", form);
    }

    private ItemCode Measured(string code, MeasureForm form)
    {
        var unit = form switch { MeasureForm.Day => "day-of-year", MeasureForm.Class => "class", MeasureForm.Rate => "percent", _ => "count" };
        var prior = form is MeasureForm.Rate && chance.In(30) ? new Prior(chance.Between(1, 9), chance.Between(50, 100)) : null;
        _measures.Add(new Measure(new(code), $"数据 {code}", form, unit, new(chance.Of(SourceKind.Import, SourceKind.Ledger, SourceKind.SelfReport), "统计"), prior));
        return new ItemCode(code);
    }

    private Level LevelOf(Fraction constant) => chance.In(70) ? Level.Of(constant) : Level.Of(Measured($"level-{_measures.Count}", MeasureForm.Number));

    private ScoringFunction.Linear Linear()
    {
        var target = chance.Amount(40, 100, 1);
        return chance.In(70)
            ? new ScoringFunction.Linear(Level.Of(chance.Amount(-5, 39, 1)), LevelOf(target))
            : new ScoringFunction.Linear(Level.Of(target), Level.Of(chance.Amount(0, 39, 1)));
    }

    private ScoringFunction.StepTable Steps()
    {
        var way = Way();
        int[] limits = [.. chance.Shuffled(Enumerable.Range(0, 60))[..chance.Between(1, 4)].Order()];
        if (way is Direction.Higher) Array.Reverse(limits);
        var percents = Falling(limits.Length + 1);
        return new ScoringFunction.StepTable(way, [.. limits.Select((limit, i) => new ScoreStep(limit, percents[i]))], percents[^1]);
    }

    private ScoreClass[] ClassPercents()
    {
        var percents = Falling(Classes.Length);
        return [.. Classes.Select((name, i) => new ScoreClass(name, percents[i]))];
    }

    private Fraction[] Falling(int count) => [.. Enumerable.Range(0, count).Select(_ => chance.Amount(0, 100, 1)).OrderDescending()];

    private ScoringFunction.PerEvent Events() => new(chance.Amount(1, 30, 0) / 10, chance.Between(3, 6));

    private Direction Way() => chance.Of(Direction.Higher, Direction.Lower);
}
