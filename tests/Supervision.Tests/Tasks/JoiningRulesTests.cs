using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Tests.Tasks;

/// <summary>并案 and 拆分: what may be asked for, what the other task takes over, and what the parts get.</summary>
public sealed class JoiningRulesTests
{
    private static readonly TaskId Other = new("sample-02");
    private static readonly Caller Follower = People.Of("follower", People.Office, Role.Follower);
    private static readonly RequestMerger Merger = new(new("k"), Other, "内容相同");
    private static readonly Indicator Rooms = new(
        "i1", "城市书房", IndicatorKind.Count, "座", Direction.Up, Aggregation.Sum, null, TargetComparison.AtLeast,
        new TargetValue(3), TargetStrength.Must, []);

    private static readonly TaskScenario Measured = TaskScenario.New.Given(
        TaskScenario.Registered with { Indicators = [Rooms] }, new TaskAssigned(TaskScenario.Assignment, TaskScenario.AssignedOn),
        new TaskAcknowledged(People.Lead));

    private static readonly RequestSplit Split = new(new("k"),
        [Part("城区书房", 2, 2), Part("县区书房", 1, 1) with { Assignment = TaskScenario.Assignment with { Lead = People.Stranger } }], "分头推进");

    [Fact]
    public void A_merger_is_asked_for_by_the_office_and_consented_to_by_the_director()
    {
        var accepted = TaskScenario.UnderWay.When(People.Clerk, Merger)
            .ShouldRecord(new ChangeRequested(ChangeKind.Merger, People.Office, "内容相同", Into: Other));

        accepted.Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Start>().Which.Input["approver"]!.GetValue<string>()
            .Should().Be(nameof(Role.OfficeDirector));
    }

    [Fact]
    public void What_cannot_be_merged_is_refused()
    {
        TaskScenario.UnderWay.When(People.Clerk, Merger with { Into = TaskScenario.Id }).ShouldRefuse(TaskRefusals.MergerWithItself);
        TaskScenario.UnderWay.When(People.Clerk, Merger with { Reason = "" }).ShouldRefuse(TaskRefusals.TextMissing);
        TaskScenario.UnderWay.When(People.Head, Merger).ShouldRefuse(TaskRefusals.NotAllowed);
        TaskScenario.UnderWay.Given(new CompletionSubmitted(People.Lead, "完成", [], TaskScenario.Today)).When(People.Clerk, Merger)
            .ShouldRefuse(TaskRefusals.NotUnderWay);
        OfSubPlan().When(People.Clerk, Merger).ShouldRefuse(TaskRefusals.OwnBreakdown);
    }

    [Fact]
    public void What_is_consented_to_is_asked_of_the_other_task_and_nothing_ends_yet()
    {
        var asked = Measured.Given(
            new ProblemRaised(1, "台账缺失", People.Lead, TaskScenario.DueOn), new ProblemRaised(2, "已改", People.Lead, TaskScenario.DueOn),
            new ProblemClosed(2, "整改到位"), new ChangeRequested(ChangeKind.Merger, People.Office, "内容相同", Into: Other));

        var agreed = Granted(asked, "merger").ShouldRecord(new MergerAgreed(Other, new MergedTask(
            TaskScenario.Id, "建设城市书房", null, TaskScenario.Assignment, [Rooms], [new OpenProblem("台账缺失", People.Lead, TaskScenario.DueOn)])));

        var task = asked.Given([.. agreed.Facts]).Task;
        (task.Stage, task.Changes.AgreedInto, task.Changes.IsPending(ChangeKind.Merger)).Should().Be((TaskStage.InProgress, Other, true));
    }

