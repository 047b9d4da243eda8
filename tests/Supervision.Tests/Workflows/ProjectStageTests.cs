using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>储备-论证-签约-开工-投产-达效, with a pause and a way out.</summary>
public sealed class ProjectStageTests
{
    private static readonly string[] Stages = ["stock", "appraisal", "signing", "construction", "production", "performance"];

    [Fact]
    public void Project_goes_through_six_stages_each_with_evidence_and_a_check()
    {
        var walk = Begun();
        foreach (var stage in Stages)
        {
            walk.Places.Should().BeEquivalentTo("change", $"{stage}-evidence");
            walk.At($"{stage}-evidence").Dues.Should().ContainKey("limit");
            Pass(walk, stage);
        }

        walk.Ended.Should().Equal("Performing");
    }

    [Fact]
    public void Evidence_that_does_not_hold_is_asked_for_again_with_a_limit_of_its_own()
    {
        var walk = Begun().Say("stock-evidence", "Submitted").Say("stock-check", "Rejected");

        walk.LimitOf("stock-evidence").Should().Be(new DateOnly(2026, 3, 30)); // twenty working days
        walk.Pass("stock-evidence").Requests.Should().Equal("""start-ladder {"about":"stock","definition":"sub-ladder"}""");
    }

    [Fact]
    public void Appraisal_takes_two_of_three()
    {
        var walk = Pass(Begun(), "stock").Say("appraisal-evidence", "Submitted").Say("appraisal-check", "Approved", "a");
        walk.Places.Should().Equal("appraisal-check", "change");

        walk.Say("appraisal-check", "Rejected", "b").Say("appraisal-check", "Approved", "c").Places.Should().Equal("change", "signing-evidence");
    }

    [Fact]
    public void Suspended_project_has_its_clock_stopped_and_goes_on_where_it_stood()
    {
        var walk = Begun().Say("change", "Submitted").Say("suspend", "Approved");
        walk.Requests.Should().Equal("""stop-clock {"reason":"项目暂停推进。"}""");
        walk.Places.Should().Equal("resume", "stock-evidence");

        walk.Say("resume", "Approved").Requests.Should().Equal("resume-clock {}");
        walk.Places.Should().Equal("change", "stock-evidence");
        walk.Say("change", "Submitted").Places.Should().Equal(["stock-evidence", "suspend"], "it may happen again");
    }

    [Fact]
    public void Dropped_project_ends_whatever_its_stage()
    {
        var walk = Pass(Begun(), "stock").Say("change", "Submitted").Say("suspend", "Approved").Say("resume", "Rejected");

        walk.Ended.Should().Equal("Dropped");
        walk.Waits.Should().BeEmpty();
    }

    [Fact]
    public void Refused_suspension_changes_nothing() =>
        Begun().Say("change", "Submitted").Say("suspend", "Rejected").Places.Should().Equal("change", "stock-evidence");

    private static Walk Begun() => Walk.Of(ShippedDefinitions.ProjectStages).Start(new JsonObject { ["project"] = "智慧岛" });

    private static Walk Pass(Walk walk, string stage) => walk.Say($"{stage}-evidence", "Submitted")
        .Say($"{stage}-check", "Approved", stage == "appraisal" ? ["a", "b"] : ["a"]);
}
