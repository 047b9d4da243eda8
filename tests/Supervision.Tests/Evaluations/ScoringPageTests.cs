using System.Globalization;
using Supervision.Evaluations;

namespace Supervision.Tests.Evaluations;

/// <summary>The worked examples of docs/rules/scoring.md, row by row.</summary>
public sealed class ScoringPageTests
{
    private const string Page = "docs/rules/scoring.md";
    private const string None = "—";

    public static TheoryData<string> Roundings => PageTable.Rows(Page, "number|decimals|rounded");

    public static TheoryData<string> Texts => PageTable.Rows(Page, "upper|lower|text");

    public static TheoryData<string> Functions => PageTable.Rows(Page, "function|measurement|level|weight|attainment|points");

    public static TheoryData<string> Ranks => PageTable.Rows(Page, "direction|best|worst|values|attainments");

    public static TheoryData<string> Panels => PageTable.Rows(Page, "marks|trimFrom|scale|weight|mean|attainment|points");

    public static TheoryData<string> Weights => PageTable.Rows(Page, "indicators: section, weight, rule when out|effective weights");

    public static TheoryData<string> Totals => PageTable.Rows(
        Page, "scored|bonus events × each (cap)|deduction events × each (cap)|bonusMax|deductionMax|bonus|deduction|total");

    public static TheoryData<string> Grades => PageTable.Rows(Page, "totals|excellent %|good %|quotaTie|ranks|grades");

    [Theory, MemberData(nameof(Roundings))]
    public void A_number_is_rounded_as_the_page_says(string row)
    {
        var cell = row.Split('|');
        Exact(cell[0]).Rounded(Whole(cell[1])).ToString().Should().Be(cell[2]);
    }

    [Theory, MemberData(nameof(Texts))]
    public void A_number_is_written_as_the_page_says(string row)
    {
        var cell = row.Split('|');
        (Exact(cell[0]) / Exact(cell[1])).ToString().Should().Be(cell[2]);
    }

    [Theory, MemberData(nameof(Functions))]
    public void A_function_gives_what_the_page_says(string row)
    {
        var cell = row.Split('|');
        var (measurement, prior) = MeasurementOf(cell[1]);
        var form = measurement switch
        {
            Measurement.Rate => MeasureForm.Rate,
            Measurement.InClass => MeasureForm.Class,
            Measurement.Reached or Measurement.NotReached => MeasureForm.Day,
            _ => MeasureForm.Number,
        };
        var small = new EvaluationCase().Agencies("a")
            .Weighted("x", Exact(cell[3]), EvaluationCase.Function(cell[0]), prior: prior, form: form).Fill(50).Measured(measurement);
        if (cell[2] != None) small.Number("a", "level", Exact(cell[2]));

        var line = small.Evaluate().Result.Find(new("a"))!.Score.Line(new("x"))!;
        (line.Attainment.ToString(), line.Points.ToString()).Should().Be((cell[4], cell[5]));
    }

