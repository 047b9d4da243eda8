using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Indicators;

namespace Supervision.Tests.Tasks;

/// <summary>分解: sub-plans, shares, values, and what a plan tells its tasks.</summary>
public sealed class CascadeRulesTests
{
    private static readonly AgencyCode Gushi = new("gushi"), Luoshan = new("luoshan");
    private static readonly PlanId OfGushi = new("sample-01-gushi");
    private static readonly EvidenceReference[] Evidence = [new("验收单", "doc-1")];
    private static readonly SubPlansOrdered Ordered = new([new(OfGushi, Gushi, new(2026, 3, 31))]);

    private static readonly TaskScenario UnderWay = TaskScenario.New.Given(
        TaskScenario.Registered with { Indicators = [IndicatorRulesTests.Rooms], EvidenceRule = "验收单" },
        new TaskAssigned(TaskScenario.Assignment, TaskScenario.AssignedOn), new TaskAcknowledged(People.Lead));

    [Fact]
    public void Agencies_are_asked_for_sub_plans() =>
        UnderWay.When(People.Clerk, Order((Gushi, new(2026, 3, 31)))).ShouldRecord(Ordered);

    [Fact]
    public void The_head_of_the_lead_asks_those_on_the_task_and_no_others()
    {
        UnderWay.When(People.Head, Order((People.Helper, new(2026, 3, 31)), (People.Lead, new(2026, 3, 31)))).Should().BeOfType<Decision.Accepted>();
        UnderWay.When(People.Head, Order((Gushi, new(2026, 3, 31)))).ShouldRefuse(TaskRefusals.SubPlanNotYours);
    }

    [Fact]
    public void A_sub_plan_is_ordered_once_and_again_when_it_was_refused()
    {
        UnderWay.Given(Ordered).When(People.Clerk, Order((Gushi, new(2026, 3, 31)))).ShouldRefuse(TaskRefusals.SubPlanOrdered);
        UnderWay.Given(Ordered, new SubPlanSettled(OfGushi, false, [])).When(People.Clerk, Order((Gushi, new(2026, 3, 31)))).ShouldRecord(Ordered);
    }

    [Fact]
    public void An_order_is_refused_by_what_is_wrong_with_it()
    {
        UnderWay.When(People.Clerk, Order()).ShouldRefuse(TaskRefusals.SubPlansMissing);
        UnderWay.When(People.Clerk, Order((Gushi, new(2026, 3, 31)), (Gushi, new(2026, 4, 1)))).ShouldRefuse(TaskRefusals.AgencyTwice);
        UnderWay.When(People.Clerk, Order((new("atlantis"), new(2026, 3, 31)))).ShouldRefuse(TaskRefusals.AgencyUnknown);
        UnderWay.When(People.Clerk, Order((People.Office, new(2026, 3, 31)))).ShouldRefuse(TaskRefusals.AgencyNoObject);
        UnderWay.When(People.Clerk, Order((Gushi, new(2026, 3, 1)))).ShouldRefuse(TaskRefusals.FileByUnfit);
        UnderWay.When(People.Clerk, Order((Gushi, TaskScenario.DueOn.AddDays(1)))).ShouldRefuse(TaskRefusals.FileByUnfit);
        TaskScenario.New.Given(TaskScenario.Registered).When(People.Clerk, Order((Gushi, new(2026, 3, 31)))).ShouldRefuse(TaskRefusals.NotUnderWay);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(600, false)]
    public void A_task_is_broken_down_so_many_times_at_most(int depth, bool allowed)
    {
        var deep = TaskScenario.New.Given(
            TaskScenario.Registered with { Origin = new PlanOrigin(new("sample"), "一", 1, "原文", depth) },
            new TaskAssigned(TaskScenario.Assignment, TaskScenario.AssignedOn));

        var decision = deep.When(People.Clerk, Order((Gushi, new(2026, 3, 31))));

        if (allowed) decision.Should().BeOfType<Decision.Accepted>();
        else decision.ShouldRefuse(TaskRefusals.CascadeTooDeep);
    }

