using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>子方案: acknowledged, drafted, signed by the head, reviewed and accepted by the office.</summary>
public sealed class SubPlanTests
{
    [Fact]
    public void Accepted_at_the_first_attempt()
    {
        var walk = Drafting();
        walk.LimitOf("draft").Should().Be(new DateOnly(2026, 3, 16)); // ten working days

        walk.Say("draft", "Submitted").At("head-approval").Term("role").Should().Be("AgencyHead");
        walk.Say("head-approval", "Approved").Say("office-review", "Approved").Say("accept", "Approved").Ended.Should().Equal("Accepted");
        walk.State.Output["rounds"].GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("head-approval")]
    [InlineData("office-review")]
    [InlineData("accept")]
    public void Whoever_says_no_sends_it_back_to_the_draft_and_every_attempt_counts(string place)
    {
        var walk = Drafting();
        for (var round = 0; round < 2; round++)
        {
            walk.Say("draft", "Submitted");
            while (!walk.Places.Contains(place)) walk.Say(walk.Places.Single(), "Approved");
            walk.Say(place, "Rejected").Places.Should().Equal("draft");
        }

        walk.Say("draft", "Submitted").Say("head-approval", "Approved").Say("office-review", "Approved").Say("accept", "Approved");
        walk.State.Output["rounds"].GetInt32().Should().Be(3);
    }

    [Fact]
    public void Refused_duty_is_told_to_the_office_and_ends_it()
    {
        var walk = Begun().Say("acknowledge", "Refused");

        walk.Requests.Should().ContainSingle().Which.Should().Contain("OfficeDirector").And.Contain("gushi");
        walk.Ended.Should().Equal("Refused");
    }

    [Theory]
    [InlineData("acknowledge", "acknowledgement")]
    [InlineData("draft", "sub-plan")]
    public void Silence_climbs(string place, string about) =>
        (place == "draft" ? Drafting() : Begun()).Pass(place).Requests.Should().Equal($$"""start-ladder {"about":"{{about}}","definition":"sub-ladder"}""");

    [Fact]
    public void People_of_the_agency_do_not_review_its_own_plan() =>
        Drafting().Say("draft", "Submitted").Say("head-approval", "Approved").At("office-review").Term("excludedAgencies").Should().Be("gushi");

    private static Walk Begun() => Walk.Of(ShippedDefinitions.SubPlanApproval).Start(new JsonObject { ["agency"] = "gushi" });

    private static Walk Drafting() => Begun().Say("acknowledge", "Acknowledged");
}
