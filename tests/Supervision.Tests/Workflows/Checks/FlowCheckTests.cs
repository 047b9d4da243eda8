using System.Text.Json.Nodes;
using Supervision.Definitions;
using static Supervision.Tests.Workflows.Checks.Chart;

namespace Supervision.Tests.Workflows.Checks;

/// <summary>Each check on a definition with the defect and on one that nearly has it.</summary>
public sealed class FlowCheckTests
{
    [Fact]
    public void Activity_without_a_way_to_it_is_unreachable()
    {
        Of("unreachable", Flow([Start, Line("a"), Line("b")], "start Done a", "b Done a")).Should().Equal("main:b");
        Of("unreachable", Flow([Start, Line("a"), Line("b")], "start Done a", "a Done b")).Should().BeEmpty();
    }

    [Fact]
    public void What_follows_an_end_in_a_sequence_is_unreachable()
    {
        Of("unreachable", Definition(Inside("main", "Elsa.Sequence", Line("a"), Build.Activity("end", "Elsa.End"), Line("b")))).Should().Equal("main:b");
        Of("unreachable", Definition(Inside("main", "Elsa.Sequence", Line("a"), Build.Activity("end", "Elsa.End")))).Should().BeEmpty();
    }

    [Fact]
    public void Activity_in_one_that_runs_nothing_inside_is_unreachable()
    {
        var line = Line("a");
        line["body"] = Line("b");
        Of("unreachable", Flow([Start, line], "start Done a")).Should().Equal("main:a:b");

        var loop = Build.Activity("a", "Elsa.For", ("end", 3));
        loop["body"] = Line("b");
        Of("unreachable", Flow([Start, loop], "start Done a")).Should().BeEmpty();
    }

    [Fact]
    public void Outcome_that_leads_nowhere_is_a_dead_end()
    {
        Of("dead-end", Flow([Start, Decide("d"), Line("a")], "start Done d", "d True a")).Should().Equal("main:d.False");
        Of("dead-end", Flow([Start, Decide("d"), Line("a")], "start Done d", "d True a", "d False a")).Should().BeEmpty();
    }

