using System.Text;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>Small definitions for tests, and edits of the shipped ones as a person makes them in the designer.</summary>
internal static class Build
{
    public static WorkflowDefinition Flow(params JsonObject[] activities)
    {
        var connections = activities.Zip(activities.Skip(1), (from, to) => Arrow((string)from["id"]!, "Done", (string)to["id"]!));
        return Read(new JsonObject
        {
            ["definitionId"] = "test",
            ["root"] = new JsonObject
            {
                ["id"] = "main",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray([.. activities]),
                ["connections"] = new JsonArray([.. connections]),
            },
        });
    }

    /// <summary>An activity whose inputs are literals; a string that begins with = is a script.</summary>
    public static JsonObject Activity(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type };
        foreach (var (name, value) in inputs)
        {
            var isScript = value.GetValueKind() == System.Text.Json.JsonValueKind.String && ((string)value!).StartsWith('=');
            activity[name] = new JsonObject
            {
                ["expression"] = new JsonObject
                {
                    ["type"] = isScript ? "JavaScript" : "Literal",
                    ["value"] = isScript ? ((string)value!)[1..] : value,
                },
            };
        }

        return activity;
    }

    public static JsonObject Arrow(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };

    /// <summary>Lets time race with a wait that has no limit, as publishing asks of supervision definitions.</summary>
    public static void Race(JsonObject flowchart, string wait)
    {
        var (activities, arrows) = (flowchart["activities"]!.AsArray(), flowchart["connections"]!.AsArray());
        activities.Add((JsonNode)Activity($"{wait}-late", "Elsa.Delay", ("timeSpan", "365.00:00:00")));
        activities.Add((JsonNode)Activity($"{wait}-over", "Elsa.FlowJoin", ("mode", "WaitAny")));
        foreach (var arrow in arrows.Select(arrow => arrow!.AsObject()).ToArray())
        {
            if ((string?)arrow["source"]!["activity"] == wait) arrow["source"] = new JsonObject { ["activity"] = $"{wait}-over", ["port"] = "Done" };
            if ((string?)arrow["target"]!["activity"] != wait) continue;
            arrows.Add((JsonNode)Arrow((string)arrow["source"]!["activity"]!, (string)arrow["source"]!["port"]!, $"{wait}-late"));
        }

        arrows.Add((JsonNode)Arrow(wait, "Done", $"{wait}-over"));
        arrows.Add((JsonNode)Arrow($"{wait}-late", "Done", $"{wait}-over"));
    }

    public static WorkflowDefinition Edit(string shipped, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(ShippedDefinitions.All[shipped].Span)!.AsObject();
        change(json["root"]!.AsObject());
        return Read(json);
    }

    public static WorkflowDefinition Read(JsonObject json) => DefinitionReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static JsonObject ArrowFrom(JsonObject flowchart, string source) => flowchart["connections"]!.AsArray()
        .Select(arrow => arrow!.AsObject()).Single(arrow => (string?)arrow["source"]!["activity"] == source);
}
