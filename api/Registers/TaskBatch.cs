using Supervision.Language;
using Supervision.RollUps;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>The tasks that one transaction touches: each read once, evolved as the domain says, written once.</summary>
internal sealed class TaskBatch(Statements sql, LightDay day, RollUp rollUp)
{
    private readonly Dictionary<string, Touched> _touched = [];

    public void Apply(DecodedFact decoded, Fact fact)
    {
        var task = Find(decoded.Id);
        var before = task.State;
        task.State = before.Evolve(fact);
        task.Version = decoded.Envelope.Seq;
        task.ChangedAt = decoded.Envelope.RecordedAt;
        TaskHoleRows.Follow(sql, before, task.State, task.ChangedAt);
        if (fact is MeasureProposed measure)
            AgencyRows.AddMeasure(sql, decoded, task: decoded.Id, agency: null, [decoded.Id], measure.About, measure.What);
    }

    /// <summary>Who is on the task, after what was applied so far; null while nobody was named.</summary>
    public Assignment? OnTask(string id) => _touched.TryGetValue(id, out var task) ? On(task.State) : null;

    /// <summary>The task that a fact belongs to, after what was applied so far; null for facts of other actors.</summary>
    public SupervisedTask? Find(DecodedFact decoded) => decoded.Actor == "task" ? Find(decoded.Id).State : null;

    public void Save()
    {
        foreach (var task in _touched.Values)
            UnfitStreamException.Watch($"task/{task.Id}", () => Save(task));
    }

    private static Assignment? On(SupervisedTask task) => task.Assignment ?? task.Registration?.Proposed;

    private Touched Find(string id)
    {
        if (_touched.TryGetValue(id, out var task))
            return task;

        using (var reader = sql.Read("SELECT id, state FROM task_states WHERE task = $task", ("$task", id)))
        {
            task = reader.Read()
                ? new Touched(id, reader.GetInt64(0), StateJson.Read<SupervisedTask>((byte[])reader[1]))
                : new Touched(id, null, SupervisedTask.Initial);
        }

        _touched.Add(id, task);
        return task;
    }

    private void Save(Touched task)
    {
        var row = task.Row ?? (long)sql.Scalar(
            "INSERT INTO task_states (task, state) VALUES ($task, x'') RETURNING id", ("$task", task.Id))!;
        sql.Execute("UPDATE task_states SET state = $state WHERE id = $id",
            ("$state", StateJson.Write(task.State)), ("$id", row));

        // Without a registration there is nothing to list; it is the first fact of every task.
        if (task.State.Registration is not { } registration)
            return;

        RollUpRows.Tell(rollUp, task.Id, task.Version, task.Before, task.State, day.Calendar);
        TaskRows.Save(sql, row, task.State, registration, task.Version, task.ChangedAt, day);
        TaskRows.SaveText(sql, row, registration, task.Before, task.State);
        if (!ReferenceEquals(On(task.Before), On(task.State)))
            TaskRows.SaveAgencies(sql, row, task.State, registration.Task);
        if (!ReferenceEquals(task.Before.Processes, task.State.Processes) || task.Before.DueOn != task.State.DueOn)
            TaskRows.SaveWaits(sql, row, task.State);
    }

    private sealed class Touched(string id, long? row, SupervisedTask before)
    {
        public string Id { get; } = id;
        public long? Row { get; } = row;
        public SupervisedTask Before { get; } = before;
        public SupervisedTask State { get; set; } = before;
        public long Version { get; set; }
        public DateTimeOffset ChangedAt { get; set; }
    }
}