    [Fact]
    public void An_id_that_has_grown_too_long_ends_the_breaking_down()
    {
        var deep = UnderWay with { Context = UnderWay.Context with { TaskId = new(new string('a', 150)) } };
        deep.When(People.Clerk, Order((Gushi, new(2026, 3, 31)))).ShouldRefuse(TaskRefusals.CascadeTooDeep);
    }

    [Fact]
    public void Shares_add_up_to_the_target_or_the_gap_has_a_reason()
    {
        var task = UnderWay.Given(Ordered);
        task.When(People.Clerk, Allot(null, (Gushi, 12), (People.Helper, 8))).ShouldRecord(new SharesAllotted("i1", [new(Gushi, 12), new(People.Helper, 8)], 0, null));
        task.When(People.Clerk, Allot(null, (Gushi, 12))).ShouldRefuse(IndicatorRefusals.GapUnexplained);
        task.When(People.Clerk, Allot("一县待定", (Gushi, 12))).ShouldRecord(new SharesAllotted("i1", [new(Gushi, 12)], 8, "一县待定"));
        task.When(People.Clerk, Allot("超出部分为预备", (Gushi, 25))).ShouldRecord(new SharesAllotted("i1", [new(Gushi, 25)], -5, "超出部分为预备"));
    }

    [Fact]
    public void A_share_is_refused_by_what_is_wrong_with_it()
    {
        var task = UnderWay.Given(Ordered);
        task.When(People.Clerk, Allot(null, (Gushi, 10), (Gushi, 10))).ShouldRefuse(TaskRefusals.ShareTwice);
        task.When(People.Clerk, Allot(null, (Luoshan, 20))).ShouldRefuse(TaskRefusals.ShareNotOnTask);
        task.When(People.Clerk, Allot(null, (Gushi, -1), (People.Helper, 21))).ShouldRefuse(TaskRefusals.ShareOutOfRange);
        task.When(People.Clerk, new AllotShares(new("k"), "i9", [])).ShouldRefuse(IndicatorRefusals.Unknown);
        var each = TaskScenario.New.Given(
            TaskScenario.Registered with { Indicators = [IndicatorRulesTests.Rooms with { Sums = Aggregation.Each }] },
            new TaskAssigned(TaskScenario.Assignment, TaskScenario.AssignedOn));
        each.When(People.Clerk, Allot(null, (People.Helper, 20))).ShouldRefuse(IndicatorRefusals.NotDivisible);
    }

    [Fact]
    public void A_sub_plan_sees_its_share_as_its_target()
    {
        var task = UnderWay.Given(Ordered).Task;
        Opened(task).Parent.Indicators.Should().ContainSingle().Which.Target.Should().BeNull("nothing is allotted yet");

        var opened = Opened(task.Evolve(new SharesAllotted("i1", [new(Gushi, 12)], 8, "待定")));
        opened.Parent.Indicators.Should().ContainSingle().Which.Target.Should().Be(new TargetValue(12m));
        opened.Parent.Should().BeEquivalentTo(new { Task = TaskScenario.Id, Agency = Gushi, TaskScenario.DueOn, FileBy = new DateOnly(2026, 3, 31), Depth = 1 });
    }

    [Fact]
    public void Agencies_on_the_task_record_values_with_evidence()
    {
        var helper = People.Of("finance.handler", People.Helper, Role.Handler);
        UnderWay.When(helper, Record(2)).ShouldRecord(new ValueRecorded(new("i1", TaskScenario.Today, new TargetValue(2m), null, Evidence, People.Helper)));
        UnderWay.When(People.Clerk, Record(2)).ShouldRefuse(TaskRefusals.NotAllowed);
    }

    [Fact]
    public void A_value_is_refused_by_what_is_wrong_with_it()
    {
        UnderWay.When(People.Liaison, Record(2) with { On = TaskScenario.Today.AddDays(1) }).ShouldRefuse(IndicatorRefusals.ValueOfFuture);
        UnderWay.When(People.Liaison, Record(2) with { Indicator = "i2" }).ShouldRefuse(IndicatorRefusals.Unknown);
        UnderWay.When(People.Liaison, Record(-2)).ShouldRefuse(IndicatorRefusals.ValueUnfit);
        UnderWay.When(People.Liaison, Record(2) with { Value = new TargetValue("Ⅲ") }).ShouldRefuse(IndicatorRefusals.ValueUnfit);
        UnderWay.When(People.Liaison, Record(2) with { ReferenceValue = 1 }).ShouldRefuse(IndicatorRefusals.FieldUnfit);
        UnderWay.When(People.Liaison, Record(2) with { Evidence = [] }).ShouldRefuse(IndicatorRefusals.EvidenceMissing);
    }

