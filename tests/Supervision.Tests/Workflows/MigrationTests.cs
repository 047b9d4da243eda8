using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>An instance goes over to another content of its definition whole, or stays whole and says why.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void A_task_under_way_gets_an_approval_that_was_inserted_later()
    {
        var before = DefinitionReader.Read(ShippedDefinitions.All["directive"]);
        var after = Build.Edit("directive", root =>
        {
            root["activities"]!.AsArray().Add(Build.Activity(
                "approve-close-out", "Supervision.AskForApproval", ("purpose", "close-out"), ("role", "LeaderInCharge")));
            Build.ArrowFrom(root, "appraise")["target"]!["activity"] = "approve-close-out";
            root["connections"]!.AsArray().Add(Build.Arrow("approve-close-out", "Approved", "close-out"));
        });
        var walk = new Walk(before).Start(new JsonObject { ["cadence"] = "None" }).Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned");

        var moved = Migration.Plan(before, after, walk.State).Moved!;

        var other = new Walk(after).Continue(new StepResult(moved, [], []));
        other.Waits.Should().BeEquivalentTo(walk.Waits, "limits and terms stay as they were when the wait began");
        other.Answer("WaitForAcknowledgement", "Acknowledged").Answer("WaitForCompletion", "Submitted")
            .Answer("Verify", "Verified").Answer("Appraise", "Appraised").Kinds.Should().Contain("AskForApproval");
    }

    [Fact]
    public void The_same_content_in_other_words_moves_every_shipped_process_and_changes_nothing_of_it()
    {
        foreach (var name in ShippedDefinitions.All.Keys)
        {
            var before = DefinitionReader.Read(ShippedDefinitions.All[name]);
            var after = Build.Edit(name, root => root["metadata"] = new JsonObject { ["note"] = "another day" });
            var state = new Walk(before).Start(new JsonObject { ["about"] = "a", ["dueOn"] = "2026-06-30", ["cadence"] = "Monthly" }).State;

            var moved = Migration.Plan(before, after, state).Moved!;

            InstanceStateJson.Write(moved).Should().Equal(InstanceStateJson.Write(state), name);
        }
    }

    [Theory]
    [InlineData("gone", "no", "has none such")]
    [InlineData("retyped", "wait", "another type")]
    [InlineData("inside", "wait", "another container")]
    public void What_is_under_way_must_be_there_in_the_same_place(string edit, string id, string reason)
    {
        var before = Branches.Flow(["start>wait"], [Branches.Event("wait")]);
        var after = edit switch
        {
            "gone" => Branches.Flow([$"start>{id}"], [Branches.Event(id)]),
            "retyped" => Branches.Flow(["start>wait"], [Build.Activity("wait", "Elsa.RunTask", ("taskName", "t"))]),
            _ => Branches.Flow(["start>box"], [new JsonObject
            {
                ["id"] = "box", ["type"] = "Elsa.Sequence", ["activities"] = new JsonArray(Branches.Event(id)),
            }]),
        };
        var state = Branches.Start(before);

        var plan = Migration.Plan(before, after, state);

        plan.Moved.Should().BeNull();
        plan.Reasons.Should().ContainSingle().Which.English.Should().Contain(reason).And.Contain("wait");
    }

    [Fact]
    public void Variables_are_carried_by_id_and_new_ones_begin_with_their_default()
    {
        string[] arrows = ["start>set", "set>wait"];
        JsonObject[] activities = [Branches.SetV("set", "12"), Branches.Event("wait")];
        var before = Branches.Flow(arrows, activities, change: definition => definition["variables"]!.AsArray().Add(Variable("old", "String", "x")));
        var after = Branches.Flow(arrows, activities, change: definition => definition["variables"] = new JsonArray(
            Variable("v", "Int32", null), Variable("new", "String", "begin")));

        var moved = Migration.Plan(before, after, Branches.Start(before)).Moved!;

        moved.Variables.Select(variable => $"{variable.Key}={variable.Value.GetRawText()}").Should().Equal("new=\"begin\"", "v=12");
    }

    [Fact]
    public void A_value_that_was_taken_away_does_not_come_back_as_the_default()
    {
        var before = Branches.Flow(["start>wait"], [Branches.Event("wait")]);
        var after = Branches.Flow(["start>wait"], [Branches.Event("wait")], change: definition => definition["variables"] = new JsonArray(Variable("v", "String", "default")));

        Migration.Plan(before, after, Branches.Start(before)).Moved!.Variables.Should().BeEmpty();
    }

    [Fact]
    public void An_arrow_that_has_arrived_at_a_join_must_still_be_there()
    {
        JsonObject[] waits = [Branches.Event("a"), Branches.Event("b")];
        var before = Branches.Flow(["start>a", "start>b", "a>join", "b>join"], waits);
        var without = Branches.Flow(["start>a", "start>b", "b>join", "a>other"], waits);
        var state = Branches.Tell(before, Branches.Start(before), "a");

        Migration.Plan(before, before, state).Moved.Should().NotBeNull();
        Migration.Plan(before, without, state).Reasons.Should().ContainSingle().Which.English.Should().Contain("a:Done->join");
    }

    [Fact]
    public void A_join_that_has_begun_to_fill_must_not_be_left_waiting_for_nobody()
    {
        JsonObject[] waits = [Branches.Event("a"), Branches.Event("b")];
        var before = Branches.Flow(["start>a", "start>b", "a>join", "b>join"], waits);
        var starved = Branches.Flow(["start>a", "start>b", "a>join", "b>other"], waits);
        var state = Branches.Tell(before, Branches.Start(before), "a");

        Migration.Plan(before, starved, state).Reasons.Should().ContainSingle().Which.English.Should().Contain("\"join\"");
    }

    [Fact]
    public void A_sequence_goes_on_behind_the_activity_that_waits_wherever_it_stands_now()
    {
        var before = Steps("one", "wait", "two");
        var after = Steps("zero", "one", "wait", "more", "two");
        var state = Branches.Start(before);

        var moved = Migration.Plan(before, after, state).Moved!;

        Machine.Tell(after, moved, Branches.Instance, "wait", null, Branches.Context).Journal
            .Where(entry => entry.Event == "Started").Select(entry => entry.Activity).Should().Equal("more", "two");
    }

    [Fact]
    public void An_instance_that_stands_moves_and_stands_until_somebody_acts()
    {
        string[] arrows = ["start>bad", "start>wait"];
        JsonObject[] activities = [Branches.Notify("bad"), Branches.Event("wait")];
        var (stops, goesOn) = (Branches.Flow(arrows, activities), Branches.Flow(arrows, activities, continues: true));
        var state = Branches.Start(stops);

        var moved = Migration.Plan(stops, goesOn, state).Moved!;

        (moved.Status, moved.OpenIncidents.Count()).Should().Be((InstanceStatus.Faulted, 1));
        var run = moved.OpenIncidents.Single().Run;
        var retried = Recovery.Retry(goesOn, Branches.Instance, moved, run, Branches.Context).Result!.State;
        Branches.WaitsOf(retried).Should().Equal(["wait"], "it failed again, and now only the branch stands");
        Migration.Plan(goesOn, stops, retried).Moved!.Status.Should().Be(InstanceStatus.Faulted);
    }

    [Fact]
    public void What_is_under_way_in_a_workflow_used_as_an_activity_is_looked_for_there()
    {
        var before = Branches.Using(Branches.Flow(["start>wait"], [Branches.Event("wait")]), "use", "start>use");
        var longer = Branches.Using(Branches.Flow(["start>wait", "wait>more"], [Branches.Event("wait"), Branches.Event("more")]), "use", "start>use");
        var other = Branches.Using(Branches.Flow(["start>else"], [Branches.Event("else")]), "use", "start>use");
        var state = Branches.Start(before);

        var moved = Migration.Plan(before, longer, state).Moved!;

        Branches.WaitsOf(Branches.Tell(longer, moved, "wait")).Should().Equal("more");
        Migration.Plan(before, other, state).Reasons.Should().ContainSingle().Which.English.Should().Contain("\"wait\"");
    }

    [Fact]
    public void What_has_ended_is_not_moved()
    {
        var flow = Branches.Flow(["start>end"]);
        Migration.Plan(flow, flow, Branches.Start(flow)).Reasons.Should().ContainSingle();
    }

    [Fact]
    public void A_comparison_names_another_strategy_for_faults()
    {
        var before = Branches.Flow(["start>a"]);
        var after = Branches.Flow(["start>a"], change: definition => definition["options"] = new JsonObject { ["incidentStrategyType"] = "ContinueWithIncidentsStrategy" });

        DefinitionComparison.Of(before, after).Changed.Should().Equal("workflow.options");
    }

    [Fact]
    public void A_comparison_names_what_is_new_gone_and_changed()
    {
        var before = Branches.Flow(["start>a", "a>b", "b>c"], [Branches.Event("a")]);
        var after = Branches.Flow(["start>a", "a>c", "c>d"], [Build.Activity("a", "Elsa.Event", ("eventName", "other")), Branches.Event("c")],
            change: definition => definition["variables"] = new JsonArray(Variable("w", "String", null)));

        var changes = DefinitionComparison.Of(before, after);

        changes.Should().BeEquivalentTo(new
        {
            From = before.Hash,
            To = after.Hash,
            Added = new[] { "d" },
            Removed = new[] { "b" },
            Retyped = new[] { "c" },
            Moved = Array.Empty<string>(),
            Changed = new[] { "a.eventName", "c.eventName", "c.text" },
            ConnectionsAdded = new[] { "a:Done->c", "c:Done->d" },
            ConnectionsRemoved = new[] { "a:Done->b", "b:Done->c" },
            VariablesAdded = new[] { "w" },
            VariablesRemoved = new[] { "v" },
        });
    }

    private static JsonObject Variable(string id, string type, string? value) =>
        new() { ["id"] = id, ["name"] = id, ["typeName"] = type, ["value"] = value };

    private static WorkflowDefinition Steps(params string[] ids) => Build.Read(new JsonObject
    {
        ["definitionId"] = "test",
        ["root"] = new JsonObject
        {
            ["id"] = "main",
            ["type"] = "Elsa.Sequence",
            ["activities"] = new JsonArray([.. ids.Select(id => id == "wait" ? Branches.Event(id) : Build.Activity(id, "Elsa.WriteLine", ("text", id)))]),
        },
    });
}
