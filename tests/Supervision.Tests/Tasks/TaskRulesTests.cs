using Supervision.Language;
using Supervision.Numbers;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Tests.Tasks;

public sealed class TaskRulesTests
{
    private static readonly CommandKey Key = new("k");
    private static readonly EvidenceReference[] Evidence = [new("验收单", "doc-1")];

    private static readonly Register Registration = new(
        Key, "建设城市书房", "年内建成三座", SupervisionKind.Special, TaskSource.Meeting, TaskScenario.Authority);

    [Fact]
    public void A_clerk_registers_a_task_with_its_authority_and_the_directive_starts()
    {
        var accepted = TaskScenario.New.When(People.Clerk, Registration).ShouldRecord(TaskScenario.Registered);
        accepted.Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Start>()
            .Which.Definition.Should().Be("directive");
    }

    [Fact]
    public void No_task_is_registered_without_an_authority() =>
        TaskScenario.New.When(People.Clerk, Registration with { Authority = null }).ShouldRefuse(TaskRefusals.NoAuthority);

    [Fact]
    public void An_authority_without_a_reference_is_none() =>
        TaskScenario.New
            .When(People.Clerk, Registration with { Authority = TaskScenario.Authority with { Reference = " " } })
            .ShouldRefuse(TaskRefusals.NoAuthority);

    [Fact]
    public void Weekly_reports_need_a_reason() =>
        TaskScenario.New.When(People.Clerk, Registration with { Cadence = Cadence.Weekly }).ShouldRefuse(TaskRefusals.CadenceNeedsReason);

    [Fact]
    public void The_same_number_is_not_registered_twice() =>
        TaskScenario.UnderWay.When(People.Clerk, Registration).ShouldRefuse(TaskRefusals.AlreadyRegistered);

    [Fact]
    public void An_approved_task_is_assigned() =>
        TaskScenario.New.Given(TaskScenario.Registered).Waiting(WaitKinds.Assignment)
            .When(People.Clerk, new Assign(Key, TaskScenario.Assignment))
            .ShouldRecord(new TaskAssigned(TaskScenario.Assignment, TaskScenario.Today), new NumberRequested(SeriesId.OfTasks(2026)));

    [Fact]
    public void A_task_that_waits_for_its_approval_is_not_assigned() =>
        TaskScenario.New.Given(TaskScenario.Registered).Waiting(WaitKinds.Approval)
            .When(People.Clerk, new Assign(Key, TaskScenario.Assignment))
            .ShouldRefuse(TaskRefusals.NotWaiting);

    [Theory]
    [InlineData("nowhere", "task.agency-unknown")]
    [InlineData("finance", "task.agency-twice")]
    [InlineData("huangchuan-economic", "task.skips-level")]
    [InlineData("supervision-office", "task.agency-no-object")]
    [InlineData("evaluation-committee", "task.agency-no-object")]
    public void An_assignment_names_agencies_that_exist_once_and_skips_no_level_without_a_reason(string lead, string code) =>
        TaskScenario.New.Given(TaskScenario.Registered).Waiting(WaitKinds.Assignment)
            .When(People.Clerk, new Assign(Key, TaskScenario.Assignment with { Lead = new(lead) }))
            .Should().BeOfType<Decision.Refused>().Which.Refusal.Code.Should().Be(code);

    [Fact]
    public void A_due_date_in_the_past_is_refused() =>
        TaskScenario.New.Given(TaskScenario.Registered).Waiting(WaitKinds.Assignment)
            .When(People.Clerk, new Assign(Key, TaskScenario.Assignment with { DueOn = TaskScenario.Today.AddDays(-1) }))
            .ShouldRefuse(TaskRefusals.DueOnPast);

    [Fact]
    public void A_second_acknowledgement_changes_nothing_whatever_its_key() =>
        TaskScenario.UnderWay.When(People.Liaison, new Acknowledge(new("other"))).ShouldRecord().Stimuli.Should().BeEmpty();

    [Fact]
    public void The_lead_refuses_a_task_that_is_not_its_duty() =>
        TaskScenario.New.Given(TaskScenario.Registered, new TaskAssigned(TaskScenario.Assignment)).Waiting(WaitKinds.Acknowledgement)
            .When(People.Head, new RefuseAsNotOurs(Key, "属文旅职责"))
            .ShouldRecord(new TaskRefusedAsNotOurs(People.Lead, "属文旅职责"))
            .Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Answer>().Which.Outcome.Should().Be("Refused");

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void Progress_lies_between_0_and_100(int percent) =>
        TaskScenario.UnderWay.Waiting(WaitKinds.Report)
            .When(People.Liaison, new ReportProgress(Key, percent, "进展")).ShouldRefuse(TaskRefusals.PercentOutOfRange);

