using Supervision.Evaluations;
using static Supervision.Evaluations.ScoringFunction;

namespace Supervision.Tests.Evaluations;

/// <summary>Every finding of the check of inputs; each is refused by value, in the whole and when one thing changes.</summary>
public sealed class InputRulesTests
{
    private static readonly string[] From = ["event:task/t-1:3"];

    public static TheoryData<string> Codes => [.. InputFindings.All.Select(kind => kind.Code).Where(code => code != "input.malformed")];

    private static Dictionary<string, Action<EvaluationCase>> Defects { get; } = new()
    {
        ["input.agency-unknown"] = c => c.Number("nobody", "x", 1),
        ["input.measure-unknown"] = c => c.Number("a", "nothing", 1),
        ["input.measurement-twice"] = c => c.Number("a", "filler", 1),
        ["input.form-unfit"] = c => c.Measured(new Measurement.NotReached(new("a"), new("x"), From)),
        ["input.unit-differs"] = c => c.Number("a", "x", 1, "tonne"),
        ["input.class-unknown"] = c => c.Measured(new Measurement.InClass(new("a"), new("water"), "Ⅸ", From)),
        ["input.whole-zero"] = c => c.Measured(new Measurement.Rate(new("a"), new("rate"), 0, 0, From)),
        ["input.rate-unfit"] = c => c.Measured(new Measurement.Rate(new("a"), new("rate"), 6, 5, From)),
        ["input.events-unfit"] = c => c.Number("a", "minus", (Fraction)1 / 2),
        ["input.reference-missing"] = c => c.Measured(new Measurement.Number(new("a"), new("x"), 1, "count", [])),
        ["input.reference-malformed"] = c => c.Measured(new Measurement.Number(new("a"), new("x"), 1, "count", ["hearsay"])),
        ["input.reason-missing"] = c => c.Measured(new Measurement.Missing(new("a"), new("x"), " ", [])),
        ["input.not-applicable-refused"] = c => c.Measured(new Measurement.NotApplicable(new("a"), new("rate"), "无", [])),
        ["input.target-not-positive"] = c => c.Number("a", "goal", 0),
        ["input.floor-is-target"] = c => c.Number("a", "floor", 7).Number("a", "top", 7).Number("a", "line", 1),
        ["input.panel-twice"] = c => c.PanelOf("p"),
        ["input.panel-unknown"] = c => c.Sheet("q", "li"),
        ["input.judge-twice"] = c => c.PanelOf("q", new Judge(new("li")), new Judge(new("li"))),
        ["input.judge-unknown"] = c => c.Sheet("p", "nobody"),
        ["input.sheet-twice"] = c => c.Sheet("p", "li").Sheet("p", "li"),
        ["input.mark-twice"] = c => c.Sheet("p", "li", ("b", "marks", 1), ("b", "marks", 2)),
        ["input.mark-unfit"] = c => c.Sheet("p", "li", ("b", "x", 1)),
        ["input.mark-out-of-scale"] = c => c.Sheet("p", "li", ("b", "marks", (Fraction)1001 / 10)),
        ["input.mark-own-agency"] = c => c.Sheet("p", "li", ("a", "marks", 1)),
        ["input.mark-recused"] = c => c.Sheet("p", "wang", ("b", "marks", 1)),
    };

    [Fact]
    public void Sound_inputs_are_taken() => Sound().Evaluate().Result.Groups[0].Standings.Should().HaveCount(2);

    [Theory, MemberData(nameof(Codes))]
    public void Every_defect_is_refused(string code)
    {
        var small = Sound();
        Defects[code](small);

        var (evaluation, findings) = Evaluation.Of(small.Bundle());

        evaluation.Should().BeNull();
        findings.Should().OnlyContain(finding => finding.Code == code && finding.Place.Length > 0 && !finding.English.Contains('{'));
    }

    [Theory]
    [InlineData("input.unit-differs"), InlineData("input.rate-unfit"), InlineData("input.target-not-positive"), InlineData("input.measure-unknown")]
    public void A_change_is_checked_as_the_whole_is(string code)
    {
        var small = Sound();
        Defects[code](small);
        var changed = small.Bundle().Measurements[^1];

        var (evaluation, findings) = Sound().Evaluate().With(changed);

        evaluation.Should().BeNull();
        findings.Select(finding => finding.Code).Should().Equal(code);
    }

    [Fact]
    public void A_changed_sheet_is_checked_as_the_whole_is()
    {
        var small = Sound();
        Defects["input.mark-own-agency"](small);

        var (evaluation, findings) = Sound().Evaluate().With(small.Bundle().Sheets[^1]);

        evaluation.Should().BeNull();
        findings.Select(finding => finding.Code).Should().Equal("input.mark-own-agency");
    }

    private static EvaluationCase Sound() => new EvaluationCase().Agencies("a", "b")
        .Weighted("x", 10, new Ratio(Direction.Higher, Level.Of(1), 1), missing: new(MissingAs.Percent, 0))
        .Weighted("water", 5, new ClassTable([new("Ⅱ", 100)]), form: MeasureForm.Class, missing: new(MissingAs.Percent, 0))
        .Weighted("rate", 5, new Linear(Level.Of(50), Level.Of(100)), form: MeasureForm.Rate, other: new(NotApplicableAs.Refuse), missing: new(MissingAs.Percent, 0))
        .Weighted("goal-share", 5, new Ratio(Direction.Higher, Level.Of(new ItemCode("goal")), 1), missing: new(MissingAs.Percent, 0))
        .Weighted("line", 5, new Linear(Level.Of(new ItemCode("floor")), Level.Of(new ItemCode("top"))), missing: new(MissingAs.Percent, 0))
        .Weighted("marks", 5, new PanelMean(new("p"), 100, 5, 1, AbsentMark.Skip), missing: new(MissingAs.Percent, 0))
        .Beside("minus", IndicatorKind.Deduction, new PerEvent(1, 5))
        .PanelOf(new Panel(new("p"), [new(new("li"), new("a")), new(new("wang"))], [new(new("wang"), new("b"), "曾任职")]))
        .Fill(50);
}
