using Supervision.Accounts;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Tests.Tasks;

/// <summary>交承办人 and 收回: who may be given a task, and what is then left to that one.</summary>
public sealed class DelegationRulesTests
{
    private static readonly AccountId Wu = new("education.wu");
    private static readonly Caller WuHimself = People.Of(Wu.Value, People.Lead, Role.Handler);
    private static readonly Caller Colleague = People.Of("education.lin", People.Lead, Role.Handler);
    private static readonly DelegateToHandler ToWu = new(new("k"), Wu, "周五前报第一稿");
    private static readonly ReportProgress Report = new(new("k"), 30, "完成选址");
    private static readonly Account Fit = Account.Initial.Evolve(new AccountOpened(Wu, "吴芳", People.Lead)).Evolve(new RolesGranted([nameof(Role.Handler)], []));

    private static readonly TaskScenario Delegated = TaskScenario.UnderWay.Given(new TaskDelegated(Wu, People.Lead)).Waiting(WaitKinds.Report, WaitKinds.Completion);

    [Fact]
    public void A_task_is_given_to_a_handler_of_the_lead_and_to_nobody_else()
    {
        Naming(Fit).When(People.Liaison, ToWu).ShouldRecord(new TaskDelegated(Wu, People.Lead, "周五前报第一稿"));

        Naming(null).When(People.Liaison, ToWu).ShouldRefuse(TaskRefusals.HandlerUnfit);
        Naming(Fit with { Agency = People.Helper }).When(People.Liaison, ToWu).ShouldRefuse(TaskRefusals.HandlerUnfit);
        Naming(Fit with { Roles = [Role.Liaison] }).When(People.Liaison, ToWu).ShouldRefuse(TaskRefusals.HandlerUnfit);
        Naming(Fit with { IsClosed = true }).When(People.Liaison, ToWu).ShouldRefuse(TaskRefusals.HandlerUnfit);
        Naming(Fit).When(WuHimself, ToWu).ShouldRefuse(TaskRefusals.NotAllowed);
        Naming(Fit).Given(new TaskDelegated(Wu, People.Lead)).When(People.Head, ToWu).ShouldRecord();
        Naming(Fit).Given(new CompletionSubmitted(People.Lead, "完成", [], TaskScenario.Today)).When(People.Liaison, ToWu).ShouldRefuse(TaskRefusals.NotUnderWay);
    }

    [Fact]
    public void To_report_is_left_to_the_handler_and_to_those_who_speak_for_the_agency()
    {
        Delegated.When(Colleague, Report).ShouldRefuse(TaskRefusals.LeftToAnother);
        foreach (var caller in new[] { WuHimself, People.Liaison, People.Head, Colleague with { OnBehalfOf = Wu } })
            Delegated.When(caller, Report).Should().BeOfType<Decision.Accepted>();

        Delegated.When(WuHimself, new SubmitCompletion(new("k"), "完成", [new("验收单", "doc-1")])).ShouldRefuse(TaskRefusals.NotAllowed);
        TaskViews.Of(Delegated.Task, 1, Colleague, Delegated.Context).Actions.Should().BeEmpty();
        TaskViews.Of(Delegated.Task, 1, WuHimself, Delegated.Context).Actions.Should().Equal("report-progress");
    }

    [Fact]
    public void Taken_back_it_is_every_handlers_again()
    {
        Delegated.When(People.Liaison, new TakeBack(new("k"))).ShouldRecord(new DelegationTakenBack(Wu));

        var back = Delegated.Given(new DelegationTakenBack(Wu));
        back.When(Colleague, Report).Should().BeOfType<Decision.Accepted>();
        back.When(People.Liaison, new TakeBack(new("k"))).ShouldRefuse(TaskRefusals.NotDelegated);
    }

    [Fact]
    public void It_ends_with_the_lead_and_not_with_a_second_round()
    {
        var other = TaskScenario.Assignment with { Lead = People.Stranger };

        Delegated.Given(new TaskReassigned(People.Lead, other, TaskScenario.Today, "职能划转")).Task.Handler.Should().BeNull();
        Delegated.Given(new TaskReopened(TaskScenario.Assignment, TaskScenario.Today, "反弹", 1)).Task.Handler.Should().Be(Wu);
    }

    private static TaskScenario Naming(Account? account) =>
        TaskScenario.UnderWay with { Context = TaskScenario.UnderWay.Context with { Handler = account } };
}
