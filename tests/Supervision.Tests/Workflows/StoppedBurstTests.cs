using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>What is left when a fault stops a burst in the middle, and what starts an instance.</summary>
public sealed class StoppedBurstTests
{
    [Fact]
    public void What_a_cancelled_branch_had_queued_does_not_come_back_with_the_retry()
    {
        var definition = Build.Read(Chart(
            [
                Build.Activity("start", "Elsa.Start"),
                Inside("race", "Elsa.Fork", "branches", Inside("loser", "Elsa.Sequence", "activities", Line("l1"), Line("l2")), Inside("winner", "Elsa.Sequence", "activities", Line("w1"))),
                Inside("failing", "Elsa.Sequence", "activities", Line("g1"), Build.Activity("fault", "Elsa.Fault")),
            ],
            Build.Arrow("start", "Done", "race"), Build.Arrow("start", "Done", "failing")));
        definition.Nodes["race"].Json.GetProperty("joinMode").GetString().Should().Be("WaitAny");

        var state = Machine.Start(definition, "i", [], new Walk(definition).Context).State;

        state.Status.Should().Be(InstanceStatus.Faulted);
        state.Runs.Should().NotContain(run => run.Activity == "l2");
        state.Runs.Should().OnlyContain(run => run.Parent == 0 || state.Runs.Any(other => other.Id == run.Parent));
    }

    [Fact]
    public void Loop_without_end_is_stopped_where_it_turns()
    {
        var forever = Build.Activity("forever", "Elsa.While", ("condition", true));
        forever["body"] = Line("turn");
        var definition = Build.Read(Definition(Inside("both", "Elsa.Parallel", "activities", forever, Inside("other", "Elsa.Sequence", "activities", Line("o1"), Line("o2")))));

        var state = Machine.Start(definition, "i", [], new Walk(definition).Context).State;

        state.Status.Should().Be(InstanceStatus.Faulted);
        state.Incidents.Should().ContainSingle().Which.Message.Should().Contain("loop");
        state.Runs.Should().Contain(run => run.Activity == "both");
        state.Runs.Should().NotContain(run => run.Activity == "other", "it has ended long before");
    }

    [Fact]
    public void Trigger_that_is_come_by_again_waits()
    {
        var trigger = Build.Activity("trigger", "Elsa.Event", ("eventName", "go"));
        trigger["canStartWorkflow"] = true;
        var definition = Build.Read(Chart([trigger, Line("work")], Build.Arrow("trigger", "Done", "work"), Build.Arrow("work", "Done", "trigger")));

        var state = Machine.Start(definition, "i", [], new Walk(definition).Context, "trigger").State;

        state.Status.Should().Be(InstanceStatus.Running);
        state.Bookmarks.Should().ContainSingle().Which.Activity.Should().Be("trigger");
    }

    private static JsonObject Line(string id) => Build.Activity(id, "Elsa.WriteLine", ("text", id));

    private static JsonObject Inside(string id, string type, string list, params JsonObject[] inside)
    {
        var container = Build.Activity(id, type);
        container[list] = new JsonArray([.. inside]);
        if (type == "Elsa.Fork") container["joinMode"] = "WaitAny";
        return container;
    }

    private static JsonObject Chart(JsonObject[] activities, params JsonObject[] arrows)
    {
        var chart = Inside("main", "Elsa.Flowchart", "activities", activities);
        chart["connections"] = new JsonArray([.. arrows]);
        return Definition(chart);
    }

    private static JsonObject Definition(JsonObject root) => new() { ["definitionId"] = "stopped", ["root"] = root };
}
