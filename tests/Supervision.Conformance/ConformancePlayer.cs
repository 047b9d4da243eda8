using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Conformance;

/// <summary>Plays a case on our machine and writes down what it did in the words of the recording. Between steps the state is saved and loaded.</summary>
public sealed class ConformancePlayer(ConformanceCase recorded)
{
    public const string Instance = "case";
    private static readonly DateTimeOffset Epoch = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The recording counts longer journals instead of writing them out.</summary>
    private const int TraceMax = 300;

    private DateTimeOffset _now = Epoch;
    private int _steps;
    private InstanceState? _state;

    public JsonArray Play()
    {
        var library = new Dictionary<string, WorkflowDefinition>();
        foreach (var used in recorded.Case["library"] as JsonArray ?? [])
            library[((string)used!["name"]!).Replace(" ", "", StringComparison.Ordinal)] = Read(used, library);
        var definition = Read(recorded.Case["definition"]!, library);
        var steps = new JsonArray();
        foreach (var step in recorded.Case["steps"]!.AsArray()) steps.Add((JsonNode)Play(definition, step!.AsObject()));
        return steps;
    }

    private static WorkflowDefinition Read(JsonNode definition, Dictionary<string, WorkflowDefinition> library) => DefinitionReader.Read(
        Encoding.UTF8.GetBytes(definition.ToJsonString(new JsonSerializerOptions { MaxDepth = 512 })),
        use => library.GetValueOrDefault(use.Type));

    private JsonObject Play(WorkflowDefinition definition, JsonObject step)
    {
        _steps++;
        if (_state is not null) _state = InstanceStateJson.Read(InstanceStateJson.Write(_state));
        var result = _state is { Status: not InstanceStatus.Running } ? null : Do(definition, step);
        var isAccepted = result is not null && !ReferenceEquals(result.State, _state);
        if (isAccepted) _state = result!.State;
        var played = new JsonObject
        {
            ["step"] = _steps - 1,
            ["do"] = (string)step["do"]!,
            ["accepted"] = isAccepted,
            ["status"] = _state!.Status == InstanceStatus.Running ? "Running" : "Finished",
            ["subStatus"] = _state.SubStatus,
            ["bookmarks"] = new JsonArray([.. _state.Bookmarks.Select(Describe)]),
        };
        if (isAccepted) Describe(played, definition, result!);
        return played;
    }

    private StepResult? Do(WorkflowDefinition definition, JsonObject step)
    {
        var input = step["input"]?.DeepClone().AsObject() ?? [];
        switch (step["do"]!.GetValue<string>())
        {
            case "start":
                return Machine.Start(definition, Instance, input, Context(), (string?)step["triggerActivityId"], (string?)step["correlationId"]);
            case "event":
                return Machine.Tell(definition, _state!, Instance, (string)step["name"]!, step["payload"], Context());
            case "cancel":
                return Machine.Cancel(_state!);
            case "resume":
                return Find(step) is { } resumed ? Machine.Resume(definition, _state!, Id(resumed), input, Context()) : null;
            case "task":
                var result = new JsonObject { ["RunTaskInput"] = step["result"]?.DeepClone() };
                return Find(step) is { } task ? Machine.Resume(definition, _state!, Id(task), result, Context()) : null;
            default:
                if (Find(step) is not { } timer) return null;
                if (timer.Dues["timer"].At > _now) _now = timer.Dues["timer"].At;
                return Machine.Fire(definition, _state!, Id(timer), "timer", Context());
        }
    }

    private Bookmark? Find(JsonObject step) => _state!.Bookmarks
        .Where(bookmark => bookmark.Activity == (string?)step["activity"])
        .Where(bookmark => step["taskName"] is null || bookmark.Term("taskName") == (string?)step["taskName"])
        .ElementAtOrDefault((int?)step["nth"] ?? 0);

    private StepContext Context() => new(_now, new EveryDay(), new Dictionary<string, DateOnly>(), "seed");

    private static string Id(Bookmark bookmark) => $"{Instance}/{bookmark.Id}";

    private JsonNode Describe(Bookmark bookmark)
    {
        var described = new JsonObject { ["activityId"] = bookmark.Activity, ["stimulusName"] = bookmark.Kind };
        foreach (var term in new[] { "eventName", "taskName" })
            if (bookmark.Terms.TryGetValue(term, out var text)) described[term] = text;
        if (bookmark.Dues.TryGetValue("timer", out var due)) described["after"] = System.Xml.XmlConvert.ToString(due.At - _now);
        return described;
    }

    private void Describe(JsonObject played, WorkflowDefinition definition, StepResult result)
    {
        var variables = new JsonObject();
        foreach (var variable in definition.Variables) variables[variable.Name] = _state!.Variables.GetValueOrDefault(variable.Id).ToNode();
        played["variables"] = variables;
        played["output"] = new JsonObject(_state!.Output.Select(output => KeyValuePair.Create(output.Key, output.Value.ToNode())));
        played["correlationId"] = _state.CorrelationId;
        played["name"] = _state.Name;
        played["incidents"] = new JsonArray([.. _state.Incidents.Select(incident => new JsonObject { ["activityId"] = incident.Activity })]);
        played["trace"] = Trace(result);
        if (played["trace"]!.AsArray().Count > TraceMax) played["traceSummary"] = new JsonObject { ["counts"] = Counts(played["trace"]!.AsArray()) };
    }

    // The recording has the workflow itself as an entry; ours knows only its activities.
    private JsonArray Trace(StepResult result)
    {
        var trace = new JsonArray();
        if (_steps == 1) trace.Add((JsonNode)new JsonObject { ["activityId"] = "$workflow", ["event"] = "Started" });
        foreach (var entry in result.Journal.Where(entry => entry.Event != "Written"))
        {
            var line = new JsonObject { ["activityId"] = entry.Activity == "Workflow1" ? "$inner-workflow" : entry.Activity, ["event"] = entry.Event };
            if (!entry.Outcomes.IsEmpty) line["outcomes"] = new JsonArray([.. entry.Outcomes.Select(outcome => (JsonNode)outcome)]);
            trace.Add((JsonNode)line);
        }

        if (result.State.Status == InstanceStatus.Finished) trace.Add((JsonNode)new JsonObject { ["activityId"] = "$workflow", ["event"] = "Completed" });
        return trace;
    }

    private static JsonObject Counts(JsonArray trace) => new(trace
        .GroupBy(entry => $"{entry!["activityId"]}:{entry["event"]}")
        .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)(double)group.Count())));
}
