using System.Text.Json;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Tests.Tasks;

/// <summary>A definition narrows who may answer; it never widens it. The list of things to do says the same as the rule.</summary>
public sealed class WaitRulesTests
{
    private static readonly CommandKey Key = new("k");

    [Theory]
    [InlineData(WaitKinds.Review)]
    [InlineData(WaitKinds.Verification)]
    [InlineData(WaitKinds.Appraisal)]
    public void Role_of_the_definition_narrows_who_may_answer_and_whose_todo_it_is(string kind)
    {
        var task = Waiting(kind, (WaitRules.Role, nameof(Role.OfficeDirector)));

        task.When(People.Clerk, CommandOf(kind)).ShouldRefuse(TaskRefusals.OtherRole);
        Todo(task, People.Clerk).Should().BeFalse();
        task.When(People.Director, CommandOf(kind)).Should().BeOfType<Decision.Accepted>();
        Todo(task, People.Director).Should().BeTrue();
    }

    [Theory]
    [InlineData(WaitKinds.Review)]
    [InlineData(WaitKinds.Verification)]
    [InlineData(WaitKinds.CloseOut)]
    public void Role_of_the_definition_gives_no_right_that_the_table_does_not(string kind)
    {
        var task = Waiting(kind, (WaitRules.Role, nameof(Role.Liaison)));

        task.When(People.Liaison, CommandOf(kind)).ShouldRefuse(TaskRefusals.NotAllowed);
        Todo(task, People.Liaison).Should().BeFalse();
    }

    [Fact]
    public void Owner_never_verifies_whatever_the_definition_says()
    {
        var owner = People.Of("both", People.Lead, Role.OfficeClerk, Role.Liaison);
        var task = Waiting(WaitKinds.Verification, (WaitRules.Role, nameof(Role.Liaison)));

        task.When(owner, CommandOf(WaitKinds.Verification)).ShouldRefuse(TaskRefusals.OwnWork);
        Todo(task, owner).Should().BeFalse();
    }

    [Theory]
    [InlineData(WaitKinds.Approval)]
    [InlineData(WaitKinds.Verification)]
    public void Who_must_stand_back_is_refused_and_is_not_asked(string kind)
    {
        var task = Waiting(kind, (WaitRules.Role, nameof(Role.OfficeClerk)), (WaitRules.Excluded, "other, clerk"));

        task.When(People.Clerk, CommandOf(kind)).ShouldRefuse(TaskRefusals.Recused);
        Todo(task, People.Clerk).Should().BeFalse();
        task.When(People.Of("clerk-2", People.Office, Role.OfficeClerk), CommandOf(kind)).Should().BeOfType<Decision.Accepted>();
    }

    [Fact]
    public void Powers_of_somebody_who_must_stand_back_help_nobody() =>
        Waiting(WaitKinds.Approval, (WaitRules.Role, nameof(Role.OfficeClerk)), (WaitRules.Excluded, "clerk"))
            .When(People.Of("deputy", People.Office, Role.OfficeClerk) with { OnBehalfOf = new("clerk") }, CommandOf(WaitKinds.Approval))
            .ShouldRefuse(TaskRefusals.Recused);

    [Fact]
    public void What_a_substitute_has_done_for_the_absent_one_keeps_both_from_judging_it()
    {
        var behalf = People.Of("deputy", People.Office, Role.OfficeClerk) with { OnBehalfOf = new("clerk") };
        var task = Waiting(
            WaitKinds.Approval, (WaitRules.Role, nameof(Role.OfficeClerk)), (WaitRules.Excluded, $"other,{WaitRules.AnswererOf(behalf)}"));

        foreach (var one in new[] { People.Clerk, behalf, behalf with { OnBehalfOf = null } })
        {
            task.When(one, CommandOf(WaitKinds.Approval)).ShouldRefuse(TaskRefusals.Recused);
            Todo(task, one).Should().BeFalse();
        }
    }

    [Fact]
    public void People_of_an_agency_that_is_party_to_the_case_stand_back()
    {
        var task = Waiting(WaitKinds.Approval, (WaitRules.Role, nameof(Role.AgencyHead)), (WaitRules.ExcludedAgencies, People.Lead.Value));

        task.When(People.Head, CommandOf(WaitKinds.Approval)).ShouldRefuse(TaskRefusals.Recused);
        Todo(task, People.Head).Should().BeFalse();
    }

    [Theory]
    [InlineData(WaitRules.ApprovedBy)]
    [InlineData(WaitRules.RejectedBy)]
    public void Who_has_answered_is_not_asked_again_and_leaves_no_second_word_in_the_ledger(string term)
    {
        var task = Waiting(WaitKinds.Approval, (WaitRules.Role, nameof(Role.OfficeClerk)), (term, "clerk"));

        task.When(People.Clerk, CommandOf(WaitKinds.Approval)).ShouldRefuse(TaskRefusals.AnsweredAlready);
        Todo(task, People.Clerk).Should().BeFalse();
    }

    [Fact]
    public void Of_two_waits_of_a_kind_the_one_that_asks_for_the_caller_is_answered()
    {
        var task = TaskScenario.UnderWay.Waiting(
            (WaitKinds.Verification, nameof(Role.OfficeDirector)), (WaitKinds.Verification, nameof(Role.OfficeClerk)));

        task.When(People.Clerk, CommandOf(WaitKinds.Verification)).Should().BeOfType<Decision.Accepted>()
            .Which.Stimuli.Single().Should().BeOfType<Stimulus.Answer>().Which.Wait.Should().Be("directive/b1");
    }

    [Fact]
    public void Approval_that_names_no_post_is_nobodys()
    {
        var task = Waiting(WaitKinds.Approval);

        task.When(People.Director, CommandOf(WaitKinds.Approval)).ShouldRefuse(TaskRefusals.ApprovalNotYours);
        Todo(task, People.Director).Should().BeFalse();
    }

    private static bool Todo(TaskScenario scenario, Caller caller) =>
        TodoRules.MayAnswer(scenario.Task.Processes.Waits.Single(), scenario.Task, caller);

    private static TaskScenario Waiting(string kind, params (string Name, string Value)[] terms) => TaskScenario.UnderWay.Given(
        new ProcessStarted("directive", "directive", "hash", null),
        new ProcessStepped("directive", JsonSerializer.SerializeToElement("state"),
        [
            new Wait("directive/b1", "directive", "a1", kind, "环节", terms.ToDictionary(term => term.Name, term => term.Value),
                new Dictionary<string, DateTimeOffset>()),
        ]));

    private static TaskCommand CommandOf(string kind) => kind switch
    {
        WaitKinds.Review => new ReviewReport(Key, Passed: true),
        WaitKinds.Verification => new Verify(Key, Accepted: true, "属实"),
        WaitKinds.Appraisal => new Appraise(Key, Appraisal.Good, "良好"),
        WaitKinds.CloseOut => new CloseOut(Key, "完成", "回执"),
        _ => new Decide(Key, Verdict.Approved),
    };
}
