using System.Text.Json.Nodes;
using Supervision.Processes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>Walks an instance through its life. Between any two steps the state is written and read.</summary>
internal sealed class Walk(WorkflowDefinition definition)
{
    internal const string Instance = "task-1/directive";
    private readonly Dictionary<string, DateOnly> _bases = [];
    private InstanceState _state = new();

    /// <summary>Monday, 2 March 2026, 09:00 in the office.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public InstanceState State => _state;

    public Trail Trail { get; private set; } = Trail.None;

    public IReadOnlyList<Wait> Waits => _state.Waits(Instance);

    /// <summary>What the last step asked of the actor, as name and arguments.</summary>
    public IReadOnlyList<string> Requests { get; private set; } = [];

    public IReadOnlyList<ProcessRequest> FullRequests { get; private set; } = [];

    public IEnumerable<string> Kinds => Waits.Select(wait => wait.Kind[(wait.Kind.IndexOf('.') + 1)..]).Order(StringComparer.Ordinal);

    public static Walk Of(string shipped) => new(DefinitionReader.Read(ShippedDefinitions.All[shipped]));

    public Walk Base(string name, DateOnly day)
    {
        _bases[name] = day;
        return this;
    }

    public Walk Start(JsonObject? input = null) => Take(Machine.Start(definition, Instance, input ?? [], Context));

    public Walk Answer(string kind, string outcome, JsonObject? data = null) =>
        Take(Machine.Answer(definition, _state, Find(kind).Id, outcome, data, Context));

    /// <summary>Moves the clock to a due of a wait and lets it fire.</summary>
    public Walk Fire(string kind, string due)
    {
        var wait = Find(kind);
        if (wait.Dues[due] > Now) Now = wait.Dues[due];
        return Take(Machine.Fire(definition, _state, wait.Id, due, Context));
    }

    public StepResult TryFire(string wait, string due) => Machine.Fire(definition, _state, wait, due, Context);

    public StepResult TryAnswer(string wait, string outcome, JsonObject? data = null) =>
        Machine.Answer(definition, _state, wait, outcome, data, Context);

    public Walk Continue(StepResult result) => Take(result);

    public Walk Shift(int workingDays) => Take(Machine.Shift(_state, workingDays, Context));

    public Walk Rebase(string name, DateOnly day)
    {
        _bases[name] = day;
        return Take(Machine.Rebase(_state, name, day, Context));
    }

    public Wait Find(string kind) => Waits.Single(wait => wait.Kind == $"Supervision.{kind}");

    public StepContext Context => new(Now, new TestCalendar(), _bases, "task-1:7");

    private Walk Take(StepResult result)
    {
        _state = InstanceStateJson.Read(InstanceStateJson.Write(result.State));
        FullRequests = result.Requests;
        Trail = Trail.Then(Trails.Of(definition, result.Journal));
        Requests = [.. result.Requests.Select(request => $"{request.Name} {request.Arguments.ToJsonString()}")];
        return this;
    }
}
