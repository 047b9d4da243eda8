using System.Collections.Immutable;
using System.Text.Json;
using Supervision.Language;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows;

/// <summary>Takes an instance from one content of its definition to another, by the ids of activities: whole, or not at all and why. Pure.</summary>
/// <remarks>
/// What is under way must be there in the new content, of the same type and in the same containers. Waits keep terms, limits and
/// reminders as they were evaluated when they began; what comes after them follows the new content. An instance that stands with
/// an incident moves too: that is how a mended definition reaches it.
/// </remarks>
public static class Migration
{
    public static MigrationPlan Plan(WorkflowDefinition from, WorkflowDefinition to, InstanceState state)
    {
        if (state.Status is not (InstanceStatus.Running or InstanceStatus.Faulted))
            return new MigrationPlan(null, [new Term("流程已结束", "it has ended")]);

        var reasons = new List<Term>();
        foreach (var run in state.Runs) reasons.AddRange(OfActivity(from, to, run.Activity));
        foreach (var completion in state.Incidents.Select(incident => incident.After).OfType<Completion>())
            reasons.AddRange(OfActivity(from, to, completion.Activity));
        // Only a tree that is still there can be looked into.
        if (reasons.Count == 0)
            foreach (var run in state.Runs) reasons.AddRange(MovedContainers.Reasons(from, to, state, run));
        return reasons.Count > 0
            ? new MigrationPlan(null, [.. reasons.Distinct()])
            : new MigrationPlan(Moved(from, to, state), []);
    }

    private static IEnumerable<Term> OfActivity(WorkflowDefinition from, WorkflowDefinition to, string activity)
    {
        if (!to.Nodes.TryGetValue(activity, out var target))
            yield return new($"正在进行的活动“{activity}”在新版本中不存在", $"the activity \"{activity}\" is under way and the new version has none such");
        else if (target.Type != from.Nodes[activity].Type)
            yield return new($"正在进行的活动“{activity}”在新版本中类型不同", $"the activity \"{activity}\" is under way and has another type in the new version");
        else if (to.NodeId(activity) != from.NodeId(activity) || PortOf(to, activity) != PortOf(from, activity))
            yield return new($"正在进行的活动“{activity}”在新版本中位于别的容器", $"the activity \"{activity}\" is under way and stands in another container in the new version");
    }

    private static string? PortOf(WorkflowDefinition definition, string activity) => definition.Parents.GetValueOrDefault(activity)?.Ports
        .Where(port => port.Value.Id == activity).Select(port => port.Key).FirstOrDefault();

    private static InstanceState Moved(WorkflowDefinition from, WorkflowDefinition to, InstanceState state)
    {
        var declared = to.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var moved = state with
        {
            Input = state.Input.RemoveRange(state.Input.Keys.Where(name => !declared.Contains(name))),
            Variables = Carry(state.Variables, from.Variables, to.Variables),
            Runs = [.. state.Runs.Select(run => MovedContainers.Move(to, state, run with
            {
                Variables = Carry(run.Variables, from.Nodes[run.Activity].Variables, to.Nodes[run.Activity].Variables),
            }))],
            Bookmarks = [.. state.Bookmarks.Select(bookmark => bookmark with { Name = to.Nodes[bookmark.Activity].DisplayText })],
        };
        var stands = moved.Incidents.Length > 0 && !to.ContinuesWithIncidents;
        return moved with { Status = stands ? InstanceStatus.Faulted : InstanceStatus.Running };
    }

    // By id: what is new begins with its default, what is gone is dropped, what has another type is converted as an assignment would.
    private static ImmutableSortedDictionary<string, JsonElement> Carry(
        ImmutableSortedDictionary<string, JsonElement> values, ImmutableArray<VariableDefinition> before, ImmutableArray<VariableDefinition> after)
    {
        var known = before.Select(variable => variable.Id).ToHashSet(StringComparer.Ordinal);
        var carried = values.RemoveRange(known);
        foreach (var variable in after)
        {
            var value = known.Contains(variable.Id) ? values.GetValueOrDefault(variable.Id) : variable.Default;
            carried = carried.With(variable.Id, ValueTypes.Convert(value, variable.TypeName));
        }

        return carried;
    }
}

/// <summary>The moved state, or why the instance stays.</summary>
public sealed record MigrationPlan(InstanceState? Moved, ImmutableArray<Term> Reasons);
