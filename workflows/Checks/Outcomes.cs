using Supervision.Definitions;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>Arrows that leave an activity by an outcome that it never has; and what outcomes an activity can have.</summary>
internal static class Outcomes
{
    private const string Done = "Done";

    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
        from flowchart in at.Flowcharts
        from node in flowchart.Node.Children
        let known = Possible(node)
        where known is not null
        from arrow in flowchart.Graph.From(node.Id)
        where !known.Contains(arrow.Port)
        select at.Judge(
            node, arrow.Port, "unknown-outcome",
            $"“{node.DisplayText}”没有“{arrow.Port}”这个结果，这条连线永远不会走；可用：{Words(known)}。",
            $"'{node.DisplayText}' never ends with '{arrow.Port}', so this connection is never followed; it has {Words(known)}.");

    /// <summary>The outcomes that an activity may end with; null when only its run can tell.</summary>
    public static IReadOnlyList<string>? Possible(ActivityNode node) => node.Type switch
    {
        _ when node.Workflow is { } used => [.. used.Outcomes.Append(Done).Distinct()],
        ElsaTypes.FlowSwitch => [.. node.Cases.Select(branch => branch.Label), "Default"],
        ElsaTypes.FlowFork => Literals.Words(node, "branches") is { } branches ? branches.Count == 0 ? [Done] : branches : null,
        ElsaTypes.RunJavaScript => OfScript(node),
        Composite.TypeName => null,
        _ when ActivityCatalogue.Find(node.Type) is not { } activity => null,
        _ when ActivityCatalogue.Find(node.Type)!.Descriptor is { IsTerminal: true } => [],
        _ => ActivityCatalogue.Find(node.Type)!.OutcomesOf(node),
    };

    /// <summary>The outcomes that somebody has to lead on from: of an activity that decides something, every one.</summary>
    public static IReadOnlyList<string> Decided(ActivityNode node) => node.Type switch
    {
        _ when node.Workflow is { } used => used.Outcomes,
        ElsaTypes.RunJavaScript => Literals.Words(node, "possibleOutcomes") ?? [],
        // Where no arrow says what follows a failed sub-process, it is an incident.
        _ when ActivityCatalogue.Find(node.Type) is SubProcess => [],
        _ => Possible(node) is { Count: > 1 } outcomes ? outcomes : [],
    };

    /// <summary>True when an activity ends with one outcome of several, so that arrows of two are never followed together.</summary>
    public static bool IsChoice(ActivityNode node) => node.Type switch
    {
        ElsaTypes.FlowFork or ElsaTypes.RunJavaScript or Composite.TypeName => false,
        ElsaTypes.FlowSwitch => Literals.Text(node, SwitchCases.Mode.Name) is null or "MatchFirst",
        _ => node.Workflow is null,
    };

    private static IReadOnlyList<string>? OfScript(ActivityNode node) => Literals.Words(node, "possibleOutcomes") switch
    {
        null => null,
        { Count: > 0 } words => [.. words.Append(Done).Distinct()],
        _ => node.Json.GetRawText().Contains("setOutcome", StringComparison.Ordinal) ? null : [Done],
    };

    private static string Words(IReadOnlyList<string> outcomes) => outcomes.Count == 0 ? "-" : string.Join(", ", outcomes);
}
