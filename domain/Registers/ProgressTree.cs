using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>What a node of a <see cref="ProgressTree"/> is.</summary>
public enum ProgressKind { Plan, Task }

/// <summary>A plan or task with what the plans and tasks below make of it. The rules: docs/rules/roll-up.md.</summary>
/// <param name="Id">Of the plan or task.</param>
/// <param name="Title">Null for the task of an item that has not come yet.</param>
/// <param name="Agency">The lead of a task, the maker of a sub-plan.</param>
/// <param name="Stage">Of a task.</param>
/// <param name="Light">Of a task itself, on the day that was asked for.</param>
/// <param name="Weight">Among its siblings; null where it hangs below nothing.</param>
/// <param name="Counts">Whether the node above counts it: not while it is suspended, removed or withdrawn.</param>
/// <param name="Permille">Progress, rounded half up; null where it has none, because nothing of it counts.</param>
/// <param name="ExpectedPermille">What should be done by that day; null where <paramref name="Permille"/> is.</param>
/// <param name="Lights">Tasks by light on that day: the task itself, and all below that were not removed or withdrawn.</param>
/// <param name="Children">Directly below, as far as the caller may see them.</param>
/// <param name="Counted">Those of the children that count.</param>
/// <param name="Below">The first of the children, as deep as was asked for.</param>
public sealed record ProgressNode(
    ProgressKind Kind,
    string Id,
    string? Title,
    AgencyCode? Agency,
    TaskStage? Stage,
    Term? StageName,
    Light? Light,
    int? Weight,
    bool Counts,
    int? Permille,
    int? ExpectedPermille,
    IReadOnlyDictionary<Light, long> Lights,
    long Children,
    long Counted,
    IReadOnlyList<ProgressNode> Below);

/// <summary>Progress and lights of a plan or task and of what is below it, on a day.</summary>
/// <param name="RuleVersion">Of the rules of the roll-up that made the figures.</param>
public sealed record ProgressTree(ProgressNode Root, DateOnly On, int RuleVersion, RegisterStand Stand);

/// <summary>Which part of a tree.</summary>
/// <param name="Depth">How many levels below the root, 0 to 4.</param>
/// <param name="On">The day for lights and expected progress; null for today.</param>
public sealed record ProgressQuery(int Depth = 1, DateOnly? On = null)
{
    public const int DepthMax = 4;

    /// <summary>Of one node no more are listed; its figures are of all.</summary>
    public const int ChildrenMax = 200;

    /// <summary>What is wrong with the query, or null.</summary>
    public (Refusal Refusal, object[] Values)? Flaw() =>
        Depth is < 0 or > DepthMax ? (RegisterRefusals.DepthOutOfRange, [Depth, DepthMax]) : null;
}
