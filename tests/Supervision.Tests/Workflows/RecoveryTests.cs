using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>What failed is retried or skipped; everything else stays as it stood.</summary>
public sealed class RecoveryTests
{
    // start → go → set; start → bad → after: V is set when the event has come.
    private static readonly string[] Arrows = ["start>go", "go>set", "start>bad", "bad>after"];
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
        string[] arrows = ["start>bad", "start>worse"];
        JsonObject[] activities = [Branches.Notify("bad"), Branches.Notify("worse")];
        var (stops, goesOn) = (Branches.Flow(arrows, activities), Branches.Flow(arrows, activities, continues: true));
        var state = Migration.Plan(goesOn, stops, Branches.Start(goesOn)).Moved!;
        state.OpenIncidents.Should().HaveCount(2);

        state = Branches.Kept(Recovery.Skip(stops, Branches.Instance, state, RunOf(state, "bad"), null, Branches.Context).Result!);
        (state.Status, state.Incidents.Length).Should().Be((InstanceStatus.Faulted, 1));

        state = Branches.Kept(Recovery.Skip(stops, Branches.Instance, state, RunOf(state, "worse"), null, Branches.Context).Result!);
        state.Status.Should().Be(InstanceStatus.Finished);
    }

    [Fact]
    public void What_was_about_to_begin_begins_when_the_incident_is_over()
    {
        var flow = Branches.Flow(["start>bad", "start>wait"], [Branches.Notify("bad"), Branches.Event("wait")]);
        var state = Branches.Start(flow);
        state.Bookmarks.Should().BeEmpty("the fault stopped the step");

        state = Branches.Kept(Recovery.Skip(flow, Branches.Instance, state, RunOf(state, "bad"), null, Branches.Context).Result!);

        Branches.WaitsOf(state).Should().Equal("wait");
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
        string[] arrows = ["start>a", "start>b", "a>side", "a>join", "b>join", "join>end"];
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
    public void What_was_cancelled_with_its_branch_needs_nobody_any_more()
    {
        string[] arrows = ["start>bad", "start>fast", "bad>join", "fast>join", "join>end"];
        JsonObject[] activities = [Branches.Notify("bad"), Build.Activity("join", "Elsa.FlowJoin", ("mode", "WaitAny")), Branches.Event("end")];
        var (stops, goesOn) = (Branches.Flow(arrows, activities), Branches.Flow(arrows, activities, continues: true));
        var state = Branches.Start(goesOn);
        var run = state.Incidents.Single().Run;

        state.OpenIncidents.Should().BeEmpty();
        Branches.WaitsOf(state).Should().Equal("end");
        Recovery.Retry(goesOn, Branches.Instance, state, run, Branches.Context).ShouldSay(ProcessRefusals.IncidentNotFound);
        Migration.Plan(goesOn, stops, state).Moved!.Status.Should().Be(InstanceStatus.Running);
    }

    [Fact]
    public void What_failed_inside_a_loop_runs_again_in_the_same_turn()
    {
        var loop = Build.Activity("loop", "Elsa.ForEach", ("items", new JsonArray("x", "y", "z")));
        loop["body"] = new JsonObject
        {
            ["id"] = "steps",
            ["type"] = "Elsa.Sequence",
            ["activities"] = new JsonArray(Branches.Event("turn"), Branches.Notify("tell")),
        };
        var flow = Branches.Flow(["start>loop", "loop>end", "start>go", "go>set"],
            [loop, Branches.Event("go"), Branches.SetV("set", "head"), Branches.Event("end")], continues: true);
        var state = Branches.Tell(flow, Branches.Start(flow), "turn");
        Branches.WaitsOf(state).Should().Equal("go");
        state = Branches.Tell(flow, state, "go");

        state = Branches.Kept(Recovery.Retry(flow, Branches.Instance, state, RunOf(state, "tell"), Branches.Context).Result!);

        Branches.WaitsOf(state).Should().Equal("turn");
        Branches.WaitsOf(Branches.Tell(flow, Branches.Tell(flow, state, "turn"), "turn")).Should().Equal("end");
    }

    [Fact]
    public void A_loop_whose_condition_failed_after_a_turn_asks_it_again_without_another_turn()
    {
        var loop = Build.Activity("loop", "Elsa.While", ("condition", "=getV().length > 1"));
        loop["body"] = Branches.SetV("body", "=null");
        var flow = Branches.Flow(["start>v", "v>loop", "loop>end", "start>give", "give>short"],
            [Branches.SetV("v", "abc"), loop, Branches.Event("end"), Branches.Event("give"), Branches.SetV("short", "a")], continues: true);
        var state = Branches.Start(flow);
        state.OpenIncidents.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Activity = "body", Run = RunOf(state, "loop") });
        state = Branches.Tell(flow, state, "give");

        var retried = Recovery.Retry(flow, Branches.Instance, state, RunOf(state, "loop"), Branches.Context).Result!;

        retried.Journal.Should().NotContain(entry => entry.Activity == "body" && entry.Event == "Started");
        Branches.WaitsOf(Branches.Kept(retried)).Should().Equal("end");
    }

    [Fact]
    public void What_failed_in_a_workflow_used_as_an_activity_is_skipped_there()
    {
        var inner = Branches.Flow(["start>bad", "bad>wait"], [Branches.Notify("bad"), Branches.Event("wait")]);
        var flow = Branches.Using(inner, "use", "start>use", "use>end");
        var state = Branches.Start(flow);
        var incident = state.OpenIncidents.Single();
        Recovery.Describe(flow, state, incident).Should().Be(("Workflow1:main:bad", "bad"));

        var skipped = Branches.Kept(Recovery.Skip(flow, Branches.Instance, state, incident.Run, null, Branches.Context).Result!);

        Branches.WaitsOf(skipped).Should().Equal("wait");
        Branches.Tell(flow, skipped, "wait").Status.Should().Be(InstanceStatus.Finished);
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
