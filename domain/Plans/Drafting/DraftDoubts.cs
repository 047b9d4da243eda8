using System.Globalization;

namespace Supervision.Plans;

/// <summary>What a draft as a whole leaves open: tasks without owner or limit, goals without a year.</summary>
internal static class DraftDoubts
{
    public static IEnumerable<PlanDoubt> Of(PlanDraft draft) =>
        draft.Groups.SelectMany(group => OfTasks(group, owned: false, limited: false))
            .Concat(draft.Context.SelectMany(part => part.WithDescendants()).SelectMany(OpenHorizons));

    // An owner or a limit above a task holds for it; one at each step below it is enough as well.
    private static IEnumerable<PlanDoubt> OfTasks(PlanNode node, bool owned, bool limited)
    {
        owned |= IsOwned(node);
        limited |= node.Deadlines.Count > 0;
        if (!node.IsItem)
            return node.Items.SelectMany(child => OfTasks(child, owned, limited));
        PlanDoubt[] doubts =
        [
            .. owned || (node.Items.Count > 0 && node.Items.All(IsOwned)) ? [] : (PlanDoubt[])[PlanDoubts.MissingOwner(node)],
            .. limited || node.Items.Any(step => step.Deadlines.Count > 0) ? [] : (PlanDoubt[])[PlanDoubts.MissingDeadline(node)],
        ];
        return doubts;
    }

    private static bool IsOwned(PlanNode node) => node.Leads.Count + node.Responsible.Count > 0;

    // 到2025年…。到2035年…。——甲。——乙。: nothing says to which year the goals after the dash belong.
    private static IEnumerable<PlanDoubt> OpenHorizons(PlanNode goals)
    {
        var years = goals.Deadlines.Select(deadline => deadline.On).OfType<DateOnly>().Distinct().ToList();
        return years.Count < 2 ? [] : goals.Items.SelectMany(goal => goal.Targets
            .Where(_ => goal.Deadlines.Count == 0)
            .Select(target => PlanDoubts.HorizonOpen(target, goal.Line, years.Min().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }
}