    [Theory, MemberData(nameof(Ranks))]
    public void Ranks_give_what_the_page_says(string row)
    {
        var cell = row.Split('|');
        var values = cell[3].Split(' ');
        var direction = Enum.Parse<Direction>(cell[0], ignoreCase: true);
        var small = new EvaluationCase().Agencies([.. values.Select((_, i) => $"a{i}")])
            .Weighted("x", 50, new ScoringFunction.RankOrder(direction, Exact(cell[1]), Exact(cell[2]))).Fill(50);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != "missing") small.Number($"a{i}", "x", Exact(values[i]));
        }

        // The check refuses so few; the rule for too few is what the last rows show.
        var result = values.Length >= SchemeRules.SampleMin ? small.Evaluate().Result : Few(small);
        values.Select((_, i) => result.Find(new($"a{i}"))!.Score.Line(new("x"))!)
            .Select(line => line.State is LineState.Held ? "missing" : line.Attainment?.ToString() ?? (line.Reason == "too-few-ranked" ? None : "?"))
            .Should().Equal(cell[4].Split(' '));
    }

    [Theory, MemberData(nameof(Panels))]
    public void A_panel_gives_what_the_page_says(string row)
    {
        var cell = row.Split('|');
        var marks = cell[0].Split(' ');
        var small = new EvaluationCase().Agencies("a")
            .Weighted("x", Exact(cell[3]), new ScoringFunction.PanelMean(new("p"), Exact(cell[2]), Whole(cell[1]), MarksMin: 2, AbsentMark.Skip))
            .Fill(50).PanelOf("p", [.. marks.Select((_, i) => new Judge(new($"j{i}")))]);
        for (var i = 0; i < marks.Length; i++) small.Sheet("p", $"j{i}", ("a", "x", Exact(marks[i])));

        var line = small.Evaluate().Result.Find(new("a"))!.Score.Line(new("x"))!;
        (line.ValueOf("mean") ?? "missing").Should().Be(cell[4]);
        (line.Attainment?.ToString() ?? None, line.Points?.ToString() ?? None).Should().Be((cell[5], cell[6]));
    }

    [Theory, MemberData(nameof(Weights))]
    public void Weights_are_spread_as_the_page_says(string row)
    {
        var cell = row.Split('|');
        var entries = cell[0].Split("; ").Select(entry => entry.Split(' ')).ToArray();
        var small = new EvaluationCase().Agencies("a");
        for (var i = 0; i < entries.Length; i++)
        {
            var rule = entries[i][2] is "section" ? NotApplicableAs.Section : NotApplicableAs.All;
            small.Weighted($"x{i}", Exact(entries[i][1]), new ScoringFunction.Ratio(Direction.Higher, Level.Of(1), 1), entries[i][0].ToLowerInvariant(), other: new(rule));
            if (entries[i][2] == "in") small.Number("a", $"x{i}", 1);
            else small.Measured(new Measurement.NotApplicable(new("a"), new($"x{i}"), "无此职能", []));
        }

        small.Evaluate().Result.Find(new("a"))!.Score.Lines.Select(line => line.EffectiveWeight?.ToString() ?? None)
            .Should().Equal(cell[1].Split(' '));
    }

    [Theory, MemberData(nameof(Totals))]
    public void A_total_is_what_the_page_says(string row)
    {
        var cell = row.Split('|');
        var small = new EvaluationCase { BonusMax = Exact(cell[3]), DeductionMax = Exact(cell[4]) }.Agencies("a");
        Adjust(small, "plus", IndicatorKind.Bonus, cell[1]);
        Adjust(small, "minus", IndicatorKind.Deduction, cell[2]);
        small.Fill(Exact(cell[0]));

        var score = small.Evaluate().Result.Find(new("a"))!.Score;
        $"{score.Scored}|{score.Bonus}|{score.Deduction}|{score.Total}".Should().Be($"{cell[0]}|{cell[5]}|{cell[6]}|{cell[7]}");
    }

    [Theory, MemberData(nameof(Grades))]
    public void Ranks_and_grades_are_what_the_page_says(string row)
    {
        var cell = row.Split('|');
        var totals = cell[0].Split(' ');
        var small = new EvaluationCase { QuotaTie = Enum.Parse<QuotaTie>(cell[3], ignoreCase: true) }
            .Agencies([.. totals.Select((_, i) => $"a{i}")]).Beside("v", IndicatorKind.Veto, new ScoringFunction.VetoEvent(new("pass")));
        for (var i = 0; i < totals.Length; i++) small.Number($"a{i}", "v", totals[i].EndsWith('v') ? 1 : 0);
        Fraction[] points = [.. totals.Select(total => Exact(total.TrimEnd('v')))];
        small.Fill(points[0], points[1..]);
        if (cell[1] != None) small.Quota("excellent", Exact(cell[1]));
        if (cell[2] != None) small.Quota("good", Exact(cell[2]));

        var standings = small.Evaluate().Result.Groups[0].Standings;
        string.Join(' ', standings.Select(standing => standing.Rank)).Should().Be(cell[4]);
        string.Join(' ', standings.Select(standing => standing.Grade)).Should().Be(cell[5]);
    }

    private static EvaluationResult Few(EvaluationCase small)
    {
        // Five by the scheme, so that it passes, and the fifth without a value.
        var bundle = small.Agencies("last").Number("last", EvaluationCase.Filler, 50).Bundle();
        return Evaluation.Of(bundle).Evaluation!.Result;
    }

    private static void Adjust(EvaluationCase small, string code, IndicatorKind kind, string cell)
    {
        var parts = cell.Split([' ', '×', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        small.Beside(code, kind, new ScoringFunction.PerEvent(Exact(parts[1]), Exact(parts[2]))).Number("a", code, Exact(parts[0]));
    }

    private static (Measurement Measurement, Prior? Prior) MeasurementOf(string cell)
    {
        var words = cell.Split(' ');
        string[] from = ["event:task/t:1"];
        Measurement measurement = words switch
        {
            ["reached", var day] => new Measurement.Reached(new("a"), new("x"), DateOnly.Parse(day, CultureInfo.InvariantCulture), from),
            ["not", "reached"] => new Measurement.NotReached(new("a"), new("x"), from),
            ["class", var name] => new Measurement.InClass(new("a"), new("x"), name, from),
            ["rate", var part, "of", var whole, ..] => new Measurement.Rate(new("a"), new("x"), Exact(part), Exact(whole), from),
            _ => new Measurement.Number(new("a"), new("x"), Exact(cell), "count", from),
        };
        return (measurement, words is [.., "prior", var cases, "at", var percent] ? new Prior(Exact(cases), Exact(percent)) : null);
    }

    // Longer decimals than a bundle may hold, and fractions.
    private static Fraction Exact(string text)
    {
        var parts = text.Split('/');
        var digits = parts[0].Split('.');
        var above = System.Numerics.BigInteger.Parse(string.Concat(digits), CultureInfo.InvariantCulture);
        Fraction value = 0;
        foreach (var digit in System.Numerics.BigInteger.Abs(above).ToString(CultureInfo.InvariantCulture)) value = (value * 10) + (digit - '0');
        for (var i = digits.Length > 1 ? digits[1].Length : 0; i > 0; i--) value /= 10;
        return (text.StartsWith('-') ? -value : value) / (parts.Length > 1 ? Exact(parts[1]) : 1);
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
