using System.Collections.Frozen;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>待办: which waiting points of a task a caller may answer, by the rights on the command that answers them.</summary>
public static class TodoRules
{
    /// <summary>Nobody reviews, verifies or appraises the work of an agency he belongs to, unless the wait asks for the head of the lead.</summary>
    public static readonly FrozenSet<string> NeverOnOwnWork =
        [WaitKinds.Review, WaitKinds.Verification, WaitKinds.Appraisal];

    private static readonly ILookup<string, Right> Rights = TaskActions.All
        .Where(action => action.Kind is not null)
        .SelectMany(action => TaskRights.Of(action.Command), (action, right) => (Kind: action.Kind!, Right: right))
        .ToLookup(pair => pair.Kind, pair => pair.Right);

    /// <summary>The kinds of waiting points that a person can answer.</summary>
    public static IEnumerable<string> Kinds => Rights.Select(kind => kind.Key);

    /// <summary>Which tasks the caller reaches with a command that answers this kind.</summary>
    public static Visibility ReachOf(string waitKind, Caller caller) => Visibility.Of([.. Rights[waitKind]], caller);

    public static bool MayAnswer(Wait wait, SupervisedTask task, Caller caller)
    {
        var on = task.Assignment ?? task.Registration?.Proposed;
        return TaskRights.MayView(task, caller)
            && ReachOf(wait.Kind, caller).Covers(on)
            && WaitRules.Accepts(wait, caller)
            && !(NeverOnOwnWork.Contains(wait.Kind) && !WaitRules.AsksHeadOfLead(wait) && on?.Involves(caller.Agency) == true);
    }
}
