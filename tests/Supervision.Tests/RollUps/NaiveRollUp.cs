using System.Numerics;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Tests.RollUps;

/// <summary>What the page on roll-up says, worked out from all facts at once, each time anew. Slow, and short enough to be believed.</summary>
internal sealed class NaiveRollUp(IReadOnlyDictionary<string, List<Fact>> streams)
{
    private readonly Dictionary<string, Plan> _plans = streams.Where(stream => stream.Key.StartsWith("plan/", StringComparison.Ordinal))
        .ToDictionary(stream => stream.Key[5..], stream => CascadeHistory.PlanOf(stream.Value));

    private readonly Dictionary<string, SupervisedTask> _tasks = streams.Where(stream => stream.Key.StartsWith("task/", StringComparison.Ordinal))
        .ToDictionary(stream => stream.Key[5..], stream => stream.Value.Aggregate(SupervisedTask.Initial, (task, fact) => task.Evolve(fact)));

    /// <summary>Permille as a fraction that is not reduced; null where there is none.</summary>
    public (BigInteger Over, BigInteger Under)? Of(string node) =>
        node.StartsWith("plan/", StringComparison.Ordinal) ? OfPlan(node[5..]) : OfTask(node[5..]);

    /// <summary>The highest mark that what is below has brought a node to; 0 for none.</summary>
    public int MarkOf(string node)
    {
        var below = node.StartsWith("plan/", StringComparison.Ordinal) ? OfPlan(node[5..])
            : _tasks.TryGetValue(node[5..], out var task) && !task.IsClosed && task.ClockStop is null ? OfBelow(node[5..])
            : null;
        return below is { } value ? new[] { 0, 25, 50, 75, 100 }.Last(percent => value.Over >= value.Under * percent * 10) : 0;
    }

    public Dictionary<Light, long> LightsOf(string node, DateOnly day)
    {
        var tasks = node.StartsWith("plan/", StringComparison.Ordinal) ? LitBelow(node[5..]) : LitWith(node[5..]);
        return tasks.GroupBy(task => LightRules.Of(task, day, WorkingCalendar.Shipped).Light).ToDictionary(light => light.Key, light => light.LongCount());
    }

    private (BigInteger Over, BigInteger Under)? OfPlan(string id) => Mean(
        ItemsOf(id).Where(item => item.State is ItemState.Active).Select(item => (item.Weight, OfTask(PlanTasks.TaskOf(_plans[id], item).Value))));

    private (BigInteger, BigInteger)? OfTask(string id)
    {
        if (!_tasks.TryGetValue(id, out var task))
            return (0, 1);
        if (task.Stage is TaskStage.ClosedOut or TaskStage.Archived)
            return (1000, 1);
        if (task.Stage is TaskStage.Merged)
            return OfTask(task.Changes.MergedInto!.Value.Value);
        if (task.Stage is TaskStage.Split)
            return OfBelow(id);
        if (task.Stage is TaskStage.Withdrawn or TaskStage.NotApproved || task.ClockStop is not null)
            return null;
        return OfBelow(id) ?? (task.Progress.Percent * 10, 1);
    }

    private (BigInteger Over, BigInteger Under)? OfBelow(string task) => Mean(
        SubPlansOf(task).Select(plan => (1, OfPlan(plan))).Concat(PartsOf(task).Select(part => (part.Weight, OfTask(part.Task.Value)))));

    private static (BigInteger, BigInteger)? Mean(IEnumerable<(int Weight, (BigInteger Over, BigInteger Under)? Value)> children)
    {
        var (over, under, weights) = (BigInteger.Zero, BigInteger.One, BigInteger.Zero);
        foreach (var (weight, value) in children.Where(child => child.Value is not null))
        {
            (over, under) = ((over * value!.Value.Under) + (value.Value.Over * weight * under), under * value.Value.Under);
            weights += weight;
        }

        return weights.IsZero ? null : (over, under * weights);
    }

    private IEnumerable<SupervisedTask> LitBelow(string plan) => ItemsOf(plan).Where(item => item.State is not ItemState.Removed)
        .Select(item => PlanTasks.TaskOf(_plans[plan], item).Value)
        .Where(IsLit).SelectMany(LitWith);

    private IEnumerable<SupervisedTask> LitWith(string task) =>
        SubPlansOf(task).SelectMany(LitBelow)
            .Concat(PartsOf(task).Select(part => part.Task.Value).Where(IsLit).SelectMany(LitWith))
            .Concat(_tasks.TryGetValue(task, out var own) && own.Stage is not TaskStage.Split ? [own] : []);

    private bool IsLit(string task) =>
        _tasks.GetValueOrDefault(task)?.Stage is not (TaskStage.Withdrawn or TaskStage.NotApproved or TaskStage.Merged);

    private IEnumerable<PartOfTask> PartsOf(string task) => _tasks.GetValueOrDefault(task)?.Changes.Parts ?? [];

    private IEnumerable<PlanItem> ItemsOf(string plan) => _plans[plan].Issued.Select(path => _plans[plan].Items[path]);

    private IEnumerable<string> SubPlansOf(string task) => _plans.Where(plan => plan.Value.Parent?.Task.Value == task).Select(plan => plan.Key);
}
