using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>考核: self-report, data, five judges without the extremes, confirmation, publication, objections.</summary>
public sealed class EvaluationTests
{
    [Fact]
    public void Score_is_the_mean_without_the_extremes_and_stands_when_nobody_objects()
    {
        var walk = Scored(90, 85.5m, 80, 99, 60).Say("confirm", "Approved");
        walk.Requests.Should().ContainSingle().Which.Should().Contain("85.17"); // 90, 85.5 and 80, half up

        walk.LimitOf("objections").Should().Be(new DateOnly(2026, 3, 9));
        walk.Pass("objections").Ended.Should().Equal("Closed");
        walk.State.Output["score"].GetDecimal().Should().Be(85.17m);
    }

    [Fact]
    public void Data_that_does_not_hold_goes_back_to_the_self_report() =>
        Begun().Say("self-report", "Submitted").Say("check-data", "Rejected").Places.Should().Equal("self-report");

    [Fact]
    public void Result_that_is_not_confirmed_is_scored_again_from_nothing()
    {
        var walk = Scored(90, 90, 90, 90, 90).Say("confirm", "Rejected");

        walk.Places.Should().Equal("score");
        walk.At("score").Terms.Should().NotContainKey("scoredBy");
    }

    [Fact]
    public void Appeal_that_holds_is_scored_again_and_one_that_does_not_leaves_the_result()
    {
        var walk = Scored(80, 80, 80, 80, 80).Say("confirm", "Approved").Say("objections", "Submitted");
        walk.At("appeal").Term("excluded").Should().Be("j1,j2,j3,j4,j5", "judges do not judge the appeal");

        walk.Say("appeal", "Approved").Places.Should().Equal("score");
        Score(walk, 88, 88, 88, 88, 88).Say("confirm", "Approved").Say("objections", "Submitted").Say("appeal", "Rejected");
        walk.Ended.Should().Equal("Closed");
        walk.State.Output["score"].GetDecimal().Should().Be(88);
    }

    [Fact]
    public void Scores_are_blind_until_the_last_and_nobody_scores_twice_or_outside_the_scale()
    {
        var walk = Checked();
        var wait = walk.At("score").Id;
        walk.Continue(walk.TryAnswer(wait, "Scored", Mark("j1", 77)));

        walk.At("score").Terms.Should().Contain("scoredBy", "j1").And.NotContain(term => term.Value.Contains("77"));
        walk.TryAnswer(wait, "Scored", Mark("j1", 78)).State.Should().BeSameAs(walk.State);
        walk.TryAnswer(wait, "Scored", Mark("j2", 101)).State.Should().BeSameAs(walk.State);
        walk.TryAnswer(wait, "Scored", Mark("j2", -1)).State.Should().BeSameAs(walk.State);
        walk.TryAnswer(wait, "Scored").State.Should().BeSameAs(walk.State);
    }

    [Fact]
    public void Own_people_and_excluded_judges_do_not_score()
    {
        var walk = Checked();
        var wait = walk.At("score").Id;

        walk.TryAnswer(wait, "Scored", Mark("served-there", 90)).State.Should().BeSameAs(walk.State);
        walk.TryAnswer(wait, "Scored", new JsonObject { ["account"] = "x", ["agency"] = "gushi", ["score"] = 90 }).State.Should().BeSameAs(walk.State);
    }

    [Fact]
    public void Self_report_that_does_not_come_climbs() => Begun().Pass("self-report").Requests
        .Should().Equal("""start-ladder {"about":"self-report","definition":"sub-ladder"}""");

    private static JsonObject Mark(string judge, decimal score) => new() { ["account"] = judge, ["agency"] = "evaluation-committee", ["score"] = score };

    private static Walk Begun() => Walk.Of(ShippedDefinitions.Evaluation)
        .Start(new JsonObject { ["agency"] = "gushi", ["excluded"] = new JsonArray("served-there") });

    private static Walk Checked() => Begun().Say("self-report", "Submitted").Say("check-data", "Approved");

    private static Walk Scored(params decimal[] scores) => Score(Checked(), scores);

    private static Walk Score(Walk walk, params decimal[] scores)
    {
        for (var judge = 0; judge < scores.Length; judge++)
            walk.Continue(walk.TryAnswer(walk.At("score").Id, "Scored", Mark($"j{judge + 1}", scores[judge])));

        walk.Places.Should().Equal("confirm");
        return walk;
    }
}
