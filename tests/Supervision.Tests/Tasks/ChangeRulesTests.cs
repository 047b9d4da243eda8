using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Tests.Tasks;

/// <summary>转办, 更正交办, 终止, 重新办理: what may be asked for, and what becomes of it.</summary>
public sealed class ChangeRulesTests
{
    private static readonly AgencyCode Water = People.Stranger;
    private static readonly RequestTransfer Transfer = new(new("k"), Water, "职能划转");
    private static readonly Assignment WithWater = TaskScenario.Assignment with { Lead = Water };
    private static readonly ChangeRequested Asked = new(ChangeKind.Transfer, People.Lead, "职能划转", WithWater);

    [Theory]
    [InlineData("education.head", Role.OfficeDirector)]
    [InlineData("director", Role.LeaderInCharge)]
    public void A_transfer_asks_for_consent_of_another_than_who_asks(string account, Role approver)
    {
        var caller = account == "director" ? People.Director : People.Head;

        var accepted = TaskScenario.UnderWay.When(caller, Transfer).ShouldRecord(Asked with { By = caller.Agency });

        var start = accepted.Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Start>().Which;
        (start.Instance, start.Definition, start.Input["approver"]!.GetValue<string>(), start.Input["excluded"]![0]!.GetValue<string>())
            .Should().Be(("transfer", "consent", approver.ToString(), account));
    }

    [Fact]
    public void A_lead_that_was_on_the_task_is_on_it_once() =>
        TaskScenario.UnderWay.When(People.Clerk, Transfer with { Lead = People.Helper }).ShouldRecord(
            Asked with { By = People.Office, Assignment = TaskScenario.Assignment with { Lead = People.Helper, Cooperating = [] } });

    [Fact]
    public void What_cannot_be_transferred_is_refused()
    {
        TaskScenario.UnderWay.When(People.Head, Transfer with { Lead = People.Lead }).ShouldRefuse(TaskRefusals.LeadAlready);
        TaskScenario.UnderWay.When(People.Head, Transfer with { Lead = new("nowhere") }).ShouldRefuse(TaskRefusals.AgencyUnknown);
        TaskScenario.UnderWay.When(People.Head, Transfer with { Lead = People.Office }).ShouldRefuse(TaskRefusals.AgencyNoObject);
        TaskScenario.UnderWay.When(People.Head, Transfer with { Reason = " " }).ShouldRefuse(TaskRefusals.TextMissing);
        TaskScenario.UnderWay.Given(Asked).When(People.Head, Transfer).ShouldRefuse(TaskRefusals.ChangePending);
        TaskScenario.UnderWay.Given(new CompletionSubmitted(People.Lead, "完成", [], TaskScenario.Today)).When(People.Head, Transfer)
            .ShouldRefuse(TaskRefusals.NotUnderWay);
        TaskScenario.UnderWay.On(TaskScenario.DueOn.AddDays(1)).When(People.Head, Transfer).ShouldRefuse(TaskRefusals.DueOnPast);
    }

    [Fact]
    public void What_was_consented_to_begins_anew_with_the_new_lead_and_forgets_what_the_old_one_asked()
    {
        var asked = TaskScenario.UnderWay.Given(Asked, new ExtensionRequested(People.Lead, new(2026, 9, 30), "雨季"));

        var granted = Granted(asked, "transfer").ShouldRecord(new TaskReassigned(People.Lead, WithWater, TaskScenario.Today, "职能划转"));

        granted.Stimuli[^1].Should().BeOfType<Stimulus.Start>().Which.Input["approved"]!.GetValue<bool>().Should().BeTrue();
        var task = asked.Given([.. granted.Facts]).Task;
        (task.Stage, task.Assignment!.Lead, task.RequestedDueOn, task.Changes.Pending.Count, task.Changes.Reassigned, task.StartsOn)
            .Should().Be((TaskStage.Assigned, Water, null, 0, 1, TaskScenario.Today));
    }

    [Fact]
    public void What_is_no_longer_possible_when_it_is_consented_to_counts_as_refused()
    {
        var submitted = TaskScenario.UnderWay.Given(Asked, new CompletionSubmitted(People.Lead, "完成", [], TaskScenario.Today));

        Granted(submitted, "transfer").ShouldRecord(new ChangeRefused(ChangeKind.Transfer));
        Granted(TaskScenario.UnderWay, "transfer").Should().BeOfType<Decision.Accepted>().Which.Facts
            .Should().ContainSingle().Which.Should().BeOfType<ProcessRequestRecorded>("nothing was asked for");
    }

    [Fact]
    public void A_correction_with_the_same_lead_lets_the_work_go_on()
    {
        var next = TaskScenario.Assignment with { Cooperating = [Water], DueOn = new(2026, 7, 31) };

        var accepted = TaskScenario.UnderWay.When(People.Director, new CorrectAssignment(new("k"), next, "漏列单位"))
            .ShouldRecord(new TaskReassigned(People.Lead, next, TaskScenario.Today, "漏列单位", IsCorrection: true));

        accepted.Stimuli.Should().Equal(new Stimulus.MoveBase("dueOn", new(2026, 7, 31)));
        TaskScenario.UnderWay.Given([.. accepted.Facts]).Task.Stage.Should().Be(TaskStage.InProgress);
    }

    [Fact]
    public void Only_what_was_struck_off_is_reopened_and_each_time_counts()
    {
        var command = new RequestReopening(new("k"), new(2026, 9, 30), "问题反弹");
        var closed = TaskScenario.UnderWay.Given(new TaskClosedOut("完成", "回执"));

        TaskScenario.UnderWay.When(People.Clerk, command).ShouldRefuse(TaskRefusals.NotStruckOff);
        TaskScenario.UnderWay.Given(new TaskWithdrawn("撤并")).When(People.Clerk, command).ShouldRefuse(TaskRefusals.NotStruckOff);
        var asked = closed.Given([.. ((Decision.Accepted)closed.When(People.Clerk, command)).Facts]);
        var granted = (Decision.Accepted)Granted(asked, "reopening");

        granted.Facts.Should().ContainSingle().Which.Should().BeOfType<TaskReopened>().Which.Times.Should().Be(1);
        var task = asked.Given([.. granted.Facts]).Task;
        (task.Stage, task.DueOn, task.SubmittedOn, task.Changes.Reopened).Should().Be((TaskStage.Assigned, new DateOnly(2026, 9, 30), null, 1));
    }

    [Fact]
    public void A_designer_who_ends_the_consent_refuses_the_change()
    {
        var asked = TaskScenario.UnderWay.Given(Asked, new ProcessStarted("transfer", "consent", "hash", null));

        TaskRules.Decide(asked.Task, People.Of("designer", People.Office, Role.Designer), new AbortProcess(new("k"), "transfer", "误发"))
            .Should().BeOfType<Decision.Accepted>().Which.Facts.Should().ContainEquivalentOf(new ChangeRefused(ChangeKind.Transfer));
    }

    private static Decision Granted(TaskScenario scenario, string instance) =>
        TaskRules.Grant(scenario.Task, new ProcessRequest(RequestNames.GrantChange, instance, "grant", null, []), scenario.Context);
}
