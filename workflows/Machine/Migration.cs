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

        var (before, after) = (Place.Of(from, state), Place.Of(to, state));
        var reasons = new List<Term>();
        foreach (var run in state.Runs.Where(run => run.Parent == 0 || after.ContainsKey(run.Parent)))
            reasons.AddRange(OfPlace(before[run.Id], after.GetValueOrDefault(run.Id)));
        foreach (var incident in state.Incidents.Where(incident => incident.After is not null && after.ContainsKey(incident.Run)))
            reasons.AddRange(OfPlace(Completed(before, incident)!, Completed(after, incident)));
        // Only a tree that is still there can be looked into.
        if (reasons.Count == 0)
            foreach (var run in state.Runs.Where(run => !run.IsQueued)) reasons.AddRange(MovedContainers.Reasons(before[run.Id], after[run.Id], state, run));
        return reasons.Count > 0
            ? new MigrationPlan(null, [.. reasons.Distinct()])
            : new MigrationPlan(Moved(from, to, state, before, after), []);
    }

    private static Place? Completed(Dictionary<int, Place> places, Incident incident) =>
        places[incident.Run].Inside is var inside && inside.Find(incident.After!.Activity) is { } node ? new Place(node, inside) : null;

    private static IEnumerable<Term> OfPlace(Place before, Place? after)
    {
        var activity = before.Node.Id;
        if (after is null)
            yield return new($"正在进行的活动“{activity}”在新版本中不存在", $"the activity \"{activity}\" is under way and the new version has none such");
        else if (after.Node.Type != before.Node.Type || after.Node.Workflow?.DefinitionId != before.Node.Workflow?.DefinitionId)
            yield return new($"正在进行的活动“{activity}”在新版本中类型不同", $"the activity \"{activity}\" is under way and has another type in the new version");
        else if (after.NodeId != before.NodeId || PortOf(after) != PortOf(before))
            yield return new($"正在进行的活动“{activity}”在新版本中位于别的容器", $"the activity \"{activity}\" is under way and stands in another container in the new version");
    }

    private static string? PortOf(Place place) =>
        place.Container?.Ports.Where(port => port.Value.Id == place.Node.Id).Select(port => port.Key).FirstOrDefault();

    private static InstanceState Moved(
        WorkflowDefinition from, WorkflowDefinition to, InstanceState state, Dictionary<int, Place> before, Dictionary<int, Place> after)
    {
        var declared = to.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var moved = state with
        {
            Incidents = [.. state.OpenIncidents],
            Input = state.Input.RemoveRange(state.Input.Keys.Where(name => !declared.Contains(name))),
            Variables = Carry(state.Variables, from.Variables, to.Variables),
            // What is only about to begin has no variables of its own yet.
            Runs = [.. state.Runs.Select(run => run.IsQueued ? run : MovedContainers.Move(after[run.Id], state, run with
            {
                Variables = Carry(run.Variables, before[run.Id].Node.Variables, after[run.Id].Node.Variables),
            }))],
            Bookmarks = [.. state.Bookmarks.Select(bookmark => bookmark with { Name = after[bookmark.Run].Node.DisplayText })],
        };
        // What stands goes on standing until somebody acts: what it had in hand must not begin unseen.
        var stands = state.Status is InstanceStatus.Faulted || (!moved.Incidents.IsEmpty && !to.ContinuesWithIncidents);
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
