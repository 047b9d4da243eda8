using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>What failed is retried or skipped; everything else stays as it stood.</summary>
public sealed class RecoveryTests
{
    // start → bad → after; start → go → set: V is set when the event has come.
    private static readonly string[] Arrows = ["start>bad", "bad>after", "start>go", "go>set"];
    private static readonly JsonObject[] Activities =
        [Branches.Notify("bad"), Branches.Event("after"), Branches.Event("go"), Branches.SetV("set", "head")];

    [Fact]
    public void While_the_whole_instance_stands_nothing_is_waited_for_and_nothing_moves()
    {
        var flow = Branches.Flow(Arrows, Activities);

        var state = Branches.Start(flow);

        state.Status.Should().Be(InstanceStatus.Faulted);
        state.Waits(Branches.Instance).Should().BeEmpty();
        state.OpenIncidents.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Activity = "bad", Run = RunOf(state, "bad") });
        Machine.Tell(flow, state, Branches.Instance, "go", null, Branches.Context).State.Should().BeSameAs(state);
    }

    [Fact]
    public void Only_the_branch_stops_where_the_definition_says_so_and_runs_again_when_it_can()
    {
        var flow = Branches.Flow(Arrows, Activities, continues: true);
        var state = Branches.Start(flow);
        Branches.WaitsOf(state).Should().Equal("go");
        state = Branches.Tell(flow, state, "go");

        var retried = Recovery.Retry(flow, Branches.Instance, state, RunOf(state, "bad"), Branches.Context).Result!;

        retried.Requests.Should().ContainSingle().Which.Name.Should().Be(RequestNames.Notify);
        state = Branches.Kept(retried);
        state.Incidents.Should().BeEmpty();
        Branches.WaitsOf(state).Should().Equal("after");
        Branches.Tell(flow, state, "after").Status.Should().Be(InstanceStatus.Finished);
    }

    [Fact]
    public void What_is_skipped_counts_as_completed_and_siblings_keep_their_bookmarks()
    {
        var flow = Branches.Flow(Arrows, Activities);
        var state = Branches.Start(flow);
        var held = state.Bookmarks.Single();

        var skipped = Branches.Kept(Recovery.Skip(flow, Branches.Instance, state, RunOf(state, "bad"), null, Branches.Context).Result!);

        skipped.Status.Should().Be(InstanceStatus.Running);
        skipped.Incidents.Should().BeEmpty();
        Branches.WaitsOf(skipped).Should().Equal("go", "after");
        skipped.Bookmarks[0].Id.Should().Be(held.Id);
    }

    [Fact]
    public void What_fails_again_stands_again_with_the_time_of_today()
    {
        var flow = Branches.Flow(Arrows, Activities);
        var state = Branches.Start(flow);
        var tomorrow = Branches.Context with { Now = Branches.Context.Now.AddDays(1) };

        var again = Recovery.Retry(flow, Branches.Instance, state, RunOf(state, "bad"), tomorrow).Result!.State;

        again.Status.Should().Be(InstanceStatus.Faulted);
        again.Incidents.Should().ContainSingle().Which.At.Should().Be(tomorrow.Now);
        again.Runs.Select(run => run.Id).Should().BeEquivalentTo(state.Runs.Select(run => run.Id), "it is the same run");
    }

    [Fact]
    public void Of_two_incidents_the_one_that_is_left_keeps_the_instance_standing()
    {
        var flow = Branches.Flow(["start>bad", "start>worse"], [Branches.Notify("bad"), Branches.Notify("worse")]);
        var state = Branches.Start(flow);
        state.OpenIncidents.Should().HaveCount(2);

        state = Branches.Kept(Recovery.Skip(flow, Branches.Instance, state, RunOf(state, "bad"), null, Branches.Context).Result!);
        state.Status.Should().Be(InstanceStatus.Faulted);

        state = Branches.Kept(Recovery.Skip(flow, Branches.Instance, state, RunOf(state, "worse"), null, Branches.Context).Result!);
        state.Status.Should().Be(InstanceStatus.Finished);
    }

    [Fact]
    public void Skipping_takes_an_outcome_that_there_is()
    {
        var ask = Build.Activity("ask", "Supervision.AskForApproval", ("purpose", "p"), ("role", "=getV()"));
        var flow = Branches.Flow(["start>ask", "ask:Rejected>no", "ask:Approved>yes"], [ask, Branches.Event("no"), Branches.Event("yes")]);
        var state = Branches.Start(flow);

        Skip(null).ShouldSay(ProcessRefusals.OutcomeUnknown);
        Skip("Perhaps").ShouldSay(ProcessRefusals.OutcomeUnknown);
        Branches.WaitsOf(Skip("Rejected").Result!.State).Should().Equal("no");

        Attempt Skip(string? outcome) => Recovery.Skip(flow, Branches.Instance, state, RunOf(state, "ask"), outcome, Branches.Context);
    }

    [Fact]
    public void A_flowchart_that_failed_at_what_completed_inside_is_told_again_and_follows_every_arrow_once()
    {
        // The mode of the join cannot be told: both branches fail at their arrow into it, and the flowchart with them.
        string[] arrows = ["start>a", "start>b", "a>join", "b>join", "a>side", "join>end"];
        JsonObject[] others = [Branches.Event("a"), Branches.Event("b"), Branches.Event("side"), Branches.Event("end")];
        var broken = Branches.Flow(arrows, [.. others, Build.Activity("join", "Elsa.FlowJoin", ("mode", "=getV().length"))], continues: true);
        var mended = Branches.Flow(arrows, [.. others, Build.Activity("join", "Elsa.FlowJoin", ("mode", "WaitAll"))], continues: true);
        var state = Branches.Tell(broken, Branches.Tell(broken, Branches.Start(broken), "a"), "b");
        state.OpenIncidents.Select(incident => incident.After?.Activity).Should().Equal("a", "b");
        Branches.WaitsOf(state).Should().BeEmpty();

        state = Migration.Plan(broken, mended, state).Moved!;
        state = Branches.Kept(Recovery.Retry(mended, Branches.Instance, state, RunOf(state, "main"), Branches.Context).Result!);

        state.Incidents.Should().BeEmpty();
        Branches.WaitsOf(state).Should().Equal("side", "end");
    }

    [Fact]
    public void The_process_as_a_whole_is_not_skipped()
    {
        var flow = Branches.Flow(
            ["start>a", "start>b", "a>join", "b>join"], [Build.Activity("join", "Elsa.FlowJoin", ("mode", "=getV().length"))]);
        var state = Branches.Start(flow);

        Recovery.Skip(flow, Branches.Instance, state, RunOf(state, "main"), null, Branches.Context).ShouldSay(ProcessRefusals.WholeProcess);
    }

    [Fact]
    public void What_was_cancelled_with_its_branch_can_only_be_skipped()
    {
        var flow = Branches.Flow(["start>bad", "start>fast", "bad>join", "fast>join", "join>end"],
            [Branches.Notify("bad"), Build.Activity("join", "Elsa.FlowJoin", ("mode", "WaitAny")), Branches.Event("end")]);
        var state = Branches.Start(flow);
        var run = state.OpenIncidents.Single().Run;
        state.Runs.Should().NotContain(candidate => candidate.Id == run);

        Recovery.Retry(flow, Branches.Instance, state, run, Branches.Context).ShouldSay(ProcessRefusals.NothingToRetry);
        var skipped = Recovery.Skip(flow, Branches.Instance, state, run, null, Branches.Context).Result!.State;

        skipped.Status.Should().Be(InstanceStatus.Running);
        Branches.WaitsOf(skipped).Should().Equal("end");
    }

    [Fact]
    public void Where_nothing_stands_nothing_is_mended()
    {
        var flow = Branches.Flow(Arrows, Activities);
        var state = Branches.Start(flow);

        Recovery.Retry(flow, Branches.Instance, state, RunOf(state, "go"), Branches.Context).ShouldSay(ProcessRefusals.IncidentNotFound);
        Recovery.Skip(flow, Branches.Instance, state, 999, null, Branches.Context).ShouldSay(ProcessRefusals.IncidentNotFound);
    }

    [Fact]
    public void Limits_are_moved_while_an_instance_stands_and_it_can_be_ended()
    {
        var ask = Build.Activity("ask", "Supervision.AskForApproval", ("purpose", "p"), ("role", "OfficeDirector"), ("limitWorkingDays", 3));
        var flow = Branches.Flow(["start>ask", "start>bad"], [ask, Branches.Notify("bad")]);
        var state = Branches.Start(flow);
        var limit = state.Bookmarks[0].Dues[DueNames.Limit].At;

        Machine.Shift(state, 2, Branches.Context).State.Bookmarks[0].Dues[DueNames.Limit].At.Should().BeAfter(limit);
        Machine.Cancel(state).State.Status.Should().Be(InstanceStatus.Cancelled);
    }

    [Fact]
    public void A_due_time_that_cannot_be_worked_off_stops_the_branch_that_waited_for_it()
    {
        JsonObject[] waits = [Branches.Event("a"), Branches.Event("b")];
        var (stops, goesOn) = (Branches.Flow(["start>a", "start>b"], waits), Branches.Flow(["start>a", "start>b"], waits, continues: true));
        var state = Branches.Start(stops);

        Branches.WaitsOf(Stop(stops)).Should().BeEmpty();
        Branches.WaitsOf(Stop(goesOn)).Should().Equal("b");
        var retried = Recovery.Retry(stops, Branches.Instance, Stop(stops), RunOf(state, "a"), Branches.Context).Result!.State;
        Branches.WaitsOf(retried).Should().BeEquivalentTo("a", "b");

        InstanceState Stop(WorkflowDefinition definition) =>
            Recovery.Stop(definition, state, state.Bookmarks.Single(bookmark => bookmark.Activity == "a").Id, "in circles", Branches.Context.Now);
    }

    private static int RunOf(InstanceState state, string activity) => state.Runs.Single(run => run.Activity == activity).Id;
}

internal static class AttemptAssertions
{
    public static void ShouldSay(this Attempt attempt, Refusal refusal)
    {
        attempt.Result.Should().BeNull();
        attempt.Refused!.Refusal.Should().Be(refusal);
    }
}
