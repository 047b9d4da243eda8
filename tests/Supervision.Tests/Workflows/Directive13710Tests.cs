using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>13710: one day, three days, seven days, one month, none left over.</summary>
public sealed class Directive13710Tests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void Ordinary_matter_is_acknowledged_reported_and_solved_within_one_three_and_seven_working_days()
    {
        var walk = Assigned();
        walk.LimitOf("acknowledge").Should().Be(Monday.AddDays(1));

        walk.Say("acknowledge", "Acknowledged").Places.Should().Equal("completion", "first-report");
        walk.LimitOf("first-report").Should().Be(Monday.AddDays(3));
        walk.LimitOf("completion").Should().Be(Monday.AddDays(9)); // seven working days, over a weekend

        walk.Say("first-report", "Reported").Say("review-first", "Passed").Places.Should().Equal("classify", "completion");
        walk.Say("classify", "Rejected").Places.Should().Equal("completion", "report");
        walk.LimitOf("completion").Should().Be(Monday.AddDays(9));
        walk.Say("report", "Reported").Say("review-report", "Passed").Places.Should().Equal("completion", "report");

        walk.Say("completion", "Submitted").Places.Should().Equal("verify");
        walk.Say("verify", "Verified").Say("appraise", "Appraised").Say("close-out", "ClosedOut").Say("archive", "Archived");
        walk.State.Status.Should().Be(InstanceStatus.Finished);
    }

    [Fact]
    public void Complex_matter_has_until_the_due_date_and_follows_it_when_it_is_extended()
    {
        var walk = Working().Say("first-report", "Reported").Say("review-first", "Passed").Say("classify", "Approved");

        walk.LimitOf("completion").Should().Be(new DateOnly(2026, 4, 2));
        walk.Rebase("dueOn", new DateOnly(2026, 5, 8)).LimitOf("completion").Should().Be(new DateOnly(2026, 5, 8));
    }

    [Fact]
    public void Days_are_counted_from_the_assignment_however_late_it_is_acknowledged()
    {
        var walk = Assigned();
        walk.Now = walk.Now.AddDays(2);

        walk.Say("acknowledge", "Acknowledged").LimitOf("first-report").Should().Be(Monday.AddDays(3));
    }

    [Theory]
    [InlineData("first-report")]
    [InlineData("completion")]
    public void Silence_past_a_limit_climbs_and_the_wait_stays(string place)
    {
        var walk = Working().Pass(place);

        walk.Requests.Should().Equal($$"""start-ladder {"about":"{{place}}","definition":"sub-ladder"}""");
        walk.Places.Should().Contain(place);
    }

    [Fact]
    public void Plan_that_is_returned_is_reported_again() =>
        Working().Say("first-report", "Reported").Say("review-first", "Returned").Places.Should().Equal("completion", "first-report");

    [Fact]
    public void Returned_completion_has_five_days_of_its_own_as_often_as_it_happens()
    {
        var walk = Working().Say("completion", "Submitted");
        for (var round = 0; round < 3; round++)
        {
            walk.Say("verify", "Returned").Places.Should().Equal("rework");
            walk.LimitOf("rework").Should().Be(Monday.AddDays(7));
            walk.Say("rework", "Submitted").Places.Should().Equal("verify");
        }
    }

    [Fact]
    public void Refused_acknowledgement_goes_back_to_assignment() =>
        Assigned().Say("acknowledge", "Refused").Places.Should().Equal("reassign");

    [Fact]
    public void Refused_registration_ends_it() =>
        Begun().Say("approve-registration", "Rejected").Requests.Should().Equal("""refuse-registration {"purpose":"registration"}""");

    private static Walk Begun() => Walk.Of(ShippedDefinitions.Directive13710).Base("assignedOn", Monday).Base("dueOn", new DateOnly(2026, 4, 2))
        .Start(new JsonObject { ["cadence"] = "Weekly" });

    private static Walk Assigned() => Begun().Say("approve-registration", "Approved").Say("assign", "Assigned");

    private static Walk Working() => Assigned().Say("acknowledge", "Acknowledged");
}
