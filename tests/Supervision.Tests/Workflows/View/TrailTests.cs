using Supervision.Language;
using Supervision.Processes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows.View;

public sealed class TrailTests
{
    [Fact]
    public void A_trail_grows_with_the_definition_and_not_with_the_history()
    {
        var walk = Walk.Of(ShippedDefinitions.Directive).Start(new() { ["cadence"] = "Monthly" }).Answer("AskForApproval", "Approved");
        for (var round = 0; round < 30; round++)
            walk.Answer("WaitForAssignment", "Assigned").Answer("WaitForAcknowledgement", "Refused");

        walk.Trail.Completed["reassign"].Should().Be(29);
        walk.Trail.Left![Trail.PortOf("acknowledge", "Refused")].Should().Be(30);
        walk.Trail.Completed.Should().HaveCount(6, "start, the plan asked after, approval, assignment, acknowledgement, assignment anew");
    }

    [Fact]
    public void Ports_that_a_script_makes_up_are_not_kept()
    {
        var definition = Build.Flow(Build.Activity("a", "Elsa.Start"), Build.Activity("b", "Elsa.End"));

        var trail = Trails.Of(definition, [new JournalEntry("a", 1, "Completed", ["made", "up"])]);

        trail!.Completed.Should().ContainKey("a");
        trail.Left.Should().BeNull();
    }

    [Fact]
    public void A_step_in_which_nothing_ended_leaves_no_trail() =>
        Trails.Of(Build.Flow(Build.Activity("a", "Elsa.Start")), [new JournalEntry("a", 1, "Started", [])]).Should().BeNull();

    [Fact]
    public void A_process_adds_up_its_steps_and_steps_from_before_count_for_nothing()
    {
        var state = System.Text.Json.JsonSerializer.SerializeToElement("state");
        Trail step = new(new Dictionary<string, int> { ["a"] = 1 });

        var processes = new Fact[]
        {
            new ProcessStarted("p", "d", "h", null), new ProcessStepped("p", state, []),
            new ProcessStepped("p", state, [], step), new ProcessStepped("p", state, [], step),
        }.Aggregate(ProcessSet.None, (set, fact) => set.Evolve(fact));

        processes.Running["p"].Trail!.Completed.Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, int>("a", 2));
    }
}
