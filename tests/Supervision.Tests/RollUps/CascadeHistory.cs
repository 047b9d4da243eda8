using Supervision.Language;
using Supervision.Plans;
using Supervision.RollUps;
using Supervision.Tasks;
using Supervision.Tests.Registers;

namespace Supervision.Tests.RollUps;

/// <summary>A made-up city: plans, tasks, sub-plans of any depth, and whatever may happen to them, stream by stream.</summary>
internal sealed class CascadeHistory
{
    private static readonly AgencyCode[] Agencies = [Sample.Education, Sample.Gushi, Sample.Xinxian];

    private readonly Random _random;
    private readonly List<PlanId> _plans = [];
    private readonly List<TaskId> _tasks = [];

    public CascadeHistory(int seed, int steps)
    {
        _random = new Random(seed);
        OpenPlan(new PlanId("p"), null);
        for (var i = 0; i < steps; i++)
            Step();
    }

    /// <summary>The facts of each stream, in the order of the stream.</summary>
    public Dictionary<string, List<Fact>> Streams { get; } = [];

    public IEnumerable<string> Nodes => Streams.Keys.Union(_tasks.Select(RollUpKey.Of));

    /// <summary>The appends of all streams, one of any stream after the other.</summary>
    public IEnumerable<(string Stream, int From, int Count)> InAnyOrder(int seed)
    {
        var random = new Random(seed);
        var told = Streams.ToDictionary(stream => stream.Key, _ => 0);
        while (told.Where(stream => stream.Value < Streams[stream.Key].Count).Select(stream => stream.Key).ToArray() is { Length: > 0 } open)
        {
            var stream = open[random.Next(open.Length)];
            var count = Math.Min(1 + random.Next(6), Streams[stream].Count - told[stream]);
            yield return (stream, told[stream], count);
            told[stream] += count;
        }
    }

    public static Plan PlanOf(IEnumerable<Fact> facts) => facts.Aggregate(Plan.Initial, (plan, fact) => plan.Evolve(fact));

    private void Step()
    {
        var plan = _plans[_random.Next(_plans.Count)];
        switch (_random.Next(12))
        {
            case 0: Add(plan); break;
            case 1: Accept(plan); break;
            case 2: Revise(plan); break;
            case 3: Weigh(plan); break;
            case 4 or 5 when _tasks.Count > 0: Break(_tasks[_random.Next(_tasks.Count)]); break;
            case 10: Merge(); break;
            case 11 when _tasks.Count > 0: Split(_tasks[_random.Next(_tasks.Count)]); break;
            default: Work(); break;
        }
    }

    private void OpenPlan(PlanId id, TaskId? parent)
    {
        if (Streams.ContainsKey(RollUpKey.Of(id)))
            return;

        _plans.Add(id);
        Tell(RollUpKey.Of(id), parent is { } task
            ? new PlanOpened(id, "子方案", "内容", Sample.Registered("x").Authority, new PlanParent(task, null, Sample.Gushi, Sample.Today.AddDays(90), Sample.Today.AddDays(20), []))
            : new PlanRegistered(id, new PlanDraft("方案", null, "市政府", Sample.Today, null, new PlanSource("00", PlanFormat.Md, "utf-8"), [], [], [], [])));
        for (var i = _random.Next(4); i >= 0; i--)
            Add(id);
        if (_random.Next(3) > 0)
            Accept(id);
    }

    private Plan State(PlanId id) => PlanOf(Streams[RollUpKey.Of(id)]);

    private PlanItem NewItem(Plan plan) =>
        new($"+{plan.Numbers + 1}", plan.Numbers + 1, null, "条目", "内容", [], ItemVerdict.Accepted, Weight: 1 + _random.Next(7));

    private void Add(PlanId id) => Tell(RollUpKey.Of(id), new PlanItemAdded(NewItem(State(id))));

    private void Accept(PlanId id)
    {
        var plan = State(id);
        string[] fresh = [.. plan.Items.Keys.Where(path => !plan.Issued.Contains(path))];
        Tell(RollUpKey.Of(id), _random.Next(2) == 0 ? new PlanAccepted(fresh) : new PlanItemsIssued(fresh));
        _tasks.AddRange(fresh.Select(path => PlanTasks.TaskOf(plan, plan.Items[path])));
    }

