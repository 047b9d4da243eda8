using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Tests.Tasks;

/// <summary>Who may do what, written by hand. The rule is held against every line, and what is not a line must be denied.</summary>
public sealed class TaskRightsTests
{
    private const Role Clerk = Role.OfficeClerk, Director = Role.OfficeDirector, Liaison = Role.Liaison,
        Head = Role.AgencyHead, Handler = Role.Handler, Leader = Role.LeaderInCharge;

    // One line a command: role and reach, in the words of the office.
    private static readonly Dictionary<Type, (Role Role, Scope Scope)[]> ByHand = new()
    {
        [typeof(Register)] = [(Clerk, Scope.All), (Director, Scope.All), (Role.Follower, Scope.All)],
        [typeof(Decide)] = [(Clerk, Scope.All), (Director, Scope.All), (Leader, Scope.Portfolio), (Head, Scope.Lead)],
        [typeof(Assign)] = [(Clerk, Scope.All), (Director, Scope.All), (Role.Follower, Scope.All)],
        [typeof(Acknowledge)] = [(Liaison, Scope.Lead), (Head, Scope.Lead)],
        [typeof(RefuseAsNotOurs)] = [(Liaison, Scope.Lead), (Head, Scope.Lead)],
        [typeof(ReportProgress)] = [(Handler, Scope.Lead), (Liaison, Scope.Lead), (Head, Scope.Lead)],
        [typeof(ReviewReport)] = [(Clerk, Scope.All), (Director, Scope.All), (Head, Scope.Lead)],
        [typeof(SubmitCompletion)] = [(Liaison, Scope.Lead), (Head, Scope.Lead)],
        [typeof(Verify)] = [(Clerk, Scope.All), (Director, Scope.All), (Head, Scope.Lead)],
        [typeof(Appraise)] = [(Clerk, Scope.All), (Director, Scope.All)],
        [typeof(CloseOut)] = [(Director, Scope.All), (Head, Scope.Lead)],
        [typeof(Archive)] = [(Clerk, Scope.All), (Director, Scope.All)],
        [typeof(Expedite)] = [(Clerk, Scope.All), (Director, Scope.All), (Leader, Scope.Portfolio)],
        [typeof(RequestExtension)] = [(Liaison, Scope.Lead), (Head, Scope.Lead)],
        [typeof(StopClock)] = [(Director, Scope.All), (Role.Follower, Scope.All)],
        [typeof(ResumeClock)] = [(Director, Scope.All), (Role.Follower, Scope.All)],
        [typeof(Withdraw)] = [(Director, Scope.All)],
        [typeof(WithdrawWithPlan)] = [(Role.Follower, Scope.All)],
        [typeof(NoteProgress)] = [(Role.Gateway, Scope.All)],
        [typeof(OrderSubPlans)] = [(Clerk, Scope.All), (Director, Scope.All), (Head, Scope.Lead)],
        [typeof(AllotShares)] = [(Clerk, Scope.All), (Director, Scope.All), (Head, Scope.Lead)],
        [typeof(RecordValue)] = [(Handler, Scope.Involved), (Liaison, Scope.Involved), (Head, Scope.Involved)],
        [typeof(NoteSubPlanFiled)] = [(Role.Follower, Scope.All)],
        [typeof(NoteSubPlanSettled)] = [(Role.Follower, Scope.All)],
        [typeof(Readjust)] = [(Role.Follower, Scope.All)],
        [typeof(NoteNumber)] = [(Role.Follower, Scope.All)],
        [typeof(RaiseProblem)] = [(Clerk, Scope.All), (Director, Scope.All)],
        [typeof(ReportRectification)] = [(Liaison, Scope.Involved), (Head, Scope.Involved)],
        [typeof(VerifyRectification)] = [(Clerk, Scope.All), (Director, Scope.All)],
        [typeof(CloseProblem)] = [(Director, Scope.All)],
        [typeof(RequestTransfer)] = [(Liaison, Scope.Lead), (Head, Scope.Lead), (Clerk, Scope.All), (Director, Scope.All)],
        [typeof(RequestTermination)] = [(Clerk, Scope.All), (Director, Scope.All)],
        [typeof(RequestReopening)] = [(Clerk, Scope.All), (Director, Scope.All)],
        [typeof(CorrectAssignment)] = [(Director, Scope.All)],
        [typeof(DelegateToHandler)] = [(Liaison, Scope.Lead), (Head, Scope.Lead)],
        [typeof(TakeBack)] = [(Liaison, Scope.Lead), (Head, Scope.Lead)],
        [typeof(RequestMerger)] = [(Clerk, Scope.All), (Director, Scope.All)],
        [typeof(RequestSplit)] = [(Clerk, Scope.All), (Director, Scope.All)],
        [typeof(TakeIn)] = [(Role.Follower, Scope.All)],
        [typeof(NoteMerged)] = [(Role.Follower, Scope.All)],
        [typeof(NoteMergerDeclined)] = [(Role.Follower, Scope.All)],
    };

