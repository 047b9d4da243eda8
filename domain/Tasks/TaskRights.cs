using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>Which tasks a right reaches.</summary>
public enum Scope
{
    /// <summary>The caller's agency leads the task.</summary>
    Lead,

    /// <summary>The caller's agency is on the task, in any part.</summary>
    Involved,

    /// <summary>分管: an agency of the caller's portfolio leads the task.</summary>
    Portfolio,

    /// <summary>Every task.</summary>
    All,
}

/// <summary>A role that may give a command, and to which tasks.</summary>
public readonly record struct Right(Role Role, Scope Scope);

/// <summary>Who may do what to a task. What is not in the table is denied. The hand-written twin stands in the tests.</summary>
public static class TaskRights
{
    private static readonly Right[] Clerk = [new(Role.OfficeClerk, Scope.All), new(Role.OfficeDirector, Scope.All)];
    private static readonly Right[] Director = [new(Role.OfficeDirector, Scope.All)];
    private static readonly Right[] FollowerAlone = [new(Role.Follower, Scope.All)];
    // 县区自己的事项: the lead's own head, where the definition asks for that post; TaskRules holds him to it.
    private static readonly Right HeadOfLead = new(Role.AgencyHead, Scope.Lead);

    private static readonly Right[] SpeaksForLead = [new(Role.Liaison, Scope.Lead), new(Role.AgencyHead, Scope.Lead)];

    private static readonly Right[] SeesTask =
    [
        .. Clerk, new(Role.Auditor, Scope.All), new(Role.Follower, Scope.All), new(Role.LeaderInCharge, Scope.Portfolio),
        new(Role.Handler, Scope.Involved), new(Role.Liaison, Scope.Involved), new(Role.AgencyHead, Scope.Involved),
    ];

    private static readonly Dictionary<Type, Right[]> Table = new()
    {
        [typeof(Register)] = [.. Clerk, new(Role.Follower, Scope.All)],
        [typeof(Assign)] = [.. Clerk, new(Role.Follower, Scope.All)],
        [typeof(Acknowledge)] = SpeaksForLead,
        [typeof(RefuseAsNotOurs)] = SpeaksForLead,
        [typeof(ReportProgress)] = [new(Role.Handler, Scope.Lead), .. SpeaksForLead],
        [typeof(ReviewReport)] = [.. Clerk, HeadOfLead],
        [typeof(SubmitCompletion)] = SpeaksForLead,
        [typeof(Verify)] = [.. Clerk, HeadOfLead],
        [typeof(Appraise)] = Clerk,
        [typeof(CloseOut)] = [.. Director, HeadOfLead],
        [typeof(Archive)] = Clerk,
        [typeof(Expedite)] = [.. Clerk, new(Role.LeaderInCharge, Scope.Portfolio)],
        [typeof(RequestExtension)] = SpeaksForLead,
        [typeof(StopClock)] = [.. Director, .. FollowerAlone],
        [typeof(ResumeClock)] = [.. Director, .. FollowerAlone],
        [typeof(Withdraw)] = Director,
        [typeof(WithdrawWithPlan)] = FollowerAlone,
        [typeof(OrderSubPlans)] = [.. Clerk, HeadOfLead],
        [typeof(AllotShares)] = [.. Clerk, HeadOfLead],
        [typeof(RecordValue)] =
            [new(Role.Handler, Scope.Involved), new(Role.Liaison, Scope.Involved), new(Role.AgencyHead, Scope.Involved)],
        [typeof(NoteSubPlanFiled)] = FollowerAlone,
        [typeof(NoteSubPlanSettled)] = FollowerAlone,
        [typeof(Readjust)] = FollowerAlone,
        [typeof(NoteNumber)] = FollowerAlone,
        [typeof(RaiseProblem)] = Clerk,
        [typeof(ReportRectification)] = [new(Role.Liaison, Scope.Involved), new(Role.AgencyHead, Scope.Involved)],
        [typeof(VerifyRectification)] = Clerk,
        [typeof(CloseProblem)] = Director,
        [typeof(RequestTransfer)] = [.. SpeaksForLead, .. Clerk],
        [typeof(RequestTermination)] = Clerk,
        [typeof(RequestReopening)] = Clerk,
        [typeof(CorrectAssignment)] = Director,
        [typeof(DelegateToHandler)] = SpeaksForLead,
        [typeof(TakeBack)] = SpeaksForLead,
        [typeof(RequestMerger)] = Clerk,
        [typeof(RequestSplit)] = Clerk,
        [typeof(TakeIn)] = FollowerAlone,
        [typeof(NoteMerged)] = FollowerAlone,
        [typeof(NoteMergerDeclined)] = FollowerAlone,
        // Progress is rolled up on gateways; a gateway can do no more here than name a mark.
        [typeof(NoteProgress)] = [new(Role.Gateway, Scope.All)],
        // Whose word an approval needs stands in the definition; here only who can be asked at all.
        [typeof(Decide)] = [.. Clerk, new(Role.LeaderInCharge, Scope.Portfolio), new(Role.AgencyHead, Scope.Lead)],
    };

    /// <summary>The rights that let a caller see a task; registers turn them into the filter of every query.</summary>
    public static IReadOnlyList<Right> ToView => SeesTask;

    public static IReadOnlyList<Right> Of(Type command) => Table.GetValueOrDefault(command, []);

    /// <summary>Who may see the task. For everyone else it does not exist.</summary>
    public static bool MayView(SupervisedTask task, Caller caller) =>
        task.Stage is not TaskStage.Unregistered && IsAllowed(SeesTask, task, caller);

    public static bool MayGive(Type command, SupervisedTask task, Caller caller) =>
        IsAllowed(Of(command), task, caller);

    private static bool IsAllowed(IReadOnlyList<Right> rights, SupervisedTask task, Caller caller) =>
        rights.Any(right => caller.Is(right.Role) && Reaches(right.Scope, task.Assignment ?? task.Registration?.Proposed, caller));

    private static bool Reaches(Scope scope, Assignment? on, Caller caller) => scope switch
    {
        Scope.All => true,
        Scope.Lead => on?.Lead == caller.Agency,
        Scope.Involved => on?.Involves(caller.Agency) == true,
        Scope.Portfolio => on is not null && caller.Portfolio.Contains(on.Lead),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