    [Fact]
    public void The_other_task_takes_over_who_is_on_it_what_is_measured_and_what_was_found()
    {
        var late = TaskScenario.Today.AddDays(-3);
        var merged = new MergedTask(Other, "建设社区书屋", "信政督〔2026〕2号", new Assignment(People.Stranger, [People.Helper], [], TaskScenario.DueOn),
            [Rooms with { Name = "社区书屋" }], [new OpenProblem("无人值守", People.Stranger, late)]);

        Measured.When(Follower, new TakeIn(new("k"), merged)).ShouldRecord(
            new TaskTookIn(Other, "建设社区书屋", "信政督〔2026〕2号", TaskScenario.Assignment with { Responsible = [People.Stranger] },
                [Rooms, Rooms with { Id = "i2", Name = "社区书屋" }]),
            new ProblemRaised(1, "无人值守", People.Stranger, TaskScenario.Today));
    }

    [Fact]
    public void Two_tasks_that_are_to_go_into_each_other_both_stay()
    {
        var leaving = TaskScenario.UnderWay.Given(
            new ChangeRequested(ChangeKind.Merger, People.Office, "内容相同", Into: Other), new MergerAgreed(Other, Merged(TaskScenario.Id)));

        leaving.When(Follower, new TakeIn(new("k"), Merged(Other))).ShouldRefuse(TaskRefusals.NotUnderWay);
        var task = leaving.Given(((Decision.Accepted)leaving.When(Follower, new NoteMergerDeclined(new("k"), "已在并案"))).Facts[0]).Task;
        (task.Stage, task.Changes.AgreedInto, task.Changes.IsPending(ChangeKind.Merger)).Should().Be((TaskStage.InProgress, null, false));
    }

    [Fact]
    public void What_was_taken_in_once_is_not_taken_in_twice()
    {
        var taken = TaskScenario.UnderWay.Given(new TaskTookIn(Other, "建设社区书屋", null, TaskScenario.Assignment, []));

        taken.When(Follower, new TakeIn(new("other"), Merged(Other))).ShouldRecord();
    }

    [Fact]
    public void A_merged_task_ends_with_a_pointer_and_stays_readable_for_those_who_go_on()
    {
        var agreed = TaskScenario.UnderWay.Given(
            new ChangeRequested(ChangeKind.Merger, People.Office, "内容相同", Into: Other), new MergerAgreed(Other, Merged(TaskScenario.Id)));

        var accepted = agreed.When(Follower, new NoteMerged(new("k"), Other, [People.Stranger, People.Lead]))
            .ShouldRecord(new TaskMerged(Other, "内容相同", [People.Stranger, People.Lead]));

        var task = agreed.Given([.. accepted.Facts]).Task;
        (task.Stage, task.IsClosed, task.Changes.MergedInto, task.Changes.Pending.Count).Should().Be((TaskStage.Merged, true, Other, 0));
        TaskRights.MayView(task, People.Of("water.liaison", People.Stranger, Role.Liaison)).Should().BeTrue();
    }

    [Fact]
    public void What_has_ended_meanwhile_stays_as_it_ended() =>
        TaskScenario.UnderWay.Given(new TaskWithdrawn("撤并")).When(Follower, new NoteMerged(new("k"), Other, [])).ShouldRecord();

    [Fact]
    public void A_split_names_its_parts_their_weights_and_shares()
    {
        var asked = (Decision.Accepted)Measured.When(People.Clerk, Split);
        var granted = (Decision.Accepted)Granted(Measured.Given([.. asked.Facts]), "split");

        var split = granted.Facts.Should().ContainSingle().Which.Should().BeOfType<TaskSplit>().Which;
        split.Parts.Select(part => (part.Task.Value, part.Weight, part.Content, part.Indicators[0].Target!.Value.Number))
            .Should().Equal(("sample-01.1", 2, "年内建成三座", 2), ("sample-01.2", 1, "年内建成三座", 1));
        Measured.Given(split).Task.Stage.Should().Be(TaskStage.Split);
    }

