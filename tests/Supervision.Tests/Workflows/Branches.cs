using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>Flowcharts with branches for tests of incidents and migrations: arrows as <c>from>to</c> or <c>from:Outcome>to</c>.</summary>
internal static class Branches
{
    public const string Instance = "task-1/directive";

    public static StepContext Context { get; } = new Walk(Flow(["a>b"])).Context;

    /// <param name="change">Edits the whole definition before it is read.</param>
    public static WorkflowDefinition Flow(
        string[] arrows, JsonObject[]? activities = null, bool continues = false, Action<JsonObject>? change = null)
    {
        var given = (activities ?? []).ToDictionary(activity => (string)activity["id"]!);
        var ids = arrows.SelectMany(arrow => new[] { arrow.Split(':', '>')[0], arrow[(arrow.IndexOf('>') + 1)..] }).Distinct();
        var definition = new JsonObject
        {
            ["definitionId"] = "test",
            ["options"] = new JsonObject { ["incidentStrategyType"] = continues ? "ContinueWithIncidentsStrategy" : null },
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "v", ["name"] = "V", ["typeName"] = "String" }),
            ["root"] = new JsonObject
            {
                ["id"] = "main",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray([.. ids.Select(id =>
                    given.GetValueOrDefault(id)?.DeepClone() ?? Build.Activity(id, id == "start" ? "Elsa.Start" : "Elsa.WriteLine", ("text", id)))]),
                ["connections"] = new JsonArray([.. arrows.Select(Arrow)]),
            },
        };
        change?.Invoke(definition);
        return Build.Read(definition);
    }

    /// <summary>A workflow that uses another one, whose activity has this id, in the place of an activity.</summary>
    public static WorkflowDefinition Using(WorkflowDefinition inner, string id, params string[] arrows) => DefinitionReader.Read(
        Flow(arrows, [new JsonObject { ["id"] = id, ["type"] = "Inner" }]).Canonical, use => use.Type == "Inner" ? inner : null);

    public static JsonObject Event(string id) => Build.Activity(id, "Elsa.Event", ("eventName", id));

    /// <summary>Fails as long as the variable V has no value; then asks for a notice.</summary>
    public static JsonObject Notify(string id) => Build.Activity(id, "Supervision.Notify", ("to", "=getV()"), ("text", "notice"));

    public static JsonObject SetV(string id, string value)
    {
        var activity = Build.Activity(id, "Elsa.SetVariable", ("value", value));
        activity["variable"] = new JsonObject { ["id"] = "v", ["name"] = "V", ["typeName"] = "String" };
        return activity;
    }

    public static InstanceState Start(WorkflowDefinition definition) => Kept(Machine.Start(definition, Instance, [], Context));

    public static InstanceState Tell(WorkflowDefinition definition, InstanceState state, string name) =>
        Kept(Machine.Tell(definition, state, Instance, name, null, Context));

    /// <summary>Between two steps a state is written and read.</summary>
    public static InstanceState Kept(StepResult result) => InstanceStateJson.Read(InstanceStateJson.Write(result.State));

    public static IEnumerable<string> WaitsOf(InstanceState state) => state.Waits(Instance).Select(wait => wait.Activity);

    private static JsonNode Arrow(string arrow)
    {
        var (source, target) = (arrow[..arrow.IndexOf('>')], arrow[(arrow.IndexOf('>') + 1)..]);
        var port = source.Split(':');
        return Build.Arrow(port[0], port.Length > 1 ? port[1] : "Done", target);
    }
}
