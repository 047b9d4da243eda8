using System.Text.Json.Nodes;

namespace Supervision.Tests.Workflows;

/// <summary>A flowchart of any shape: each activity hangs on an earlier one, some are joins of several, some questions lead back.</summary>
internal sealed class GeneratedFlowchart(
    Choices choices, Func<string, (string, JsonNode)[], JsonObject> make, Func<JsonObject> makeEvent, Func<JsonObject> makeAny)
{
    private readonly List<Place> _places = [];
    private readonly JsonArray _connections = [];

    public JsonObject Draw()
    {
        Add(make("Elsa.Start", []), from: -1);
        for (var left = 1 + choices.Below(5); left > 0; left--) Grow();
        var chart = make("Elsa.Flowchart", []);
        chart["activities"] = new JsonArray([.. _places.Select(place => place.Node)]);
        chart["connections"] = _connections;
        return chart;
    }

    private void Grow()
    {
        var from = choices.Below(_places.Count);
        switch (choices.Below(5))
        {
            case 0:
                Race(from);
                break;
            case 1:
                Rework(from);
                break;
            case 2:
                Join(from);
                break;
            default:
                Add(makeAny(), from);
                break;
        }
    }

    // Whichever comes first, an answer or the time, cancels the other.
    private void Race(int from)
    {
        var answer = Add(makeEvent(), from);
        var time = Add(make("Elsa.Delay", [("timeSpan", "05:00:00")]), from);
        var join = Add(make("Elsa.FlowJoin", [("mode", choices.Of("WaitAny", "WaitAll", "WaitAllActive"))]), answer);
        Connect(time, "Done", join);
    }

    // A question whose No leads back over a wait that is armed again.
    private void Rework(int from)
    {
        var again = Add(choices.Coin() ? make("Elsa.Delay", [("timeSpan", "01:00:00")]) : makeAny(), from);
        var asked = Add(makeEvent(), again);
        var question = Add(
            make("Elsa.FlowDecision", [("condition", new JsonObject
            {
                ["typeName"] = "Boolean",
                ["expression"] = new JsonObject { ["type"] = "Variable", ["value"] = new JsonObject { ["id"] = "go" } },
            })]), asked);
        Connect(question, "False", again);
        _places[question] = _places[question] with { Ports = ["True"] };
    }

    // Arrows lead into what is new alone: none jumps into the middle of a loop.
    private void Join(int from)
    {
        var join = Add(choices.Coin() ? makeAny() : make("Elsa.FlowJoin", [("mode", choices.Of("WaitAny", "WaitAll", "WaitAllActive"))]), from);
        for (var more = choices.Below(3); more > 0; more--)
        {
            var other = choices.Below(join);
            if (other != from) Connect(other, choices.Of(_places[other].Ports), join);
        }
    }

    private int Add(JsonObject node, int from)
    {
        _places.Add(new Place(node, ["Done"]));
        if (from >= 0) Connect(from, choices.Of(_places[from].Ports), _places.Count - 1);
        return _places.Count - 1;
    }

    private void Connect(int from, string port, int to) => _connections.Add((JsonNode)new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = _places[from].Id, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = _places[to].Id, ["port"] = "In" },
    });

    private sealed record Place(JsonObject Node, string[] Ports)
    {
        public string Id => (string)Node["id"]!;
    }
}
