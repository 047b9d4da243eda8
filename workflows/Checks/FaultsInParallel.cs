using Supervision.Definitions;

namespace Supervision.Workflows.Checks;

/// <summary>Where branches run side by side, a fault stops ours at once; the real engine goes on with what it has queued (case 092). Said once.</summary>
/// <remarks>Not said of supervision definitions: what faults there refuses the command, and nothing has happened.</remarks>
internal static class FaultsInParallel
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at)
    {
        if (at.IsSupervision || at.Definition.ContinuesWithIncidents || !HasBranches(at)) yield break;
        yield return at.Advise(
            null, "options.incidentStrategyType", "differs-fault",
            "出错后本系统立即停下，其余分支留待重试；Elsa 引擎会继续执行已排队的活动。如需继续，请选择 ContinueWithIncidents。",
            "After a fault this machine stops at once and keeps the other branches for the retry; the Elsa engine goes on with what it has queued. Choose ContinueWithIncidents to go on.");
    }

    private static bool HasBranches(CheckedDefinition at) =>
        at.Flowcharts.Any(flowchart => flowchart.HasBranches)
        || at.Nodes.Any(node => node.Type is ElsaTypes.Parallel or ElsaTypes.Fork && node.Children.Length > 1)
        || at.Nodes.Any(node => node.Type == ElsaTypes.ParallelForEach);
}
