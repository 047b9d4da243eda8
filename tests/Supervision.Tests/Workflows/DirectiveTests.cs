using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>The main process of a supervised task, as shipped.</summary>
public sealed class DirectiveTests
{
    private static readonly DateOnly DueOn = new(2026, 3, 20);

    [Fact]
    public void Main_line_leads_from_registration_to_the_archive()
    {
        var walk = Begun();
        walk.Kinds.Should().Equal("AskForApproval");
        walk.Find("AskForApproval").Term("role").Should().Be("OfficeDirector");
        walk.Answer("AskForApproval", "Approved").Kinds.Should().Equal("WaitForAssignment");
        walk.Answer("WaitForAssignment", "Assigned").Kinds.Should().Equal("WaitForAcknowledgement");
        walk.Answer("WaitForAcknowledgement", "Acknowledged").Kinds.Should().Equal("WaitForCompletion", "WaitForReport");
        walk.Answer("WaitForReport", "Reported").Kinds.Should().Equal("Review", "WaitForCompletion");
        walk.Answer("Review", "Passed").Kinds.Should().Equal("WaitForCompletion", "WaitForReport");
        walk.Answer("WaitForCompletion", "Submitted").Kinds.Should().Equal("Verify");
        walk.Answer("Verify", "Verified").Kinds.Should().Equal("Appraise");
        walk.Answer("Appraise", "Appraised").Kinds.Should().Equal("WaitForCloseOut");
        walk.Answer("WaitForCloseOut", "ClosedOut").Kinds.Should().Equal("WaitForArchiving");
        walk.Answer("WaitForArchiving", "Archived").Kinds.Should().BeEmpty();
        walk.State.Status.Should().Be(InstanceStatus.Finished);
    }

    [Fact]
    public void Refused_registration_is_asked_of_the_actor_and_ends_the_process()
    {
        var walk = Begun().Answer("AskForApproval", "Rejected");

        walk.Requests.Should().Equal("""refuse-registration {"purpose":"registration"}""");
        walk.State.Status.Should().Be(InstanceStatus.Finished);
    }

    [Fact]
    public void Refused_acknowledgement_goes_back_to_assignment_as_often_as_it_happens()
    {
        var walk = Begun().Answer("AskForApproval", "Approved");
        for (var round = 0; round < 3; round++)
        {
            walk.Answer("WaitForAssignment", "Assigned").Kinds.Should().Equal("WaitForAcknowledgement");
            walk.Answer("WaitForAcknowledgement", "Refused").Kinds.Should().Equal("WaitForAssignment");
        }
    }

    [Fact]
    public void Returned_completion_opens_the_work_again_with_reports_and_completion()
    {
        var walk = Working().Answer("WaitForCompletion", "Submitted").Answer("Verify", "Returned");

        walk.Kinds.Should().Equal("WaitForCompletion", "WaitForReport");
        walk.Answer("WaitForCompletion", "Submitted").Answer("Verify", "Verified").Kinds.Should().Equal("Appraise");
    }

    [Fact]
    public void Returned_report_is_waited_for_again() =>
        Working().Answer("WaitForReport", "Reported").Answer("Review", "Returned").Kinds.Should().Equal("WaitForCompletion", "WaitForReport");

    [Fact]
    public void Acknowledgement_is_due_at_the_end_of_the_third_working_day_and_reminded_a_working_day_before()
    {
        var wait = Begun().Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned").Find("WaitForAcknowledgement");

        wait.Dues["limit"].Should().Be(Midnight(2026, 3, 6)); // Monday the 2nd, three working days: Thursday the 5th has passed.
        wait.Dues["remind"].Should().Be(Midnight(2026, 3, 4));
        wait.Name.Should().Be("等待签收");
    }

    [Fact]
    public void Passed_limit_asks_for_the_ladder_and_the_wait_stays()
    {
        var walk = Begun().Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned");

        walk.Fire("WaitForAcknowledgement", "remind").Requests.Should().Equal("""remind {"about":"acknowledgement"}""");
        walk.Fire("WaitForAcknowledgement", "limit").Requests.Should()
            .Equal("""start-ladder {"about":"acknowledgement","definition":"sub-ladder"}""");
        walk.FullRequests.Single().Wait.Should().Be(walk.Find("WaitForAcknowledgement").Id);
        walk.Find("WaitForAcknowledgement").Dues.Should().BeEmpty();
        walk.Answer("WaitForAcknowledgement", "Acknowledged").Kinds.Should().Equal("WaitForCompletion", "WaitForReport");
    }

    [Fact]
    public void Late_double_and_foreign_firings_change_nothing()
    {
        var walk = Begun().Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned");
        var gone = walk.Find("WaitForAcknowledgement").Id;
        walk.Fire("WaitForAcknowledgement", "limit");

        walk.TryFire(gone, "limit").State.Should().BeSameAs(walk.State);
        walk.TryFire(gone, "no-such-due").State.Should().BeSameAs(walk.State);
        walk.Answer("WaitForAcknowledgement", "Acknowledged");
        walk.TryFire(gone, "remind").Should().BeEquivalentTo(new { walk.State, Journal = Array.Empty<object>(), Requests = Array.Empty<object>() });
        walk.TryAnswer(gone, "Acknowledged").State.Should().BeSameAs(walk.State);
    }

    [Fact]
    public void Outcome_that_the_wait_does_not_declare_is_no_answer()
    {
        var walk = Begun();
        walk.TryAnswer(walk.Waits[0].Id, "Acknowledged").State.Should().BeSameAs(walk.State);
    }

    [Fact]
    public void Completion_is_due_on_the_base_day_and_moves_with_it()
    {
        var walk = Working();
        walk.Find("WaitForCompletion").Dues["limit"].Should().Be(Midnight(2026, 3, 21));

        walk.Rebase("dueOn", new DateOnly(2026, 4, 10)).Find("WaitForCompletion").Dues["limit"].Should().Be(Midnight(2026, 4, 11));
        walk.Find("WaitForCompletion").Dues["remind"].Should().Be(Midnight(2026, 4, 7));
        walk.Requests.Should().BeEmpty();
    }

    [Fact]
    public void Extension_after_the_limit_has_passed_arms_it_again()
    {
        var walk = Working().Fire("WaitForCompletion", "limit");
        walk.Find("WaitForCompletion").Dues.Should().NotContainKey("limit");

        walk.Rebase("dueOn", new DateOnly(2026, 4, 10)).Find("WaitForCompletion").Dues["limit"].Should().Be(Midnight(2026, 4, 11));
    }

    [Fact]
    public void Stopped_clock_moves_working_day_limits_by_the_days_it_stood()
    {
        var walk = Begun().Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned");

        var wait = walk.Shift(4).Find("WaitForAcknowledgement");
        wait.Dues["limit"].Should().Be(Midnight(2026, 3, 12)); // Thursday the 5th and four working days: Wednesday the 11th has passed.
    }

    private static DateTimeOffset Midnight(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.FromHours(8));

    private static Walk Begun() => Walk.Of(ShippedDefinitions.Directive).Base("dueOn", DueOn)
        .Start(new JsonObject { ["cadence"] = "Weekly", ["dueOn"] = "2026-03-20", ["kind"] = "key-work" });

    private static Walk Working() =>
        Begun().Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned").Answer("WaitForAcknowledgement", "Acknowledged");
}