    private void Revise(PlanId id)
    {
        var plan = State(id);
        if (plan.Issued.Count == 0)
            return;

        var path = plan.Issued[_random.Next(plan.Issued.Count)];
        var changed = plan.Items[path] with { State = (ItemState)_random.Next(3), Weight = 1 + _random.Next(7) };
        var added = NewItem(plan);
        Tell(RollUpKey.Of(id), new PlanRevised(plan.Revision + 1, "调整",
            [new RevisionChange(plan.Items[path], changed), .. _random.Next(2) == 0 ? [new RevisionChange(null, added)] : Array.Empty<RevisionChange>()]));
        var revised = State(id);
        if (revised.FindItem(added.Path) is { } item)
            _tasks.Add(PlanTasks.TaskOf(revised, item));
    }

    private void Weigh(PlanId id)
    {
        var plan = State(id);
        if (plan.Items.Count > 0)
            Tell(RollUpKey.Of(id), new PlanItemWeighed(plan.Items.Keys.ElementAt(_random.Next(plan.Items.Count)), 1 + _random.Next(7)));
    }

    private void Break(TaskId task)
    {
        if (task.Value.Length < 16)
            OpenPlan(new PlanId($"{task}-{(char)('a' + _random.Next(3))}"), task);
    }

    // Into one that came before it, and not within a sub-plan: nothing goes into itself, however far around.
    private void Merge()
    {
        TaskId[] ofCity = [.. _tasks.Where(IsOfCity)];
        var at = Array.FindLastIndex(ofCity, task => IsAssigned(task) && !Streams[RollUpKey.Of(task)].Any(fact => fact is TaskMerged));
        if (at > 0)
            Tell(RollUpKey.Of(ofCity[at]), new TaskMerged(ofCity[_random.Next(at)], "内容相同", [Sample.Education]));
    }

    private void Split(TaskId task)
    {
        if (!IsAssigned(task) || Streams[RollUpKey.Of(task)].Any(fact => fact is TaskSplit) || task.Value.Length > 16)
            return;

        PartOfTask[] parts = [.. Enumerable.Range(1, 2 + _random.Next(2)).Select(n =>
            new PartOfTask(new TaskId($"{task}.{n}"), "部分", "内容", Sample.To(Sample.Gushi, 30), 1 + _random.Next(5), []))];
        Tell(RollUpKey.Of(task), new TaskSplit("分头推进", parts));
        _tasks.AddRange(parts.Select(part => part.Task));
    }

    private bool IsAssigned(TaskId task) => Streams.GetValueOrDefault(RollUpKey.Of(task))?.Any(fact => fact is TaskAssigned) == true;

    private static bool IsOfCity(TaskId task) => task.Value.Count(c => c is '-' or '.') == 1;

    private void Work()
    {
        if (_tasks.Count == 0)
            return;

        var task = _tasks[_random.Next(_tasks.Count)];
        var stream = RollUpKey.Of(task);
        var percent = _random.Next(101);
        var due = Sample.Today.AddDays(_random.Next(-30, 200));
        if (!Streams.ContainsKey(stream))
        {
            Tell(stream, Sample.Registered(task.Value));
            return;
        }

        Tell(stream, (Streams[stream].Count == 1 ? 0 : _random.Next(14)) switch
        {
            0 or 1 => new TaskAssigned(Sample.To(Agencies[_random.Next(3)], _random.Next(-30, 200)), Sample.Today.AddDays(-_random.Next(60))),
            2 => new TaskAcknowledged(Sample.Gushi),
            3 or 4 or 5 => new ProgressReported(1, Sample.Gushi, percent, 50, "进展", []),
            6 => new TaskClockStopped(Sample.Today, "协调"),
            7 or 8 => new TaskClockResumed(Sample.Today, 1, due, due, "rule"),
            9 => new TaskWithdrawn("撤销"),
            10 => new TaskClosedOut("结论", "回执"),
            11 => new ExtensionGranted(due, due),
            12 => new TaskRefusedAsNotOurs(Sample.Gushi, "不属职责"),
            _ => new TaskReturned("重办", _random.Next(4)),
        });
    }

    private void Tell(string stream, Fact fact)
    {
        if (!Streams.TryGetValue(stream, out var facts))
            Streams.Add(stream, facts = []);
        facts.Add(fact);
    }
}
