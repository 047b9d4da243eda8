using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tests.Tasks;
using Supervision.Workflows;

namespace Supervision.Tests.Actors;

/// <summary>The shipped definitions with an activity that fails, as a designer may publish them, and the designer who mends them.</summary>
internal sealed class BrokenProcess(City city)
{
    public static readonly Caller Designer = People.Of("designer", People.Office, Role.Designer);

    private int _keys;

    public CommandKey NextKey => new($"designer-{++_keys}");

    /// <summary>Publishes a definition and returns its hash.</summary>
    public async Task<string> PublishAsync(string id, Action<JsonObject> edit)
    {
        var definition = JsonNode.Parse(ShippedDefinitions.All[id].Span)!.AsObject();
        edit(definition);
        var grain = city.Grains.GetGrain<IDefinitionGrain>(id);
        (await grain.PublishAsync(city.As(Designer), new PublishDefinition(NextKey, definition.ToJsonString()))).ShouldBeDone();
        return (await grain.ViewAsync(city.As(Designer)))!.Hash;
    }

    /// <summary>Puts a notice behind the assignment. To nobody it fails; to somebody it is asked for and the process goes on.</summary>
    public static Action<JsonObject> NoticeAfterAssignment(string to) => definition =>
    {
        var flowchart = definition["root"]!.AsObject();
        flowchart["activities"]!.AsArray().Add(Notice("notice", to));
        var arrow = ArrowFrom(flowchart, "assign");
        flowchart["connections"]!.AsArray().Add(Arrow("notice", "Done", (string)arrow["target"]!["activity"]!));
        arrow["target"]!["activity"] = "notice";
    };

    /// <summary>A notice to nobody beside the main line, as soon as the task is expedited by hand.</summary>
    public static void NoticeWhenExpedited(JsonObject definition)
    {
        var flowchart = definition["root"]!.AsObject();
        flowchart["activities"]!.AsArray().Add(new JsonObject { ["id"] = "told", ["type"] = "Elsa.Event", ["eventName"] = Literal("task-expedited") });
        flowchart["activities"]!.AsArray().Add(Notice("notice", "=''"));
        flowchart["connections"]!.AsArray().Add(Arrow("assign", "Assigned", "told"));
        flowchart["connections"]!.AsArray().Add(Arrow("told", "Done", "notice"));
        Workflows.Build.Race(flowchart, "told");
    }

    /// <summary>The first activity of the definition's flowchart asks for a notice to nobody.</summary>
    public static void FailAtOnce(JsonObject definition) => definition["root"] = new JsonObject
    {
        ["id"] = "main",
        ["type"] = "Elsa.Flowchart",
        ["activities"] = new JsonArray(Notice("notice", "=''")),
        ["connections"] = new JsonArray(),
    };

    public Task<Receipt> SendAsync(string stream, ProcessCommand command, Caller? by = null) =>
        StreamOf(stream).ExecuteAsync(city.As(by ?? Designer), command);

    public Task<Receipt> TryAsync(string stream, ProcessCommand command, Caller? by = null) =>
        StreamOf(stream).TryAsync(city.As(by ?? Designer), command);

    private IStreamGrain StreamOf(string stream) =>
        city.Grains.GetGrain(GrainId.Parse(stream, System.Globalization.CultureInfo.InvariantCulture)).AsReference<IStreamGrain>();

    private static JsonObject Notice(string id, string to) => new()
    {
        ["id"] = id,
        ["type"] = "Supervision.Notify",
        ["to"] = Literal(to),
        ["text"] = Literal("请知悉"),
    };

    // A literal that is missing would not be published; a script that gives nothing fails when it runs.
    private static JsonObject Literal(string value) => new()
    {
        ["typeName"] = "String",
        ["expression"] = value.StartsWith('=')
            ? new JsonObject { ["type"] = "JavaScript", ["value"] = value[1..] }
            : new JsonObject { ["type"] = "Literal", ["value"] = value },
    };

    private static JsonObject Arrow(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };

    private static JsonNode ArrowFrom(JsonObject flowchart, string source) =>
        flowchart["connections"]!.AsArray().Single(arrow => (string?)arrow!["source"]!["activity"] == source)!;
}
