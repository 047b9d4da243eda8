namespace Supervision.Plans;

/// <summary>
/// Points that stand right under a section and have owners each, ①…（市教育局）, are tasks of their own. In a task,
/// owners that stand after the last step of a task, and after no other, are those of the whole task: ①…。②…。责任单位：….
/// </summary>
internal static class OwnersOfSteps
{
    public static PlanNode Raise(PlanNode node)
    {
        var steps = node.Items.Select(Raise).ToList();
        if (node is { Level: PlanLevel.Section, IsItem: true } && steps.Count > 0 && !IsOwned(node) && steps.TrueForAll(step => step.Leads.Count + step.Responsible.Count > 0))
            return node with { Items = [.. steps.Select(step => step with { Level = PlanLevel.Article })] };
        if (steps.Count < 2 || !node.IsItem || IsOwned(node) || !IsOwned(steps[^1]) || steps.SkipLast(1).Any(IsOwned))
            return node with { Items = steps };

        var last = steps[^1];
        steps[^1] = last with { Leads = [], Responsible = [], Support = [] };
        return node with { Leads = last.Leads, Responsible = last.Responsible, Support = last.Support, Items = steps };
    }

    private static bool IsOwned(PlanNode node) => node.Leads.Count + node.Responsible.Count + node.Support.Count > 0;
}
