using System.Text;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Bench.Workflows;

/// <summary>Workflows of any size, to see whether twice the size costs twice the time.</summary>
internal static class GrowingWorkflow
{
    /// <summary>A flowchart of so many activities in a row.</summary>
    public static WorkflowDefinition Chain(int length)
    {
        var (activities, connections) = (new JsonArray(), new JsonArray());
        for (var i = 0; i < length; i++)
        {
            activities.Add((JsonNode)Correlate($"a{i}"));
            if (i > 0) connections.Add((JsonNode)new JsonObject { ["source"] = Port($"a{i - 1}", "Done"), ["target"] = Port($"a{i}", "In") });
        }

        return Read(new JsonObject { ["id"] = "f", ["type"] = "Elsa.Flowchart", ["activities"] = activities, ["connections"] = connections });
    }

    /// <summary>A loop of so many turns.</summary>
    public static WorkflowDefinition Loop(int turns) => Read(new JsonObject
    {
        ["id"] = "l",
        ["type"] = "Elsa.For",
        ["start"] = 1,
        ["end"] = turns,
        ["body"] = Correlate("body"),
    });

    /// <summary>So many branches side by side, all waiting, and then all answered.</summary>
    public static WorkflowDefinition Branches(int count) => Read(new JsonObject
    {
        ["id"] = "p",
        ["type"] = "Elsa.Parallel",
        ["activities"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["id"] = $"e{i}", ["type"] = "Elsa.Event", ["eventName"] = "go" })]),
    });

    /// <summary>Sequences inside sequences.</summary>
    public static WorkflowDefinition Nest(int depth)
    {
        var inside = Correlate("core");
        for (var i = 0; i < depth; i++) inside = new JsonObject { ["id"] = $"s{i}", ["type"] = "Elsa.Sequence", ["activities"] = new JsonArray((JsonNode)inside) };
        return Read(inside);
    }

    private static JsonObject Correlate(string id) => new() { ["id"] = id, ["type"] = "Elsa.Correlate", ["correlationId"] = id };

    private static JsonObject Port(string activity, string port) => new() { ["activity"] = activity, ["port"] = port };

    private static WorkflowDefinition Read(JsonObject root) => DefinitionReader.Read(
        Encoding.UTF8.GetBytes(new JsonObject { ["definitionId"] = "growing", ["root"] = root }.ToJsonString()));
}
