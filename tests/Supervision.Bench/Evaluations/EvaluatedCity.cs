using Supervision.Evaluations;
using Supervision.Language;

namespace Supervision.Bench.Evaluations;

/// <summary>A city's year as it comes to be evaluated: agencies, indicators of every kind, and the events of its tasks.</summary>
internal static class EvaluatedCity
{
    private const int Judges = 9;
    private const int EventsATask = 6;

    /// <param name="groups">Of equal size; agencies are only compared within one.</param>
    /// <param name="tasks">Each has events that the rates of its agency refer to.</param>
    public static EvaluationBundle Of(int agencies, int indicators, int tasks, int groups = 2)
    {
        var numbers = new SeededNumbers(2026);
        AgencyCode[] all = [.. Enumerable.Range(0, agencies).Select(i => new AgencyCode($"agency-{i:D4}"))];
        Indicator[] declared = [.. Enumerable.Range(0, indicators).Select(IndicatorOf)];
        Judge[] judges = [.. Enumerable.Range(0, Judges).Select(i => new Judge(new AccountId($"judge.{i}"), all[i]))];
        return new EvaluationBundle(
            EvaluationBundle.FormatName, SchemeOf(all, declared, groups), new CutOff(new DateOnly(2026, 12, 31), [new(0, tasks)]),
            [.. all.SelectMany((agency, place) => declared.Where(indicator => indicator.Measure is not null)
                .Select(indicator => Measured(agency, place, indicator, numbers, agencies, tasks)))],
            [new Panel(new("panel"), judges, [])], [.. judges.Select(judge => Sheet(judge, all, declared, numbers))]);
    }

    /// <summary>One event more: a rate of the first agency, which stands in a ranked indicator.</summary>
    public static Measurement OneMore(EvaluationBundle bundle, int turn)
    {
        var before = bundle.Measurements.OfType<Measurement.Rate>().First(rate => rate.Measure.Value.EndsWith("-rank", StringComparison.Ordinal));
        return before with { Whole = before.Whole + 1 + turn, References = [.. before.References, $"event:task/late-{turn}:1"] };
    }

    private static EvaluationScheme SchemeOf(AgencyCode[] agencies, Indicator[] indicators, int groups)
    {
        Indicator[] weighted = [.. indicators.Where(indicator => indicator.IsWeighted)];
        var weights = weighted.Select((indicator, i) => (indicator.Code, Weight: (Fraction)((10_000 / weighted.Length) + (i < 10_000 % weighted.Length ? 1 : 0)) / 100))
            .ToDictionary(pair => pair.Code, pair => pair.Weight);
        return new EvaluationScheme(
            new("year-end"), 1, "年度考核办法", Decimals: 4, ProcessShareMax: 40, BonusMax: 5, DeductionMax: 10,
            [new(new("excellent"), "优秀", 85), new(new("good"), "良好", 75), new(new("pass"), "合格", 60), new(new("fail"), "不合格", 0)],
            [new(TieBy.Deduction), new(TieBy.Bonus)], QuotaTie.Lower, [.. Enumerable.Range(0, 8).Select(i => new Section(new($"section-{i}"), $"板块{i}"))],
            [.. indicators.Where(indicator => indicator.Measure is not null).Select(MeasureOf)], indicators,
            [.. agencies.Chunk((agencies.Length + groups - 1) / groups).Select((members, i) =>
                new EvaluationGroup(new($"group-{i}"), $"第{i}组", members, weights, [new(new("excellent"), 30)]))]);
    }

    private static Indicator IndicatorOf(int number)
    {
        var (kind, name, function) = (number % 10) switch
        {
            0 => (IndicatorKind.PlanTasks, "rank", new ScoringFunction.RankOrder(Direction.Higher, 100, 60)),
            1 => (IndicatorKind.LeadersRating, "marks", new ScoringFunction.PanelMean(new("panel"), 100, 5, 3, AbsentMark.Skip)),
            2 when number < 10 => (IndicatorKind.Bonus, "bonus", new ScoringFunction.PerEvent((Fraction)1 / 2, 3)),
            3 when number < 10 => (IndicatorKind.Deduction, "deduction", new ScoringFunction.PerEvent((Fraction)1 / 2, 3)),
            4 when number < 10 => (IndicatorKind.Veto, "veto", new ScoringFunction.VetoEvent(new("pass"))),
            5 => (IndicatorKind.Common, "step", new ScoringFunction.StepTable(Direction.Higher, [new(90, 100), new(80, 80)], 40)),
            6 => (IndicatorKind.Common, "ratio", new ScoringFunction.Ratio(Direction.Higher, Level.Of(70), (Fraction)11 / 10)),
            _ => (IndicatorKind.Common, "linear", (ScoringFunction)new ScoringFunction.Linear(Level.Of(50), Level.Of(97))),
        };
        var isWeighted = kind is not (IndicatorKind.Bonus or IndicatorKind.Deduction or IndicatorKind.Veto);
        var code = new ItemCode($"i{number:D4}-{name}");
        return new Indicator(
            code, new($"section-{number % 8}"), $"指标{number}", kind, IndicatorNature.Result, function,
            isWeighted ? new(MissingAs.Lowest) : new(MissingAs.None), isWeighted ? new(NotApplicableAs.Section) : new(NotApplicableAs.None),
            "台账", function is ScoringFunction.PanelMean ? null : code);
    }

    private static Measure MeasureOf(Indicator indicator) => IsRate(indicator)
        ? new Measure(indicator.Code, indicator.Name, MeasureForm.Rate, "percent", new(SourceKind.Ledger, "台账"))
        : new Measure(indicator.Code, indicator.Name, MeasureForm.Number, "count", new(SourceKind.Import, "市统计局"));

    private static Measurement Measured(AgencyCode agency, int place, Indicator indicator, SeededNumbers numbers, int agencies, int tasks)
    {
        if (numbers.Next(50) == 0) return new Measurement.NotApplicable(agency, indicator.Code, "无此职能", []);
        if (!IsRate(indicator))
            return new Measurement.Number(agency, indicator.Code, indicator.IsWeighted ? numbers.Next(100) : numbers.Next(40) / 38, "count", [$"import:{numbers.Next(99)}:{place}"]);

        string[] references = [.. Enumerable.Range(0, tasks / agencies).SelectMany(task =>
            Enumerable.Range(0, EventsATask / 3).Select(at => $"event:task/t-{place}-{task}:{at + 1}"))];
        var whole = Math.Max(5, tasks / agencies);
        return new Measurement.Rate(agency, indicator.Code, whole - numbers.Next(whole / 2), whole, references);
    }

    // A fifth of the indicators looks at the ledger: rates of tasks in time, returned, closed.
    private static bool IsRate(Indicator indicator) =>
        indicator.Function is ScoringFunction.RankOrder or ScoringFunction.Linear && indicator.Code.Value[4] is '0' or '7';

    private static JudgeSheet Sheet(Judge judge, AgencyCode[] agencies, Indicator[] indicators, SeededNumbers numbers) => new(
        new("panel"), judge.Account, $"sheet:{judge.Account}:1",
        [.. agencies.Where(agency => agency != judge.Agency).SelectMany(agency => indicators
            .Where(indicator => indicator.Function is ScoringFunction.PanelMean)
            .Select(indicator => new JudgeMark(agency, indicator.Code, 60 + numbers.Next(40))))]);
}
