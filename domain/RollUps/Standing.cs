using Supervision.Tasks;

namespace Supervision.RollUps;

/// <summary>What a task or plan says of its own progress, whatever stands below it.</summary>
public enum Standing
{
    /// <summary>Nothing is known of it yet: an accepted item whose task has not come. It counts, with 0.</summary>
    Awaited,

    /// <summary>Under way: what its sub-plans make of it, or its own report.</summary>
    Open,

    /// <summary>销号, 归档: all of it, whatever is left below.</summary>
    Done,

    /// <summary>停表: left out of the mean; its light is still counted.</summary>
    Suspended,

    /// <summary>撤销, not approved: as if it were not there.</summary>
    Gone,

    /// <summary>A plan: what its tasks make of it, and nothing without them.</summary>
    Plan,

    /// <summary>已并案: as far as the task that it went into. The light is that one's.</summary>
    Merged,

    /// <summary>已拆分: what its parts make of it; it has no light of its own.</summary>
    Split,
}

/// <summary>Where a node hangs and how much it weighs there; the node above owns this.</summary>
/// <param name="Counts">False while it is suspended or removed by a revision: left out of the mean.</param>
/// <param name="Lit">False once it is removed: its lights do not count any more.</param>
public sealed record Placement(string Parent, int Weight, bool Counts, bool Lit);

/// <summary>Names of nodes: the stream of the plan or task.</summary>
public static class RollUpKey
{
    public static string Of(TaskId task) => $"task/{task}";

    public static string Of(Plans.PlanId plan) => $"plan/{plan}";
}