    [Fact]
    public void Way_that_stops_short_of_the_end_is_a_dead_end()
    {
        JsonObject[] activities = [Start, Decide("d"), Line("a"), Build.Activity("end", "Elsa.End")];
        Of("dead-end", Flow(activities, "start Done d", "d True a", "d False end")).Should().Equal("main:a");
        Of("dead-end", Flow([.. activities.Select(activity => activity.DeepClone().AsObject())], "start Done d", "d True a", "d False end", "a Done end")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Approved", "d")]
    [InlineData("True", null)]
    public void Arrow_by_an_outcome_that_never_comes_is_told(string port, string? found) =>
        Of("unknown-outcome", Flow([Start, Decide("d"), Line("a")], "start Done d", $"d {port} a"))
            .Should().Equal(found is null ? [] : [$"main:{found}.{port}"]);

    [Fact]
    public void Outcomes_of_switches_forks_and_scripts_are_those_they_list()
    {
        var choose = Build.Activity("s", "Elsa.FlowSwitch");
        choose["cases"] = new JsonArray(new JsonObject { ["label"] = "Big", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" } });
        var script = Build.Activity("r", "Elsa.RunJavaScript", ("script", "setOutcome('Yes')"), ("possibleOutcomes", new JsonArray("Yes", "No")));
        var any = Build.Activity("any", "Elsa.RunJavaScript", ("script", "setOutcome('Whatever')"));

        Of("unknown-outcome", Flow(
            [Start, choose, Fork("f", "One", "Two"), script, any, Line("a")],
            "start Done s", "s Big f", "s Default f", "s Small f", "f One r", "f Three r", "r Yes any", "r Maybe any", "any Whatever a"))
            .Should().BeEquivalentTo("main:s.Small", "main:f.Three", "main:r.Maybe");
    }

    [Fact]
    public void Arrow_out_of_an_end_is_never_followed() =>
        Of("unknown-outcome", Flow([Start, Build.Activity("end", "Elsa.End"), Line("a")], "start Done end", "end Done a")).Should().Equal("main:end.Done");

    [Theory]
    [InlineData("WaitAll", "join-never")]
    [InlineData("WaitAllActive", null)]
    public void Join_of_branches_that_exclude_each_other_never_runs(string mode, string? code) =>
        Findings(Flow(
            [Start, Decide("d"), Line("a"), Line("b"), Join("j", mode)],
            "start Done d", "d True a", "d False b", "a Done j", "b Done j")).Where(finding => finding.StartsWith("join", StringComparison.Ordinal))
            .Should().Equal(code is null ? [] : [$"{code} main:j.mode"]);

    [Fact]
    public void Join_that_a_decision_may_leave_a_branch_of_is_skipped()
    {
        string[] arrows = ["start Done f", "f A d", "f B b", "d True a", "a Done j", "b Done j"];
        JsonObject[] Activities() => [Start, Fork("f", "A", "B"), Decide("d"), Line("a"), Line("b"), Line("c"), Join("j", "WaitAll")];

        Of("join-skipped", Flow(Activities(), [.. arrows, "d False c"])).Should().Equal("main:j.mode");
        Of("join-skipped", Flow(Activities(), [.. arrows, "d False a"])).Should().BeEmpty("either way leads to the join");
    }

    [Fact]
    public void Decision_that_ends_everything_before_the_fork_skips_no_join() =>
        Findings(Flow(
            [Start, Decide("d"), Fork("f", "A", "B"), Line("a"), Line("b"), Line("no"), Join("j", "WaitAll")],
            "start Done d", "d True f", "d False no", "f A a", "f B b", "a Done j", "b Done j"))
            .Where(finding => finding.StartsWith("join", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Join_with_an_arrow_that_is_never_followed_never_runs() =>
        Of("join-never", Flow(
            [Start, Fork("f", "A", "B"), Line("a"), Line("b"), Join("j", "WaitAll")],
            "start Done f", "f A a", "f B b", "a Done j", "b Finished j")).Should().Equal("main:j.mode");

    [Fact]
    public void Loop_that_waits_for_nothing_is_told()
    {
        Of("loop-without-wait", Flow([Start, Line("a"), Decide("d"), Line("z")], "start Done a", "a Done d", "d True a", "d False z"))
            .Should().Equal("main.connections");
        Of("loop-without-wait", Flow([Start, Delay("a"), Decide("d"), Line("z")], "start Done a", "a Done d", "d True a", "d False z")).Should().BeEmpty();
    }

    [Fact]
    public void Wait_on_one_way_round_does_not_help_the_other() =>
        Of("loop-without-wait", Flow(
            [Start, Decide("d"), Delay("slow"), Line("quick"), Decide("again"), Line("z")],
            "start Done d", "d True slow", "d False quick", "slow Done again", "quick Done again", "again True d", "again False z"))
            .Should().Equal("main.connections");

    [Fact]
    public void While_that_waits_for_nothing_is_told()
    {
        JsonObject While(JsonObject body)
        {
            var loop = Build.Activity("w", "Elsa.While", ("condition", "=true"));
            loop["body"] = body;
            return Definition(Inside("main", "Elsa.Sequence", loop));
        }

        Of("loop-without-wait", While(Line("a"))).Should().Equal("main:w.body");
        Of("loop-without-wait", While(Inside("s", "Elsa.Sequence", Line("a"), Delay("b")))).Should().BeEmpty();
    }

    [Fact]
    public void Wait_without_a_deadline_is_told()
    {
        Of("endless-wait", Flow([Start, Wait("a")], "start Done a")).Should().Equal("main:a");
        Of("endless-wait", Flow([Start, Delay("a")], "start Done a")).Should().BeEmpty("time comes by itself");
        Of("endless-wait", Flow(
            [Start, Fork("f", "A", "B"), Wait("a"), Delay("b"), Join("j", "WaitAny")],
            "start Done f", "f A a", "f B b", "a Done j", "b Done j")).Should().BeEmpty("a Delay races with it");
        Of("endless-wait", Flow(
            [Start, Fork("f", "A", "B"), Wait("a"), Delay("b"), Join("j", "WaitAll")],
            "start Done f", "f A a", "f B b", "a Done j", "b Done j")).Should().Equal("main:a");
    }

    [Fact]
    public void Wait_in_a_branch_of_a_racing_fork_has_a_deadline()
    {
        JsonObject Race(string mode)
        {
            var fork = Build.Activity("f", "Elsa.Fork", ("joinMode", mode));
            fork["branches"] = new JsonArray(Inside("s", "Elsa.Sequence", Wait("a")), Delay("b"));
            return Definition(Inside("main", "Elsa.Sequence", fork));
        }

        Of("endless-wait", Race("WaitAny")).Should().BeEmpty();
        Of("endless-wait", Race("WaitAll")).Should().Equal("main:f:s:a");
    }

    [Fact]
    public void Trigger_is_no_wait()
    {
        var trigger = Wait("a");
        trigger["canStartWorkflow"] = true;
        Of("endless-wait", Flow([trigger, Line("b")], "a Done b")).Should().BeEmpty();
    }

    [Fact]
    public void The_same_finding_weighs_more_in_a_supervision_definition()
    {
        All(Flow([Start, Line("a"), Line("b")], "start Done a")).Should().OnlyContain(finding => finding.Severity == Severity.Warning);
        All(Flow([Start, Build.Activity("a", "Supervision.WaitForArchiving"), Line("b")], "start Done a"))
            .Should().ContainSingle(finding => finding.Code == "unreachable").Which.Severity.Should().Be(Severity.Error);
        All(Flow([Start, Build.Activity("a", "Acme.Teleport")], "start Done a"))
            .Should().ContainSingle().Which.Severity.Should().Be(Severity.Error, "it cannot run anywhere");
    }

    private static JsonObject Flow(JsonObject[] activities, params string[] arrows) => Definition(Flowchart("main", activities, arrows));
}
