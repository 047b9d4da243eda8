using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Tests.Tasks;

/// <summary>What a task does with what its processes ask for.</summary>
public sealed class ProcessRequestTests
{
    [Fact]
    public void Clock_is_stopped_by_the_rule_of_the_standing_command()
    {
        var decision = Ask(TaskScenario.UnderWay, RequestNames.StopClock, ("reason", "协调用地"));

        decision.ShouldRecord(new TaskClockStopped(TaskScenario.Today, "协调用地"))
            .Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.StopClock>();
    }

    [Fact]
    public void Clock_is_resumed_by_the_rule_of_the_standing_command()
    {
        var stopped = TaskScenario.UnderWay.Given(new TaskClockStopped(new(2026, 3, 2), "协调用地")).On(new(2026, 3, 9));

        Ask(stopped, RequestNames.ResumeClock)
            .ShouldRecord(new TaskClockResumed(new(2026, 3, 9), 5, TaskScenario.DueOn, new(2026, 7, 7), "working-days-stood/1"))
            .Stimuli.Should().Equal(new Stimulus.ResumeClock(5), new Stimulus.MoveBase("dueOn", new(2026, 7, 7)));
    }

    [Fact]
    public void Clock_that_stands_already_or_runs_already_is_left_as_it_is()
    {
        Ask(TaskScenario.UnderWay.Given(new TaskClockStopped(TaskScenario.Today, "协调")), RequestNames.StopClock, ("reason", "再停"))
            .ShouldRefuse(TaskRefusals.ClockStopped);
        Ask(TaskScenario.UnderWay, RequestNames.ResumeClock).ShouldRefuse(TaskRefusals.ClockRuns);
    }

    [Fact]
    public void Expedite_of_a_definition_says_whom_it_urges() =>
        Ask(TaskScenario.UnderWay, RequestNames.Expedite, ("about", "by-hand"), ("to", "head"), ("text", "请报进展"))
            .ShouldRecord(new TaskExpedited(1, "by-hand", "请报进展", ByClock: true, "head"));

    [Fact]
    public void Submitted_task_goes_back_for_rework_and_the_return_counts()
    {
        var submitted = TaskScenario.UnderWay.Given(new CompletionSubmitted(People.Lead, "已建成", [], TaskScenario.Today));

        Ask(submitted, RequestNames.ReturnForRework, ("reason", "材料不足")).ShouldRecord(new TaskReturned("材料不足", 1));
    }

    [Fact]
    public void Return_of_what_was_not_submitted_is_recorded_and_counts_nothing() =>
        Ask(TaskScenario.UnderWay, RequestNames.ReturnForRework, ("reason", "材料不足"))
            .Should().BeOfType<Decision.Accepted>().Which.Facts.Should().ContainSingle().Which.Should().BeOfType<ProcessRequestRecorded>();

    [Fact]
    public void A_sub_plan_is_ordered_from_the_agency_that_the_process_names() =>
        Ask(TaskScenario.UnderWay, RequestNames.StartSubPlan, ("agency", "gushi"), ("definition", "sub-plan-approval"), ("dueOn", "2026-03-31"))
            .ShouldRecord(new SubPlansOrdered([new SubPlanOrder(new("sample-01-gushi"), new("gushi"), new(2026, 3, 31))]));

    [Fact]
    public void A_sub_plan_without_a_day_is_due_in_ten_working_days_and_never_after_its_task()
    {
        var asked = Ask(TaskScenario.UnderWay, RequestNames.StartSubPlan, ("agency", "gushi"));
        asked.ShouldRecord(new SubPlansOrdered([new SubPlanOrder(new("sample-01-gushi"), new("gushi"), new(2026, 3, 16))]));
        var late = Ask(TaskScenario.UnderWay, RequestNames.StartSubPlan, ("agency", "gushi"), ("dueOn", "2029-01-01"));
        late.ShouldRecord(new SubPlansOrdered([new SubPlanOrder(new("sample-01-gushi"), new("gushi"), TaskScenario.DueOn)]));
    }

    [Theory]
    [InlineData(RequestNames.StartSubPlan)]
    [InlineData(RequestNames.Notify)]
    public void What_nobody_here_can_do_is_recorded_as_it_was_asked_for(string name) =>
        Ask(TaskScenario.UnderWay, name, ("agency", "atlantis")).Should().BeOfType<Decision.Accepted>()
            .Which.Facts.Should().ContainSingle().Which.Should().BeOfType<ProcessRequestRecorded>().Which.Name.Should().Be(name);

    private static Decision Ask(TaskScenario scenario, string name, params (string Name, string Value)[] arguments)
    {
        var all = new JsonObject();
        foreach (var (argument, value) in arguments) all[argument] = value;
        return TaskRules.Grant(scenario.Task, new ProcessRequest(name, "directive", "a1", null, all), scenario.Context);
    }
}