    [Fact]
    public void A_late_value_of_an_earlier_day_hides_nothing_and_a_step_back_is_shown()
    {
        var task = UnderWay.Given(Recorded(5, new(2026, 2, 20)), Recorded(3, new(2026, 2, 28)), Recorded(9, new(2026, 1, 31)));
        var view = TaskViews.Of(task.Task, 1, People.Clerk, task.Context).Indicators.Should().ContainSingle().Which;
        view.Newest!.Value.Number.Should().Be(3);
        view.WentBackwards.Should().BeTrue();
        view.Permille.Should().Be(150);
        view.IsReached.Should().BeFalse();
    }

    [Fact]
    public void What_became_of_a_sub_plan_answers_who_waits_for_it()
    {
        var wait = new Wait("directive/b7", "directive", "w", WaitKinds.SubPlan, "等待", new Dictionary<string, string> { ["agency"] = "gushi" }, new Dictionary<string, DateTimeOffset>());
        var other = wait with { Id = "directive/b8", Terms = new Dictionary<string, string> { ["agency"] = "luoshan" } };
        var task = UnderWay.Given(Ordered, new ProcessStarted("directive", "directive", "hash", null), new ProcessStepped("directive", default, [wait, other]));

        task.When(Follower, new NoteSubPlanSettled(new("k"), OfGushi, true, [new("i1", 12)]))
            .ShouldRecord(new SubPlanSettled(OfGushi, true, [new("i1", 12)]))
            .Stimuli.Should().Equal(new Stimulus.Answer("directive/b7", "Accepted"));
        task.When(Follower, new NoteSubPlanSettled(new("k"), new("other"), true, [])).ShouldRefuse(TaskRefusals.SubPlanUnknown);
    }

    [Fact]
    public void Allotted_and_promised_stand_side_by_side_with_their_gaps()
    {
        var task = UnderWay.Given(Ordered, new SharesAllotted("i1", [new(Gushi, 12), new(People.Helper, 6)], 2, "待定"),
            new SubPlanFiled(OfGushi, new(2026, 3, 1)), new SubPlanSettled(OfGushi, true, [new("i1", 10)]));
        var cascade = TaskViews.Of(task.Task, 1, People.Clerk, task.Context).Cascade;

        cascade.SubPlans.Should().Equal(new SubPlanView(OfGushi, Gushi, new(2026, 3, 31), new(2026, 3, 1), false, true));
        var division = cascade.Divisions.Should().ContainSingle().Which;
        division.Parts.Should().Equal(new PartView(Gushi, 12, 10), new PartView(People.Helper, 6, null));
        (division.Target, division.Gap, division.Reason, division.PromisedGap).Should().Be((20m, 2m, "待定", 10m));
    }

    [Fact]
    public void A_revision_moves_the_due_date_and_what_is_counted_from_it()
    {
        var later = TaskScenario.Assignment with { DueOn = new(2026, 9, 30) };
        var decision = UnderWay.When(Follower, new Readjust(new("k"), new("sample"), 2, "滚动调整", later));

        decision.ShouldRecord(new TaskReadjusted(new("sample"), 2, "滚动调整", later, null, null))
            .Stimuli.Should().Equal(new Stimulus.MoveBase("dueOn", new(2026, 9, 30)));
        UnderWay.Given(new TaskWithdrawn("撤")).When(Follower, new Readjust(new("k"), new("sample"), 2, "滚动调整", later)).ShouldRefuse(TaskRefusals.Closed);
    }

