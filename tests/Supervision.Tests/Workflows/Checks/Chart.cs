using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows.Checks;

/// <summary>A flowchart written down in a line or two, and what the checks find in it.</summary>
internal static class Chart
{
    /// <param name="arrows">Each as <c>source Port target</c>.</param>
    public static JsonObject Flowchart(string id, IEnumerable<JsonObject> activities, params string[] arrows) => new()
    {
        ["id"] = id,
        ["type"] = "Elsa.Flowchart",
        ["activities"] = new JsonArray([.. activities]),
        ["connections"] = new JsonArray([.. arrows.Select(arrow => arrow.Split(' ')).Select(arrow => Build.Arrow(arrow[0], arrow[1], arrow[2]))]),
    };

    public static JsonObject Inside(string id, string type, params JsonObject[] activities) => new()
    {
        ["id"] = id,
        ["type"] = type,
        ["activities"] = new JsonArray([.. activities]),
    };

    public static JsonObject Definition(JsonObject root, params JsonObject[] variables) => new()
    {
        ["definitionId"] = "test",
        ["variables"] = new JsonArray([.. variables]),
        ["root"] = root,
    };

    public static JsonObject Variable(string name, JsonNode? value = null) =>
        new() { ["id"] = $"v-{name}", ["name"] = name, ["typeName"] = "Object", ["value"] = value };

    public static JsonObject Set(string id, string variable, JsonNode value)
    {
        var set = Build.Activity(id, "Elsa.SetVariable", ("value", value));
        set["variable"] = new JsonObject { ["id"] = $"v-{variable}" };
        return set;
    }

    public static JsonObject Line(string id, JsonNode? text = null) => Build.Activity(id, "Elsa.WriteLine", ("text", text ?? "x"));

    public static JsonObject Wait(string id) => Build.Activity(id, "Elsa.Event", ("eventName", id));

    public static JsonObject Delay(string id) => Build.Activity(id, "Elsa.Delay", ("timeSpan", "01:00:00"));

    public static JsonObject Decide(string id) => Build.Activity(id, "Elsa.FlowDecision", ("condition", "=true"));

    public static JsonObject Fork(string id, params string[] branches) =>
        Build.Activity(id, "Elsa.FlowFork", ("branches", new JsonArray([.. branches.Select(branch => JsonValue.Create(branch))])));

    public static JsonObject Join(string id, string mode) => Build.Activity(id, "Elsa.FlowJoin", ("mode", mode));

    public static JsonObject Start { get => Build.Activity("start", "Elsa.Start"); }

    /// <summary>The findings as <c>code path</c>, the path without its common beginning.</summary>
    public static IEnumerable<string> Findings(JsonObject definition, Surroundings? outside = null) =>
        All(definition, outside).Select(finding => $"{finding.Code} {finding.Path.Replace("Workflow1:", "", StringComparison.Ordinal)}");

    /// <summary>The findings of one kind, by path.</summary>
    public static IEnumerable<string> Of(string code, JsonObject definition, Surroundings? outside = null) => All(definition, outside)
        .Where(finding => finding.Code == code).Select(finding => finding.Path.Replace("Workflow1:", "", StringComparison.Ordinal));

    public static IReadOnlyList<DefinitionFinding> All(JsonObject definition, Surroundings? outside = null) =>
        DefinitionCheck.ForPublishing(Build.Read(definition), outside);
}
