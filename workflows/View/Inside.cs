using System.Collections.Immutable;

namespace Supervision.Workflows.View;

/// <summary>What is inside an activity, in the order in which it is drawn.</summary>
/// <param name="Chart">Activities with arrows between them.</param>
/// <param name="Arrows">The arrows of the chart, those of a sequence made from its order.</param>
/// <param name="IsInOrder">The chart is a sequence.</param>
/// <param name="Branches">Activities beside one another, each with its caption.</param>
internal sealed record Inside(
    ImmutableArray<ActivityNode> Chart, ImmutableArray<Connection> Arrows, bool IsInOrder,
    ImmutableArray<(string Caption, ActivityNode Node)> Branches)
{
    private const string Sequence = "Elsa.Sequence";
    private const string Flowchart = "Elsa.Flowchart";

    private static readonly string[] PortsFirst = ["then", "else", "body"];

    public bool IsEmpty => Chart.IsEmpty && Branches.IsEmpty;

    public static Inside Of(ActivityNode node)
    {
        var isInOrder = node.Type == Sequence;
        var isChart = isInOrder || node.Type == Flowchart || !node.Connections.IsEmpty;
        var arrows = isInOrder
            ? [.. node.Children.Zip(node.Children.Skip(1), (from, to) => new Connection(from.Id, "", to.Id))]
            : node.Connections;
        return new(isChart ? node.Children : [], arrows, isInOrder, [.. BranchesOf(node, isChart ? [] : node.Children)]);
    }

    private static IEnumerable<(string Caption, ActivityNode Node)> BranchesOf(ActivityNode node, ImmutableArray<ActivityNode> children)
    {
        foreach (var child in children) yield return ("", child);
        foreach (var branch in node.Cases)
            if (branch.Activity is { } activity) yield return (branch.Label, activity);
        foreach (var port in node.Ports.OrderBy(port => Rank(port.Key)).ThenBy(port => port.Key, StringComparer.Ordinal))
            yield return (port.Key, port.Value);
    }

    // The default of a switch comes after its cases, and no before nobody.
    private static int Rank(string port) => Array.IndexOf(PortsFirst, port) is >= 0 and var at ? at : port == "default" ? 9 : 5;
}