    internal static IEnumerable<Type> Table => ByHand.Keys;

    public static TheoryData<Type> Commands => [.. typeof(TaskCommand).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(TaskCommand)))];

    [Theory, MemberData(nameof(Commands))]
    public void Every_command_has_the_rights_that_the_table_by_hand_gives(Type command) =>
        TaskRights.Of(command).Select(right => (right.Role, right.Scope)).Should().BeEquivalentTo(
            ByHand.Should().ContainKey(command, "a command that is not in the table is denied").WhoseValue);

    [Theory, MemberData(nameof(Commands))]
    public void Each_role_reaches_as_far_as_the_table_says_and_no_further(Type command)
    {
        foreach (var (role, caller, reaches) in Enum.GetValues<Role>().SelectMany(CallersOf))
        {
            var expected = ByHand[command].Any(right => right.Role == role && reaches.Contains(right.Scope));
            TaskRights.MayGive(command, TaskScenario.UnderWay.Task, caller).Should().Be(
                expected, $"{command.Name} by {role} of {caller.Agency} with portfolio {string.Join(',', caller.Portfolio)}");
        }
    }

    [Fact]
    public void For_a_stranger_the_task_does_not_exist() =>
        TaskScenario.UnderWay
            .When(People.Of("water.liaison", People.Stranger, Role.Liaison), new Acknowledge(new("k")))
            .ShouldRefuse(TaskRefusals.NotFound);

    [Fact]
    public void Administrators_see_no_business() =>
        TaskScenario.UnderWay
            .When(People.Of("sysadmin", People.Office, Role.SystemAdministrator), new Expedite(new("k"), "快"))
            .ShouldRefuse(TaskRefusals.NotFound);

    [Fact]
    public void A_cooperating_agency_sees_the_task_and_may_not_acknowledge_it() =>
        TaskScenario.UnderWay
            .When(People.Of("finance.liaison", People.Helper, Role.Liaison), new Acknowledge(new("k")))
            .ShouldRefuse(TaskRefusals.NotAllowed);

    // The role as the lead, as a cooperating agency, as a stranger, and with the lead in the portfolio.
    private static IEnumerable<(Role Role, Caller Caller, Scope[] Reaches)> CallersOf(Role role)
    {
        yield return (role, People.Of("a", People.Lead, role), [Scope.Lead, Scope.Involved, Scope.All]);
        yield return (role, People.Of("b", People.Helper, role), [Scope.Involved, Scope.All]);
        yield return (role, People.Of("c", People.Stranger, role), [Scope.All]);
        yield return (role, People.Of("d", People.Stranger, role) with { Portfolio = [People.Lead] }, [Scope.Portfolio, Scope.All]);
        yield return (role, People.Of("e", People.Stranger, role) with { Portfolio = [People.Helper] }, [Scope.All]);
    }
}
