using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Actors;

namespace Supervision.Tests.Tasks;

/// <summary>问题清单: found, rectified, verified, closed.</summary>
public sealed class ProblemRulesTests
{
    private static readonly EvidenceReference[] Evidence = [new("台账", "doc-2")];
    private static readonly ProblemRaised Raised = new(1, "台账缺失", People.Lead, new(2026, 3, 31));
    private static readonly ProblemRectified Rectified = new(1, People.Lead, "已补齐", Evidence, new(2026, 3, 20));
    private static readonly ReportRectification Report = new(new("k"), 1, "已补齐", Evidence);
    private static readonly VerifyRectification Verify = new(new("k"), 1, true, "属实");

    [Fact]
    public void A_problem_is_the_leads_unless_another_agency_of_the_task_is_named()
    {
        var raise = new RaiseProblem(new("k"), "台账缺失", Raised.DueOn);
        TaskScenario.UnderWay.When(People.Clerk, raise).ShouldRecord(Raised);
        TaskScenario.UnderWay.Given(Raised).When(People.Clerk, raise with { Agency = People.Helper }).ShouldRecord(Raised with { Number = 2, Agency = People.Helper });
        TaskScenario.UnderWay.When(People.Clerk, raise with { Agency = People.Stranger }).ShouldRefuse(TaskRefusals.ProblemNotOnTask);
        TaskScenario.UnderWay.When(People.Clerk, raise with { DueOn = TaskScenario.Today.AddDays(-1) }).ShouldRefuse(TaskRefusals.DueOnPast);
        TaskScenario.New.Given(TaskScenario.Registered).When(People.Clerk, raise).ShouldRefuse(TaskRefusals.NotUnderWay);
        TaskScenario.UnderWay.Given([.. Enumerable.Range(1, TaskRules.ProblemsMax).Select(n => Raised with { Number = n })])
            .When(People.Clerk, raise).ShouldRefuse(TaskRefusals.ProblemsTooMany);
    }

    [Fact]
    public void Only_the_agency_it_is_for_puts_it_right_and_proves_it()
    {
        var raised = TaskScenario.UnderWay.Given(Raised);
        raised.When(People.Liaison, Report).ShouldRecord(Rectified with { On = TaskScenario.Today });
        raised.When(People.Of("finance.liaison", People.Helper, Role.Liaison), Report).ShouldRefuse(TaskRefusals.ProblemNotYours);
        raised.When(People.Liaison, Report with { Evidence = [] }).ShouldRefuse(TaskRefusals.RectificationUnproved);
        raised.When(People.Liaison, Report with { Number = 2 }).ShouldRefuse(TaskRefusals.ProblemUnknown);
        raised.When(People.Liaison, Report with { Number = 0 }).ShouldRefuse(TaskRefusals.ProblemUnknown);
    }

    [Fact]
    public void The_steps_come_in_their_order_and_what_does_not_hold_goes_back_and_counts()
    {
        var (raised, rectified) = (TaskScenario.UnderWay.Given(Raised), TaskScenario.UnderWay.Given(Raised, Rectified));
        raised.When(People.Clerk, Verify).ShouldRefuse(TaskRefusals.ProblemStands);
        rectified.When(People.Director, new CloseProblem(new("k"), 1, "到位")).ShouldRefuse(TaskRefusals.ProblemStands);
        rectified.When(People.Clerk, Verify).ShouldRecord(new ProblemVerified(1, "属实"));
        rectified.Given(new ProblemReturned(1, "仍缺", 1), Rectified).When(People.Clerk, Verify with { Accepted = false, Finding = "仍缺" })
            .ShouldRecord(new ProblemReturned(1, "仍缺", 2));
        rectified.Given(new ProblemVerified(1, "属实")).When(People.Director, new CloseProblem(new("k"), 1, "到位")).ShouldRecord(new ProblemClosed(1, "到位"));
    }

    [Fact]
    public void A_problem_that_is_open_keeps_the_task_from_being_struck_off()
    {
        var closeOut = new CloseOut(new("k"), "完成", "回执");
        var open = TaskScenario.UnderWay.Given(Raised, Rectified, new ProblemVerified(1, "属实")).Waiting(WaitKinds.CloseOut);
        open.When(People.Director, closeOut).ShouldRefuse(TaskRefusals.ProblemsOpen);
        open.Given(new ProblemClosed(1, "到位")).When(People.Director, closeOut).ShouldRecord(new TaskClosedOut("完成", "回执"));
    }

    [Fact]
    public void What_the_old_lead_has_left_open_is_the_new_leads()
    {
        var next = TaskScenario.Assignment with { Lead = People.Stranger };
        var after = TaskScenario.UnderWay.Given(
            Raised, Raised with { Number = 2, Agency = People.Helper }, new TaskReassigned(People.Lead, next, TaskScenario.Today, "划转"));
        after.Task.Problems.Select(problem => problem.Agency).Should().Equal(People.Stranger, People.Helper);
    }

    [Fact]
    public async Task A_problem_goes_its_whole_way_through_the_actor_and_shows_when_it_is_late()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        (await task.SendAsync(People.Clerk, new RaiseProblem(task.NextKey, "台账缺失", new(2026, 3, 10)))).ShouldBeDone();
        await city.GoToAsync(new(2026, 3, 11));
        (await task.ViewAsync()).Problems.Should().ContainSingle().Which.IsLate.Should().BeTrue();

        (await task.SendAsync(People.Liaison, Report)).ShouldBeDone();
        (await task.SendAsync(People.Clerk, Verify)).ShouldBeDone();
        (await task.SendAsync(People.Director, new CloseProblem(task.NextKey, 1, "到位"))).ShouldBeDone();
        await city.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

        var problem = (await task.ViewAsync()).Problems.Should().ContainSingle().Which;
        (problem.Stage, problem.RectifiedOn, problem.IsLate).Should().Be((ProblemStage.Closed, new DateOnly(2026, 3, 11), true));
    }
}
