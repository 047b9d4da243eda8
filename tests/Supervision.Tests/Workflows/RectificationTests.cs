using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>整改: problems, notice, plan, rectification by its limit, re-check, strike-off.</summary>
public sealed class RectificationTests
{
    [Fact]
    public void Rectified_rechecked_and_struck_off()
    {
        var walk = Rectifying();
        walk.LimitOf("rectify").Should().Be(new DateOnly(2026, 3, 16)); // ten working days, as asked for
        walk.Say("rectify", "Submitted").Say("re-check", "Approved", "a", "b").Say("close", "Approved").Ended.Should().Equal("Closed");
    }

    [Fact]
    public void Notice_or_plan_that_is_not_approved_is_written_again()
    {
        var walk = Begun().Say("problems", "Submitted").Say("issue", "Rejected");
        walk.Places.Should().Equal("problems");
        walk.Say("problems", "Submitted").Say("issue", "Approved").Say("plan", "Submitted").Say("approve-plan", "Rejected").Places.Should().Equal("plan");
    }

    [Fact]
    public void Overdue_rectification_climbs_and_goes_on_being_owed()
    {
        var walk = Rectifying().Pass("rectify");

        walk.Requests.Should().Equal("""start-ladder {"about":"rectification","definition":"sub-ladder"}""");
        walk.Places.Should().Equal("rectify");
    }

    [Theory]
    [InlineData("re-check")]
    [InlineData("close")]
    public void Failed_recheck_returns_it_and_the_second_proposes_an_interview(string place)
    {
        var walk = Rectifying();
        for (var round = 1; round <= 3; round++)
        {
            walk.Say("rectify", "Submitted");
            if (place == "close") walk.Say("re-check", "Approved", "a", "b");
            walk.Say(place, "Rejected", "a").Places.Should().Equal("rectify");
            walk.Requests.Any(request => request.StartsWith("propose ", StringComparison.Ordinal)).Should().Be(round >= 2);
        }
    }

    [Fact]
    public void People_of_the_agency_do_not_recheck()
    {
        var walk = Rectifying().Say("rectify", "Submitted");
        var own = new JsonObject { ["account"] = "gushi.head", ["agency"] = "gushi" };

        walk.TryAnswer(walk.At("re-check").Id, "Approved", own).State.Should().BeSameAs(walk.State);
    }

    private static Walk Begun() => Walk.Of(ShippedDefinitions.Rectification).Start(new JsonObject { ["agency"] = "gushi", ["limitWorkingDays"] = 10 });

    private static Walk Rectifying() => Begun().Say("problems", "Submitted").Say("issue", "Approved").Say("plan", "Submitted").Say("approve-plan", "Approved");
}
