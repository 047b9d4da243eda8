using Supervision.Evaluations;
using Supervision.Language;

namespace Supervision.Conformance.Evaluations;

/// <summary>Measurements, panels and sheets for a generated scheme; few different values, so that ties are common.</summary>
internal sealed class GeneratedInputs(Chance chance, CaseStress stress, EvaluationScheme scheme)
{
    private static readonly string[] Classes = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"];
    private static readonly string[] Reasons = ["未报", "\"待核\"\n第2行", "tab\there", "\\ \u0001 😀", "n/a"];

    private readonly HashSet<ItemCode> _events = [.. scheme.Indicators
        .Where(indicator => indicator.Function is ScoringFunction.PerEvent or ScoringFunction.VetoEvent).Select(indicator => indicator.Measure!.Value)];

    private readonly HashSet<ItemCode> _levels = [.. scheme.Indicators
        .SelectMany(indicator => indicator.Function.Levels).Select(level => level.Measure).OfType<ItemCode>()];

    private AgencyCode[] Agencies { get; } = [.. scheme.Groups.SelectMany(group => group.Agencies)];

    public EvaluationBundle Build()
    {
        Panel[] panels = [.. Enumerable.Range(0, chance.Between(1, 2)).Select(place => PanelOf(place))];
        return new EvaluationBundle(
            EvaluationBundle.FormatName, scheme, new CutOff(new DateOnly(2026, 12, 31), [new(1, chance.Next(900)), new(0, 7)]),
            chance.Shuffled(Agencies.SelectMany(agency => scheme.Measures.Select(measure => Measure(agency, measure))).OfType<Measurement>()),
            chance.Shuffled(panels), chance.Shuffled(panels.SelectMany(panel => panel.Judges.Select(judge => Sheet(panel, judge))).OfType<JudgeSheet>()),
            Simulated: chance.Of(true, false, (bool?)null));
    }

    private Measurement? Measure(AgencyCode agency, Measure measure)
    {
        string[] references = chance.Shuffled<string>([$"import:{chance.Next(9999):x}:{chance.Next(99)}", $"event:task/t-{chance.Next(99)}:{chance.Next(50)}"]);
        var (missing, other) = (stress is CaseStress.Missing ? 25 : 5, stress is CaseStress.NotApplicable ? 25 : 4);
        if (chance.In(missing)) return chance.In(50) ? null : new Measurement.Missing(agency, measure.Code, chance.Of(Reasons), []);
        if (chance.In(other)) return new Measurement.NotApplicable(agency, measure.Code, chance.Of(Reasons), references);
        return measure.Form switch
        {
            MeasureForm.Rate => Rate(agency, measure, references),
            MeasureForm.Class => new Measurement.InClass(agency, measure.Code, chance.Of(Classes), references),
            MeasureForm.Day when chance.In(25) => new Measurement.NotReached(agency, measure.Code, references),
            MeasureForm.Day => new Measurement.Reached(agency, measure.Code, new DateOnly(2026, chance.Between(1, 12), chance.Of(27, 28)), references),
            _ => new Measurement.Number(agency, measure.Code, Value(measure), measure.Unit, references),
        };
    }

    private Measurement.Rate Rate(AgencyCode agency, Measure measure, string[] references)
    {
        var whole = chance.Between(1, chance.Of(6, 40));
        return new Measurement.Rate(
            agency, measure.Code, chance.Between(0, whole), whole, references, chance.In(20) ? "停表 2 件除外" : null);
    }

    private Fraction Value(Measure measure) =>
        _events.Contains(measure.Code) ? Math.Max(0, chance.Between(stress is CaseStress.Vetoes ? -2 : -6, 3))
        : _levels.Contains(measure.Code) ? chance.Between(41, 70)
        : stress is CaseStress.Ties ? 10 * chance.Between(2, 4)
        : chance.In(50) ? 10 * chance.Between(-1, 6)
        : chance.Amount(-5, 70, chance.Between(0, 3));

    private Panel PanelOf(int place)
    {
        Judge[] judges = [.. Enumerable.Range(0, chance.Between(1, 9)).Select(i =>
            new Judge(new AccountId($"judge.{chance.Next(100):D2}-{i}"), chance.In(40) ? chance.Of(Agencies) : null))];
        return new Panel(new($"p{place}"), judges,
            [.. judges.Where(_ => chance.In(25)).Select(judge => new Recusal(judge.Account, chance.Of(Agencies), "曾任职"))]);
    }

    private JudgeSheet? Sheet(Panel panel, Judge judge)
    {
        if (chance.In(10)) return null;
        JudgeMark[] marks = [.. scheme.Groups.SelectMany(group => group.Agencies.SelectMany(agency => scheme.Indicators
            .Where(indicator => indicator.IsFor(agency, group) && indicator.Function is ScoringFunction.PanelMean function && function.Panel == panel.Code)
            .Where(_ => !panel.IsRecused(judge, agency) && !chance.In(8))
            .Select(indicator => new JudgeMark(agency, indicator.Code, Mark(((ScoringFunction.PanelMean)indicator.Function).Scale)))))];
        return new JudgeSheet(panel.Code, judge.Account, $"sheet:sheet/{panel.Code}-{judge.Account}:{chance.Next(9)}", chance.Shuffled(marks));
    }

    private Fraction Mark(Fraction scale) => scale * chance.Between(stress is CaseStress.Ties ? 9 : 4, 10) / 10;
}