    [Fact]
    public void Planned_progress_is_in_proportion_to_the_days_gone_by()
    {
        // 27 February to 30 June is 123 days; on 30 April 62 of them are gone: 50 percent, rounded down.
        var task = TaskScenario.UnderWay.On(new(2026, 4, 30));
        TaskRules.PlannedPercent(task.Task, task.Context).Should().Be(50);
    }

    [Fact]
    public void Completion_needs_evidence() =>
        TaskScenario.UnderWay.Waiting(WaitKinds.Completion)
            .When(People.Liaison, new SubmitCompletion(Key, "已建成", [])).ShouldRefuse(TaskRefusals.EvidenceMissing);

    [Fact]
    public void Nobody_verifies_the_work_of_the_own_agency()
    {
        var ownWork = TaskScenario.New.Given(
                TaskScenario.Registered, new TaskAssigned(TaskScenario.Assignment with { Lead = People.Office }),
                new TaskAcknowledged(People.Office), new CompletionSubmitted(People.Office, "已建成", Evidence, TaskScenario.Today))
            .Waiting(WaitKinds.Verification);

        ownWork.When(People.Clerk, new Verify(Key, true, "属实")).ShouldRefuse(TaskRefusals.OwnWork);
    }

    [Fact]
    public void A_completion_that_is_not_accepted_is_returned_and_counted() =>
        TaskScenario.UnderWay.Given(new TaskReturned("缺照片", 1)).Waiting(WaitKinds.Verification)
            .When(People.Clerk, new Verify(Key, false, "缺验收单")).ShouldRecord(new TaskReturned("缺验收单", 2));

    [Fact]
    public void An_approval_asks_for_the_role_that_the_definition_names()
    {
        var waiting = TaskScenario.UnderWay.Waiting((WaitKinds.Approval, nameof(Role.LeaderInCharge)));

        waiting.When(People.Director, new Decide(Key, Verdict.Approved)).ShouldRefuse(TaskRefusals.ApprovalNotYours);
        waiting.When(People.Leader, new Decide(Key, Verdict.Approved))
            .ShouldRecord(new ApprovalGiven("directive/b0", "test", Verdict.Approved, null));
    }

    [Fact]
    public void A_definition_may_ask_for_another_post_than_the_table_of_rights()
    {
        var waiting = TaskScenario.UnderWay.Waiting((WaitKinds.Verification, nameof(Role.OfficeDirector)));

        waiting.When(People.Clerk, new Verify(Key, true, "属实")).ShouldRefuse(TaskRefusals.OtherRole);
        waiting.When(People.Director, new Verify(Key, true, "属实")).ShouldRecord(new CompletionVerified("属实"));
    }

    [Fact]
    public void The_director_is_a_clerk_as_well() =>
        TaskScenario.UnderWay.Waiting((WaitKinds.Verification, nameof(Role.OfficeClerk)))
            .When(People.Director, new Verify(Key, true, "属实")).ShouldRecord(new CompletionVerified("属实"));

    [Fact]
    public void A_rejection_says_why() =>
        TaskScenario.UnderWay.Waiting((WaitKinds.Approval, nameof(Role.OfficeDirector)))
            .When(People.Director, new Decide(Key, Verdict.Rejected)).ShouldRefuse(TaskRefusals.TextMissing);

    [Fact]
    public void An_extension_goes_beyond_the_present_due_date() =>
        TaskScenario.UnderWay.When(People.Liaison, new RequestExtension(Key, TaskScenario.DueOn, "雨季"))
            .ShouldRefuse(TaskRefusals.ExtensionNotLater);

    [Fact]
    public void Two_extensions_are_not_asked_for_at_once() =>
        TaskScenario.UnderWay.Given(new ExtensionRequested(People.Lead, new(2026, 7, 31), "雨季"))
            .When(People.Liaison, new RequestExtension(Key, new(2026, 8, 31), "雨季")).ShouldRefuse(TaskRefusals.ExtensionPending);

    [Fact]
    public void A_granted_extension_moves_the_due_date_and_says_from_where()
    {
        var asked = TaskScenario.UnderWay.Given(new ExtensionRequested(People.Lead, new(2026, 7, 31), "雨季"));
        var request = new ProcessRequest(RequestNames.GrantExtension, "extension", "grant", null, []);

        TaskRules.Grant(asked.Task, request, asked.Context).ShouldRecord(new ExtensionGranted(TaskScenario.DueOn, new(2026, 7, 31)))
            .Stimuli.Should().ContainSingle().Which.Should().Be(new Stimulus.MoveBase("dueOn", new(2026, 7, 31)));
    }