    [Fact]
    public void What_cannot_be_split_so_is_refused()
    {
        var (first, second) = (Split.Parts[0], Split.Parts[1]);
        Refused([first], TaskRefusals.PartsUnfit);
        Refused([first, second with { Weight = 0 }], TaskRefusals.PartWeightUnfit);
        Refused([first, second with { Shares = [] }], IndicatorRefusals.GapUnexplained);
        Refused([first, second with { Shares = [new("i9", 1)] }], IndicatorRefusals.Unknown);
        Refused([first, second with { Shares = [new("i1", -1)] }], TaskRefusals.ShareOutOfRange);
        Refused([first, second with { Shares = [new("i1", 1), new("i1", 1)] }], TaskRefusals.PartShareTwice);
        Refused([first, second with { Assignment = second.Assignment with { DueOn = TaskScenario.Today.AddDays(-1) } }], TaskRefusals.DueOnPast);
        Measured.Given(new ProblemRaised(1, "台账缺失", People.Lead, TaskScenario.DueOn)).When(People.Clerk, Split).ShouldRefuse(TaskRefusals.ProblemsBeforeSplit);
        Measured.Given(new SubPlansOrdered([new SubPlanOrder(new("sample-01-gushi"), new("gushi"), TaskScenario.DueOn)]))
            .When(People.Clerk, Split).ShouldRefuse(TaskRefusals.BrokenDown);
        Measured.When(People.Clerk, Split with { Parts = [first, second with { Shares = [] }], GapReason = "另行安排" })
            .Should().BeOfType<Decision.Accepted>();
    }

    [Fact]
    public void A_part_is_registered_with_what_is_its_own_and_the_rest_of_the_whole()
    {
        var asked = (Decision.Accepted)Measured.When(People.Clerk, Split);
        var split = Measured.Given([.. asked.Facts, .. ((Decision.Accepted)Granted(Measured.Given([.. asked.Facts]), "split")).Facts]).Task;

        var register = TaskRules.RegistrationOf(split, TaskScenario.Id, new("sample-01.2"), new("k"))!;
        (register.Title, register.Authority, register.Approved, register.PartOf, register.Proposed!.Lead)
            .Should().Be(("县区书房", TaskScenario.Authority, true, TaskScenario.Id, People.Stranger));
        TaskRules.RegistrationOf(split, TaskScenario.Id, new("sample-01.3"), new("k")).Should().BeNull();
    }

    [Fact]
    public void With_its_plan_what_was_split_goes_and_its_parts_with_it()
    {
        var asked = (Decision.Accepted)Measured.When(People.Clerk, Split);
        var split = Measured.Given([.. asked.Facts, .. ((Decision.Accepted)Granted(Measured.Given([.. asked.Facts]), "split")).Facts]);

        split.When(Follower, new WithdrawWithPlan(new("k"), new("sample"), "移出方案"))
            .ShouldRecord(new TaskWithdrawn("移出方案", new PlanId("sample"), Parts: [new("sample-01.1"), new("sample-01.2")]));
        split.When(People.Director, new Withdraw(new("k"), "撤并")).ShouldRefuse(TaskRefusals.Closed);
    }

    private static void Refused(IReadOnlyList<TaskPart> parts, Refusal refusal) =>
        Measured.When(People.Clerk, Split with { Parts = parts }).ShouldRefuse(refusal);

    private static TaskPart Part(string title, int weight, decimal rooms) =>
        new(title, TaskScenario.Assignment, weight, Shares: [new("i1", rooms)]);

    private static MergedTask Merged(TaskId task) => new(task, "建设社区书屋", null, TaskScenario.Assignment, [], []);

    private static TaskScenario OfSubPlan() => TaskScenario.New.Given(
        TaskScenario.Registered with { Origin = new PlanOrigin(new("sample-01-gushi"), "+1", 0, "条目", 1) },
        new TaskAssigned(TaskScenario.Assignment, TaskScenario.AssignedOn), new TaskAcknowledged(People.Lead));

    private static Decision Granted(TaskScenario scenario, string instance) =>
        TaskRules.Grant(scenario.Task, new ProcessRequest(RequestNames.GrantChange, instance, "grant", null, []), scenario.Context);
}
