using System.Globalization;
using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>Puts a line of a result into words. Adds nothing to it: every number stands in the line or in the bundle.</summary>
public static class ExplanationRules
{
    /// <summary>Decimals of a number that has no end, for the reader alone.</summary>
    private const int DecimalsShown = 6;

    /// <returns>Null when the agency or its indicator is not in the evaluation.</returns>
    public static Explanation? Of(Evaluation evaluation, AgencyCode agency, ItemCode indicator)
    {
        var scheme = evaluation.Bundle.Scheme;
        if (evaluation.Result.Find(agency)?.Score.Line(indicator) is not { } line) return null;
        var declared = scheme.Indicators.First(part => part.Code == indicator);
        var formula = string.Join("; ", new[] { Attainment(declared, line), Points(line, scheme.Decimals) }.Where(part => part.Length > 0));
        var (chinese, english) = Sentences(declared, line);
        return new Explanation(indicator, formula, chinese, english, [.. Sources(evaluation.Bundle, declared, agency)]);
    }

    private static string Attainment(Indicator indicator, IndicatorLine line)
    {
        if (line.State is LineState.Filled or LineState.Granted) return $"{line.Rule ?? "percent"} → {Text(line.Attainment ?? Fraction.Zero)}";
        if (line.State is not LineState.Scored) return "";
        string V(string name) => line.ValueOf(name) is { } text ? Short(text) : "—";
        var value = line.ValueOf("part") is null ? V("value") : $"({V("part")} / {V("whole")} → {V("value")} %)";
        return indicator.Function switch
        {
            ScoringFunction.Ratio { Direction: Direction.Higher } => $"min({value} ÷ {V("target")}, {V("cap")}) = {Attained(line)}",
            ScoringFunction.Ratio => $"min({V("target")} ÷ {value}, {V("cap")}) = {Attained(line)}",
            ScoringFunction.Linear => $"({value} − {V("floor")}) ÷ ({V("target")} − {V("floor")}) → {Attained(line)}",
            ScoringFunction.Difference =>
                $"({value} − {V("reference")} − {V("floor")}) ÷ ({V("target")} − {V("floor")}) → {Attained(line)}",
            ScoringFunction.StepTable table => line.ValueOf("at") is null
                ? $"{value} → {V("percent")} %"
                : $"{value} {(table.Direction is Direction.Higher ? "≥" : "≤")} {V("at")} → {V("percent")} %",
            ScoringFunction.RankOrder =>
                $"{value}: {V("best")} − ({V("best")} − {V("worst")}) × ({V("rank")} − 1) ÷ ({V("count")} − 1) = {V("percent")} %",
            ScoringFunction.MilestoneDay => $"{V("reachedOn")} / {V("dueOn")} → {V("percent")} %",
            ScoringFunction.ClassTable => $"{V("class")} → {V("percent")} %",
            ScoringFunction.PerEvent => $"min({V("events")} × {V("each")}, {V("cap")}) = {V("taken")}",
            ScoringFunction.VetoEvent veto => line.Ceiling is null ? $"{V("events")} < 1" : $"{V("events")} ≥ 1 → ≤ {veto.Ceiling}",
            _ => line.ValueOf("trimmed") is "0"
                ? $"{V("sum")} ÷ {V("marks")} = {V("mean")}; ÷ {V("scale")} = {Attained(line)}"
                : $"({V("sum")} − {V("highest")} − {V("lowest")}) ÷ ({V("marks")} − 2) = {V("mean")}; ÷ {V("scale")} = {Attained(line)}",
        };
    }

    private static string Points(IndicatorLine line, int decimals) => line switch
    {
        { EffectiveWeight: { } weight, Attainment: { } attainment, Points: { } points } =>
            $"{Text(weight)} × {Text(attainment)} → {points} ({decimals})",
        { Points: { } points, State: LineState.Scored } => $"→ {points}",
        _ => "",
    };

    private static (string Chinese, string English) Sentences(Indicator indicator, IndicatorLine line) => line.State switch
    {
        LineState.Scored when line.Ceiling is { } ceiling =>
            ($"触发一票否决，等次不高于“{ceiling}”。", $"The veto has struck; no grade better than \"{ceiling}\" is open."),
        LineState.Scored when line.Points is null => ("未触发一票否决。", "The veto has not struck."),
        LineState.Scored => ($"“{indicator.Name}”得 {line.Points} 分。", $"\"{indicator.Name}\" gives {line.Points} points."),
        LineState.Filled => (
            $"数据缺失（{line.Reason}），按规定“{line.Rule}”处理，得 {line.Points ?? 0} 分。",
            $"The value is missing ({line.Reason}); by the rule \"{line.Rule}\" it gives {line.Points ?? 0} points."),
        LineState.Granted => ($"不适用（{line.Reason}），按规定给 {line.Points} 分。", $"It does not apply ({line.Reason}); {line.Points} points are given as declared."),
        LineState.NotApplicable => ($"不适用（{line.Reason}），权重由其他指标分担。", $"It does not apply ({line.Reason}); its weight has gone to others."),
        _ => ($"数据缺失（{line.Reason}），补齐前不计总分。", $"The value is missing ({line.Reason}); until it is there, there is no total."),
    };

    private static IEnumerable<ExplainedSource> Sources(EvaluationBundle bundle, Indicator indicator, AgencyCode agency)
    {
        if (indicator.Function is ScoringFunction.PanelMean panel)
        {
            return bundle.Sheets.Where(sheet => sheet.Panel == panel.Panel).SelectMany(sheet => sheet.Marks
                .Where(mark => mark.Agency == agency && mark.Indicator == indicator.Code)
                .Select(mark => new ExplainedSource(sheet.Judge.Value, mark.Mark.ToString(), [sheet.Reference])));
        }

        var read = indicator.Measures().Distinct().ToHashSet();
        return bundle.Measurements.Where(measurement => measurement.Agency == agency && read.Contains(measurement.Measure))
            .Select(measurement => new ExplainedSource(
                bundle.Scheme.Measures.First(measure => measure.Code == measurement.Measure).Name, Brought(measurement),
                measurement.References, (measurement as Measurement.Rate)?.Care));
    }

    private static string Brought(Measurement measurement) => measurement switch
    {
        Measurement.Number number => $"{number.Value} {MeasureUnits.Names[number.Unit]}",
        Measurement.Rate rate => $"{rate.Part} / {rate.Whole}",
        Measurement.InClass named => named.Class,
        Measurement.Reached reached => reached.On.ToString("O", CultureInfo.InvariantCulture),
        Measurement.Missing missing => missing.Reason,
        Measurement.NotApplicable other => other.Reason,
        _ => "—",
    };

    private static string Attained(IndicatorLine line) => line.Attainment is { } attainment ? Text(attainment) : "—";

    private static string Text(Fraction value) => value.ToString() is var text && text.Contains('/')
        ? $"{Short(text)} (≈ {value.Rounded(DecimalsShown)})"
        : text;

    // A fraction of very long numbers says nothing to a reader; the result keeps it whole.
    private static string Short(string text) => text.Length > 40 ? text[..20] + "…" : text;
}
