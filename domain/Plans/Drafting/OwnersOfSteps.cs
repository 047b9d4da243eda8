namespace Supervision.Plans;

/// <summary>
/// Owners that stand after the last step of a task, and after no other, are those of the whole task: ①…。②…。责任单位：….
/// </summary>
internal static class OwnersOfSteps
{
    public static PlanNode Raise(PlanNode node)
    {
        var steps = node.Items.Select(Raise).ToList();
        if (steps.Count < 2 || !node.IsItem || IsOwned(node) || !IsOwned(steps[^1]) || steps.SkipLast(1).Any(IsOwned))
            return node with { Items = steps };

        var last = steps[^1];
        steps[^1] = last with { Leads = [], Responsible = [], Support = [] };
        return node with { Leads = last.Leads, Responsible = last.Responsible, Support = last.Support, Items = steps };
    }

    private static bool IsOwned(PlanNode node) => node.Leads.Count + node.Responsible.Count + node.Support.Count > 0;
}
