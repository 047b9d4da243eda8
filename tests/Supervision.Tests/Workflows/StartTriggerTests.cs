using System.Text.Json.Nodes;
using Supervision.Triggers;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>What starts a definition by itself, and when.</summary>
public sealed class StartTriggerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Triggers_are_the_activities_that_may_start_with_their_inputs_evaluated()
    {
        var definition = Build.Flow(
            Starting(Build.Activity("a", "Elsa.Event", ("eventName", "=`case-${1 + 1}`"))),
            Starting(Build.Activity("b", "Elsa.Timer", ("interval", "PT90M"))),
            Starting(Build.Activity("c", "Elsa.StartAt", ("dateTime", "2026-03-02T12:00:00"))),
            Starting(Build.Activity("d", "Elsa.Cron", ("cronExpression", "0 9 * * 1-5"))),
            Starting(Build.Activity("e", "Elsa.WriteLine", ("text", "no trigger"))),
            Build.Activity("f", "Elsa.Event", ("eventName", "inside")));

        StartTriggers.Of(definition, Now, new TestCalendar()).Should().Equal(
            new("a", TriggerKinds.Event, "case-2"),
            new("b", TriggerKinds.Timer, "01:30:00"),
            new("c", TriggerKinds.StartAt, "2026-03-02T12:00:00.0000000+08:00"),
            new("d", TriggerKinds.Cron, "0 9 * * 1-5"));
    }

    [Theory]
    [InlineData("Elsa.Timer", "interval", "00:00:00.5")]
    [InlineData("Elsa.Timer", "interval", "soon")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 30 2 *")]
    [InlineData("Elsa.Cron", "cronExpression", "61 * * * *")]
    [InlineData("Elsa.StartAt", "dateTime", "tomorrow")]
    [InlineData("Elsa.Event", "eventName", "")]
    public void A_literal_that_no_trigger_can_use_is_refused_at_publishing(string type, string input, string value)
    {
        DefinitionCheck.ForPublishing(Build.Flow(Starting(Build.Activity("a", type, (input, value)))))
            .Where(finding => finding.Code == "trigger-unfit").Should().ContainSingle().Which.Path.Should().Be($"Workflow1:main:a.{input}");
        DefinitionCheck.ForPublishing(Build.Flow(Build.Activity("a", type, (input, value))))
            .Should().NotContain(finding => finding.Code == "trigger-unfit", "only what starts is set at publishing");
    }

    [Fact]
    public void What_another_trigger_leads_to_can_be_reached()
    {
        var definition = Build.Read(new JsonObject
        {
            ["definitionId"] = "test",
            ["root"] = new JsonObject
            {
                ["id"] = "main",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(
                    Starting(Build.Activity("a", "Elsa.Event", ("eventName", "x"))), Starting(Build.Activity("b", "Elsa.Event", ("eventName", "y"))),
                    Build.Activity("c", "Elsa.WriteLine", ("text", "c")), Build.Activity("lost", "Elsa.WriteLine", ("text", "lost"))),
                ["connections"] = new JsonArray(Build.Arrow("a", "Done", "c"), Build.Arrow("b", "Done", "c")),
            },
        });

        DefinitionCheck.ForPublishing(definition).Should().ContainSingle().Which.Path.Should().Be("Workflow1:main:lost");
    }

    [Theory]
    [InlineData(TriggerKinds.Timer, "01:00:00", 0, 60)]
    [InlineData(TriggerKinds.Timer, "01:00:00", 59, 60)]
    [InlineData(TriggerKinds.Timer, "01:00:00", 60, 120)]
    [InlineData(TriggerKinds.Timer, "01:00:00", 150, 180)]
    [InlineData(TriggerKinds.Cron, "*/15 * * * *", 0, 15)]
    [InlineData(TriggerKinds.Cron, "*/15 * * * *", 46, 60)]
    [InlineData(TriggerKinds.StartAt, "2026-03-02T09:00:00+08:00", 0, null)]
    [InlineData(TriggerKinds.Event, "go", 0, null)]
    public void The_next_time_keeps_the_beat_however_late_the_tick_is_noticed(string kind, string text, int minutesLate, int? next) =>
        Schedule.After(new StartTrigger("a", kind, text), Now, Now.AddMinutes(minutesLate))
            .Should().Be(next is { } minutes ? Now.AddMinutes(minutes) : null);

    [Fact]
    public void Cron_is_read_in_the_offices_time_with_or_without_seconds()
    {
        var midnight = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero); // 08:00 in the office

        Schedule.First(new("a", TriggerKinds.Cron, "30 8 * * *"), midnight).Should().Be(midnight.AddMinutes(30));
        Schedule.First(new("a", TriggerKinds.Cron, "15 30 8 * * *"), midnight).Should().Be(midnight.AddMinutes(30).AddSeconds(15));
        Schedule.First(new("a", TriggerKinds.Cron, "@daily"), midnight).Should().Be(midnight.AddHours(16));
    }

    private static JsonObject Starting(JsonObject activity)
    {
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return activity;
    }
}
