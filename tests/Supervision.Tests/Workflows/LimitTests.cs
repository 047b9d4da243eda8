using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>Limits in calendar days, from a day that is given, and limits that another activity moves.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("2026-03-02", 1, "2026-03-03")]
    [InlineData("2026-03-02", 30, "2026-04-01")]
    [InlineData("2026-03-02", 5, "2026-03-09")] // Saturday moves to Monday
    [InlineData("2026-03-06", 0, "2026-03-06")]
    public void Calendar_days_count_all_days_and_end_on_a_working_day(string from, int days, string last) =>
        new Walk(Build.Flow(Asking(("limitFrom", from), ("limitDays", days)))).Start().LimitOf("ask")
            .Should().Be(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Stopped_clock_moves_a_limit_in_calendar_days_as_any_other() =>
        new Walk(Build.Flow(Asking(("limitDays", 30)))).Start().Shift(3).LimitOf("ask").Should().Be(new DateOnly(2026, 4, 6));

    [Fact]
    public void Day_that_is_none_faults_before_anybody_is_asked()
    {
        var walk = new Walk(Build.Flow(Asking(("limitFrom", "tomorrow"), ("limitDays", 3)))).Start();

        walk.State.Status.Should().Be(InstanceStatus.Faulted);
        walk.State.Incidents.Single().Message.Should().Contain("'tomorrow'");
    }

    [Fact]
    public void Limit_that_a_stopped_clock_has_moved_is_extended_from_there()
    {
        var walk = Extending(("more", 5)).Shift(2);
        walk.LimitOf("ask").Should().Be(new DateOnly(2026, 3, 9)); // three working days and two

        walk.Say("gate", "Approved").LimitOf("ask").Should().Be(new DateOnly(2026, 3, 16));
    }

    [Fact]
    public void Extending_what_nobody_waits_for_any_more_changes_nothing()
    {
        var walk = Extending(("more", 5)).Say("ask", "Approved");

        walk.Say("gate", "Approved").State.Status.Should().Be(InstanceStatus.Finished);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Limit_is_never_shortened(int more) =>
        Extending(("more", more)).Say("gate", "Approved").State.Incidents.Single().Message.Should().Contain("one day at least");

    [Fact]
    public void What_is_wrong_with_a_limit_is_said_at_publishing()
    {
        Faults(Asking(("limitDays", 3))).Should().BeEmpty();
        Faults(Asking(("limitDays", 3), ("limitWorkingDays", 3))).Should().Equal("Workflow1:main:ask.limitDays");
        Faults(Build.Activity("s", "Supervision.WaitForSubmission", ("purpose", "p"), ("role", "Liaison"), ("expires", true)))
            .Should().Equal("Workflow1:main:s.expires");
        Faults(Build.Activity("x", "Supervision.ExtendLimit", ("wait", "ask"))).Should().Equal("Workflow1:main:x.more");
        Faults(Build.Activity("x", "Supervision.Score", ("purpose", "p"), ("judges", 4), ("trim", true))).Should().Equal("Workflow1:main:x.trim");
    }

    private static JsonObject Asking(params (string, JsonNode)[] limit) =>
        Build.Activity("ask", "Supervision.AskForApproval", [("purpose", "p"), ("role", "OfficeDirector"), .. limit]);

    // A wait with three working days, and beside it a gate that leads to the extension.
    private static Walk Extending(params (string, JsonNode)[] inputs)
    {
        var fork = Build.Activity("fork", "Elsa.FlowFork");
        fork["branches"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = """["A","B"]""" } };
        return new Walk(Build.Read(new JsonObject
        {
            ["definitionId"] = "test",
            ["root"] = new JsonObject
            {
                ["id"] = "main",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(
                    fork, Asking(("limitWorkingDays", 3)),
                    Build.Activity("gate", "Supervision.AskForApproval", ("purpose", "p"), ("role", "OfficeDirector")),
                    Build.Activity("extend", "Supervision.ExtendLimit", [("wait", "ask"), .. inputs])),
                ["connections"] = new JsonArray(
                    Build.Arrow("fork", "A", "ask"), Build.Arrow("fork", "B", "gate"), Build.Arrow("gate", "Approved", "extend")),
            },
        })).Start();
    }

    private static IEnumerable<string> Faults(JsonObject activity) =>
        DefinitionCheck.ForPublishing(Build.Flow(activity)).Where(fault => fault.Code is "input-unfit").Select(fault => fault.Path);
}
