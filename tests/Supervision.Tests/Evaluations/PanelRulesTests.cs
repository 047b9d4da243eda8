using Supervision.Evaluations;
using Supervision.Language;

namespace Supervision.Tests.Evaluations;

/// <summary>Absent marks, and judges who always mark higher or lower.</summary>
public sealed class PanelRulesTests
{
    [Fact]
    public void A_judge_who_stands_back_is_not_absent()
    {
        var strict = new EvaluationCase().Agencies("a", "b")
            .Weighted("x", 50, new ScoringFunction.PanelMean(new("p"), 100, 5, 1, AbsentMark.Missing))
            .PanelOf(new Panel(new("p"), [new(new("li"), new AgencyCode("a")), new(new("wang")), new(new("sun"))], [new(new("sun"), new("a"), "曾任职")]))
            .Sheet("p", "wang", ("a", "x", 80), ("b", "x", 70)).Sheet("p", "li", ("b", "x", 90)).Fill(50).Evaluate().Result;

        strict.Find(new("a"))!.Score.Line(new("x"))!.Points.Should().Be((Fraction)40, "of three, one is of the agency and one recused");
        strict.Find(new("b"))!.Score.Line(new("x"))!.Reason.Should().Be("marks-absent", "sun has not marked b");
        (strict.Find(new("b"))!.Rank, strict.Find(new("b"))!.Score.Total, strict.Find(new("b"))!.Grade).Should().Be((null, null, null));
    }

    [Fact]
    public void A_judge_who_always_marks_ten_points_higher_stands_out()
    {
        JudgeSheet[] sheets = [Sheet("li", 80, 70, 60), Sheet("wang", 90, 80, 70), Sheet("sun", 80, 70, 60), Sheet("alone")];

        PanelRules.Deviations(sheets, points: 10).Select(judge => $"{judge.Judge} {judge.Marks} {judge.Mean} {judge.Smallest} {judge.Largest} {judge.StandsOut}")
            .Should().Equal("li 3 -5 -5 -5 False", "sun 3 -5 -5 -5 False", "wang 3 10 10 10 True");
        PanelRules.Deviations([.. sheets.Reverse()], points: (Fraction)1001 / 100).Should().NotContain(judge => judge.StandsOut);
    }

    private static JudgeSheet Sheet(string judge, params int[] marks) => new(
        new("p"), new(judge), $"sheet:{judge}:1", [.. marks.Select((mark, i) => new JudgeMark(new($"a{i}"), new("x"), mark))]);
}
