using System.Collections.Frozen;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Schemes;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>待办: which waiting points of a task, a plan, a scheme or a process a caller may answer, by the rights on the command that answers them.</summary>
public static class TodoRules
{
    /// <summary>Nobody reviews, verifies or appraises the work of an agency he belongs to, unless the wait asks for the head of the lead.</summary>
    public static readonly FrozenSet<string> NeverOnOwnWork =
        [WaitKinds.Review, WaitKinds.Verification, WaitKinds.Appraisal];

    private static readonly ILookup<string, Right> Rights = TaskActions.All
        .Where(action => action.Kind is not null)
        .SelectMany(action => TaskRights.Of(action.Command), (action, right) => (Kind: action.Kind!, Right: right))
        .ToLookup(pair => pair.Kind, pair => pair.Right);

    private static readonly FrozenDictionary<string, Type[]> PlanCommands = new Dictionary<string, Type[]>
    {
        [WaitKinds.Acknowledgement] = [typeof(AcknowledgePlan), typeof(RefusePlan)],
        [WaitKinds.Submission] = [typeof(SubmitPlan)],
        [WaitKinds.Approval] = [typeof(DecidePlan)],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Type> SchemeCommands = new Dictionary<string, Type>
    {
        [WaitKinds.Submission] = typeof(SubmitScheme),
        [WaitKinds.Approval] = typeof(DecideScheme),
    }.ToFrozenDictionary();

    /// <summary>The kinds of waiting points of a scheme that this caller can answer, where the wait asks for his post.</summary>
    public static IEnumerable<string> SchemeKindsOf(Caller caller) =>
        SchemeCommands.Where(pair => SchemeRights.MayGive(pair.Value, caller)).Select(pair => pair.Key);

    /// <summary>The kinds of waiting points of a plan that a person can answer.</summary>
    public static IEnumerable<string> PlanKinds => PlanCommands.Keys;

    /// <summary>The kinds of waiting points of a task that a person can answer.</summary>
    public static IEnumerable<string> Kinds => Rights.Select(kind => kind.Key);

    /// <summary>Which tasks the caller reaches with a command that answers this kind.</summary>
    public static Visibility ReachOf(string waitKind, Caller caller) => Visibility.Of([.. Rights[waitKind]], caller);

    /// <summary>Which plans the caller reaches with a command that answers this kind.</summary>
    public static IReadOnlySet<PlanScope> PlanScopesOf(string waitKind, Caller caller) =>
        PlanRights.ScopesOf(PlanCommands.GetValueOrDefault(waitKind, []), caller);

    /// <remarks>Who may give one of these commands may see the plan: the rights to see it hold each of theirs.</remarks>
    public static bool MayAnswer(Wait wait, Plan plan, Caller caller) =>
        PlanCommands.GetValueOrDefault(wait.Kind, []).Any(command => PlanRights.MayGive(command, plan, caller)) && WaitRules.Accepts(wait, caller)
        && !IsLeftToClerks(wait.Kind, wait.Term(WaitRules.Role), caller);

    /// <summary>报审 is the clerks' work: the director may do it and is not asked to, or a plan he has just rejected would lie before him again.</summary>
    public static bool IsLeftToClerks(string kind, string role, Caller caller) =>
        kind == WaitKinds.Submission && role == nameof(Role.OfficeClerk) && !caller.Is(Role.OfficeClerk);

    public static bool MayAnswer(Wait wait, SupervisedTask task, Caller caller)
    {
        var on = task.Assignment ?? task.Registration?.Proposed;
        return TaskRights.MayView(task, caller)
            && ReachOf(wait.Kind, caller).Covers(on)
            && WaitRules.Accepts(wait, caller)
            && !(wait.Kind == WaitKinds.Report && TaskRules.IsLeftToAnother(task, caller))
            && !(NeverOnOwnWork.Contains(wait.Kind) && !WaitRules.AsksHeadOfLead(wait) && on?.Involves(caller.Agency) == true);
    }
}