    [Fact]
    public void Another_lead_of_a_revision_begins_anew_as_after_a_transfer()
    {
        var other = TaskScenario.Assignment with { Lead = People.Stranger };
        var decision = UnderWay.When(Follower, new Readjust(new("k"), new("sample"), 2, "滚动调整", other));

        var accepted = decision.ShouldRecord(new TaskReadjusted(new("sample"), 2, "滚动调整", other, null, null),
            new TaskReassigned(People.Lead, other, TaskScenario.Today, "滚动调整"));
        accepted.Stimuli[^1].Should().BeOfType<Stimulus.Start>();
        UnderWay.Given([.. accepted.Facts]).Task.Stage.Should().Be(TaskStage.Assigned);

        var submitted = UnderWay.Given(new CompletionSubmitted(People.Lead, "完成", [], TaskScenario.Today));
        ((Decision.Accepted)submitted.When(Follower, new Readjust(new("k"), new("sample"), 2, "滚动调整", other))).Facts.Should().ContainSingle();
    }

    [Theory]
    [InlineData("AgencyHead", "education.liaison", true)]
    [InlineData("AgencyHead", "", false)]
    [InlineData("OfficeClerk", "education.liaison", false)]
    public void The_head_of_the_lead_verifies_where_the_definition_asks_for_him_and_names_who_stands_back(string role, string excluded, bool allowed)
    {
        var wait = new Wait("directive/b1", "directive", "v", WaitKinds.Verification, "核查",
            new Dictionary<string, string> { ["role"] = role, ["excluded"] = excluded }, new Dictionary<string, DateTimeOffset>());
        var task = UnderWay.Given(new ProcessStarted("directive", "sub-task", "hash", null), new ProcessStepped("directive", default, [wait]));

        var decision = task.When(People.Head, new Verify(new("k"), true, "属实"));

        if (allowed) decision.Should().BeOfType<Decision.Accepted>();
        else decision.ShouldRefuse(TaskRefusals.OwnWork);
        var reporter = People.Of("education.liaison", People.Lead, Role.AgencyHead);
        if (allowed) task.When(reporter, new Verify(new("k"), true, "属实")).ShouldRefuse(TaskRefusals.Recused);
    }

    [Fact]
    public void What_an_accepted_plan_registers_is_assigned_with_it_and_nobody_else_may_say_so()
    {
        var register = new Register(new("k"), "建设城市书房", "年内建成三座", SupervisionKind.Special, TaskSource.Plan, TaskScenario.Authority,
            Origin: new PlanOrigin(new("sample"), "一", 1, "原文"), Proposed: TaskScenario.Assignment, Approved: true);

        var accepted = TaskScenario.New.When(Follower, register).Should().BeOfType<Decision.Accepted>().Which;
        accepted.Facts.Should().HaveCount(3).And.HaveElementAt(1, new TaskAssigned(TaskScenario.Assignment, TaskScenario.Today));
        TaskScenario.New.When(People.Clerk, register with { Origin = null }).ShouldRefuse(TaskRefusals.OriginByHand);
        TaskScenario.New.When(People.Clerk, register with { Origin = null, Approved = false, Process = "sub-task" }).ShouldRefuse(TaskRefusals.ProcessUnknown);
        TaskScenario.New.When(People.Clerk, register with { Origin = null, Approved = false, Indicators = [IndicatorRulesTests.Rooms with { Unit = null }] })
            .ShouldRefuse(IndicatorRefusals.FieldMissing);
    }

    private static readonly Caller Follower = People.Of("follower", new("supervision-system"), Role.Follower);

    private static OrderSubPlans Order(params (AgencyCode Agency, DateOnly FileBy)[] agencies) =>
        new(new("k"), [.. agencies.Select(asked => new SubPlanRequest(asked.Agency, asked.FileBy))]);

    private static AllotShares Allot(string? reason, params (AgencyCode Agency, decimal Value)[] shares) =>
        new(new("k"), "i1", [.. shares.Select(share => new Share(share.Agency, share.Value))], reason);

    private static RecordValue Record(decimal value) => new(new("k"), "i1", TaskScenario.Today, new TargetValue(value), Evidence);

    private static ValueRecorded Recorded(decimal value, DateOnly on) => new(new("i1", on, new TargetValue(value), null, Evidence, People.Lead));

    private static OpenSubPlan Opened(SupervisedTask task) => TaskRules.OpeningOf(task, TaskScenario.Id, Gushi, new("k"))!.Command;
}