    [Fact]
    public void An_extension_never_shortens_a_due_date_that_has_moved_meanwhile()
    {
        var asked = TaskScenario.UnderWay.Given(
            new ExtensionRequested(People.Lead, new(2026, 7, 3), "雨季"),
            new TaskClockStopped(TaskScenario.Today, "协调"),
            new TaskClockResumed(new(2026, 3, 16), 10, TaskScenario.DueOn, new(2026, 7, 14), "working-days-stood/1"));

        TaskRules.Grant(asked.Task, new ProcessRequest(RequestNames.GrantExtension, "extension", "grant", null, []), asked.Context)
            .ShouldRecord(new ExtensionGranted(new(2026, 7, 14), new(2026, 7, 14)));
    }

    [Fact]
    public void After_a_refusal_the_proposal_is_used_up() =>
        TaskScenario.New.Given(
                TaskScenario.Registered with { Proposed = TaskScenario.Assignment },
                new TaskAssigned(TaskScenario.Assignment), new TaskRefusedAsNotOurs(People.Lead, "非本单位职责"))
            .Waiting(WaitKinds.Assignment)
            .When(People.Clerk, new Assign(Key)).ShouldRefuse(TaskRefusals.AssignmentMissing);

    [Fact]
    public void Where_in_a_plan_a_task_comes_from_is_not_told_by_hand() =>
        TaskScenario.New
            .When(People.Clerk, Registration with { Origin = new(new("sample"), "二/（一）/1", 46, "引文") })
            .ShouldRefuse(TaskRefusals.OriginByHand);

    [Fact]
    public void A_day_that_passed_on_the_way_does_not_lose_an_issued_item() =>
        TaskScenario.New.When(
                People.Of("follower", new("supervision-system"), Role.Follower),
                Registration with { Proposed = TaskScenario.Assignment with { DueOn = TaskScenario.Today.AddDays(-1) } })
            .Should().BeOfType<Decision.Accepted>();

    [Theory]
    [InlineData("\u0000")]
    [InlineData("\u001b[31m")]
    public void Control_characters_are_no_text(string text) =>
        TaskScenario.New.When(People.Clerk, Registration with { Title = $"标题{text}" }).ShouldRefuse(TaskRefusals.TextUnfit);

    [Fact]
    public void Evidence_has_a_name_and_a_place() =>
        TaskScenario.UnderWay.Waiting(WaitKinds.Completion)
            .When(People.Liaison, new SubmitCompletion(Key, "已完成", [new(" ", "doc-1")])).ShouldRefuse(TaskRefusals.TextMissing);

    [Fact]
    public void A_clock_that_stood_for_five_working_days_moves_the_due_date_by_five()
    {
        // Stopped on Monday 2 March, resumed on Monday 9 March: Tuesday to Monday are five working days.
        var stopped = TaskScenario.UnderWay.Given(new TaskClockStopped(new(2026, 3, 2), "协调用地")).On(new(2026, 3, 9));

        stopped.When(People.Director, new ResumeClock(Key)).ShouldRecord(
            new TaskClockResumed(new(2026, 3, 9), 5, TaskScenario.DueOn, new(2026, 7, 7), "working-days-stood/1"));
    }

    [Fact]
    public void A_stopped_clock_is_not_stopped_again() =>
        TaskScenario.UnderWay.Given(new TaskClockStopped(TaskScenario.Today, "协调"))
            .When(People.Director, new StopClock(Key, "再停")).ShouldRefuse(TaskRefusals.ClockStopped);

    [Fact]
    public void Withdrawing_ends_every_process_of_the_task() =>
        TaskScenario.UnderWay.Waiting(WaitKinds.Report).When(People.Director, new Withdraw(Key, "事项撤并"))
            .ShouldRecord(new TaskWithdrawn("事项撤并"))
            .Stimuli.Should().ContainSingle().Which.Should().Be(new Stimulus.Cancel("directive"));

    [Fact]
    public void What_is_closed_is_not_withdrawn() =>
        TaskScenario.UnderWay.Given(new TaskClosedOut("完成", "回执")).When(People.Director, new Withdraw(Key, "误"))
            .ShouldRefuse(TaskRefusals.Closed);

    [Fact]
    public void A_ladder_that_speaks_after_the_strike_off_changes_nothing() =>
        TaskRules.Grant(
                TaskScenario.UnderWay.Given(new TaskClosedOut("完成", "回执")).Task,
                new ProcessRequest(RequestNames.Escalate, "ladder", "rung1", null, []), TaskScenario.UnderWay.Context)
            .ShouldRecord();
}
