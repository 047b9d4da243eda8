using Supervision.Calendars;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Simulation;
using Supervision.Tasks;

namespace Supervision.Tests.Simulation;

/// <summary>How each kind of agency answers, day by day, without a city.</summary>
public sealed class BehaviourTests
{
    private const int Sample = 400;

    private static readonly AgencyCode Lead = new("education");
    private static readonly DateOnly Day = new(2026, 3, 10);
    private static readonly CommandKey Key = new("k");

    [Fact]
    public void The_same_day_and_view_give_the_same_command()
    {
        var view = Waiting(WaitKinds.Acknowledgement, TaskStage.Assigned);

        for (var seed = 0; seed < 50; seed++)
            AgencyBehaviour.Next(At(Temper.Slow, seed), view, Key).Should().Be(AgencyBehaviour.Next(At(Temper.Slow, seed), view, Key));
    }

    [Fact]
    public void The_diligent_acknowledge_sooner_than_the_slow_and_the_silent_hardly_ever()
    {
        var view = Waiting(WaitKinds.Acknowledgement, TaskStage.Assigned);

        var (diligent, slow, silent) = (Share(Temper.Diligent, view), Share(Temper.Slow, view), Share(Temper.Silent, view));

        diligent.Should().BeGreaterThan(0.55);
        slow.Should().BeInRange(0.08, 0.35);
        silent.Should().BeLessThan(0.08);
    }

    [Fact]
    public void The_silent_wake_when_the_leader_in_charge_is_told()
    {
        var view = Waiting(WaitKinds.Acknowledgement, TaskStage.Assigned);

        Share(Temper.Silent, view with { Progress = view.Progress with { Escalated = 3 } })
            .Should().BeGreaterThan(Share(Temper.Silent, view) + 0.3);
    }

    [Fact]
    public void Gaming_agencies_submit_long_before_it_is_due_and_the_office_returns_it()
    {
        var view = Waiting(WaitKinds.Completion, TaskStage.InProgress) with { Assignment = new Assignment(Lead, [], [], Day.AddDays(35)) };

        Share(Temper.Gaming, view).Should().BeGreaterThan(0.2);
        Share(Temper.Diligent, view).Should().Be(0);

        var submitted = Waiting(WaitKinds.Verification, TaskStage.Completed) with { Progress = view.Progress with { PlannedPercent = 50 } };
        var verdicts = Enumerable.Range(0, Sample)
            .Select(seed => new OfficeDay(Day, new Chance(seed), []).Next(submitted, Key)?.Command).OfType<Verify>().ToArray();
        verdicts.Count(verdict => !verdict.Accepted).Should().BeGreaterThan(verdicts.Length / 2);
    }

    [Fact]
    public void Who_is_away_does_nothing_until_the_head_knows()
    {
        var view = Waiting(WaitKinds.Acknowledgement, TaskStage.Assigned);

        Share(Temper.Diligent, view, isAway: true).Should().Be(0);
        Share(Temper.Diligent, view with { Progress = view.Progress with { Escalated = 2 } }, isAway: true).Should().BePositive();
    }

    [Fact]
    public void After_a_long_holiday_much_lies_there()
    {
        var calendar = WorkingCalendar.Shipped;
        Attendance.IsStorm(new DateOnly(2025, 10, 9), calendar).Should().BeTrue("the week of October is over");
        Attendance.IsStorm(new DateOnly(2025, 9, 16), calendar).Should().BeFalse();

        var view = Waiting(WaitKinds.Acknowledgement, TaskStage.Assigned);
        Share(Temper.Diligent, view, isStorm: true).Should().BeLessThan(Share(Temper.Diligent, view) / 2);
    }

    [Fact]
    public void The_edited_limit_stands_in_the_definition_and_nothing_else_moves()
    {
        var json = System.Text.Encoding.UTF8.GetString(Supervision.Workflows.ShippedDefinitions.All["directive"].Span);

        var edited = AcknowledgeLimit.Edited(json, 1);

        edited.Should().Contain("\"limitWorkingDays\":{\"typeName\":\"Int32\",\"expression\":{\"type\":\"Literal\",\"value\":1}}");
        AcknowledgeLimit.Edited(edited, 3).Should().Be(AcknowledgeLimit.Edited(json, 3));
    }

    private static double Share(Temper temper, TaskView view, bool isAway = false, bool isStorm = false) =>
        Enumerable.Range(0, Sample).Count(seed => AgencyBehaviour.Next(At(temper, seed, isAway, isStorm), view, Key) is Acknowledge or SubmitCompletion) / (double)Sample;

    private static AgencyDay At(Temper temper, int seed, bool isAway = false, bool isStorm = false) =>
        new(Lead, temper, Day, isAway, isStorm, new Chance(seed), WorkingCalendar.Shipped);

    private static TaskView Waiting(string kind, TaskStage stage) => new(
        new TaskId("t"), 5, "title", "content", stage, TaskLabels.Of(stage), SupervisionKind.Special, TaskSource.Document,
        new AuthorityRecord("a", "b", "c", Day, "d"), null, new Assignment(Lead, [], [], Day.AddDays(90)), null,
        new ProgressView(0, 0, 10, null, null, 0, 0, 0, 0, 0), null!, null, null, null,
        [new Wait("w", "i", "a", kind, "n", new Dictionary<string, string>(), new Dictionary<string, DateTimeOffset>())],
        [], [], false, [], null, null!, Cadence.Monthly, null, null!, []);
}
