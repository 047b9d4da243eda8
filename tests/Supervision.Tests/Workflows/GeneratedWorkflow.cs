using System.Text;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>Definitions of any shape: containers in containers, flowcharts with joins, races, rework loops and timers that are armed again.</summary>
/// <remarks>Every loop waits somewhere or counts to an end, so that whatever does not end is the machine's fault.</remarks>
internal sealed class GeneratedWorkflow
{
    private const int DepthMax = 3;

    private readonly Choices _choices;
    private int _ids;

    private GeneratedWorkflow(Choices choices) => _choices = choices;

    /// <summary>The names of the events that generated definitions wait for.</summary>
    public static IReadOnlyList<string> Events { get; } = ["e0", "e1", "e2"];

    public static WorkflowDefinition Of(Choices choices)
    {
        var root = new GeneratedWorkflow(choices).Container(DepthMax, isInLoop: false);
        var definition = new JsonObject
        {
            ["definitionId"] = "generated",
            ["variables"] = new JsonArray(Variable("go", "Boolean"), Variable("log", "Object"), Variable("left", "Int32", "3")),
            ["root"] = root,
        };
        return DefinitionReader.Read(Encoding.UTF8.GetBytes(definition.ToJsonString()));
    }

    private JsonObject Any(int depth, bool isInLoop) => depth == 0 || _choices.Below(3) == 0 ? Leaf() : Container(depth, isInLoop);

    private JsonObject Leaf() => _choices.Below(6) switch
    {
        0 => Event(),
        1 => Make("Elsa.Delay", ("timeSpan", $"0{_choices.Below(9)}:00:00")),
        2 => Make("Elsa.RunTask", ("taskName", $"t{_choices.Below(3)}")),
        3 => Make("Elsa.Timer", ("interval", "1.00:00:00")),
        4 => Log(),
        _ => Make("Elsa.WriteLine", ("text", "line")),
    };

    private JsonObject Container(int depth, bool isInLoop) => _choices.Below(9) switch
    {
        0 => With(Make("Elsa.Sequence"), "activities", Several(depth, isInLoop)),
        1 => With(Make("Elsa.Parallel"), "activities", Several(depth, isInLoop)),
        2 => With(Make("Elsa.Fork", ("joinMode", _choices.Of("WaitAll", "WaitAny"))), "branches", Several(depth, isInLoop)),
        3 => With(With(Make("Elsa.If", ("condition", _choices.Coin())), "then", Any(depth - 1, isInLoop)), "else", Any(depth - 1, isInLoop)),
        4 => With(Items(Make("Elsa.ForEach")), "body", Body(depth)),
        5 => With(Items(Make("Elsa.ParallelForEach")), "body", Any(depth - 1, isInLoop)),
        6 => With(Make("Elsa.While", ("condition", Script("getleft() > 0"))), "body", CountingBody(depth)),
        7 => Switch(depth, isInLoop),
        _ => Flowchart(depth),
    };

    private JsonArray Several(int depth, bool isInLoop) =>
        [.. Enumerable.Range(0, 1 + _choices.Below(3)).Select(_ => Any(depth - 1, isInLoop)), .. Ending(isInLoop)];

    private JsonNode[] Ending(bool isInLoop) => _choices.Below(8) switch
    {
        1 => [Make("Elsa.End")],
        2 when isInLoop => [Make("Elsa.Break")],
        3 when _ids > 12 => [Make("Elsa.Complete", ("outcomes", "Over"))],
        4 when _ids > 16 => [Make("Elsa.Finish")],
        _ => [],
    };

    private JsonObject Body(int depth) => With(Make("Elsa.Sequence"), "activities", Several(depth, isInLoop: true));

    private JsonObject CountingBody(int depth)
    {
        var count = Make("Elsa.SetVariable", ("value", Script("getleft() - 1")));
        count["variable"] = new JsonObject { ["id"] = "left" };
        return With(Make("Elsa.Sequence"), "activities", new JsonArray(count, Any(depth - 1, isInLoop: true)));
    }

    private JsonObject Switch(int depth, bool isInLoop)
    {
        var cases = Enumerable.Range(0, 2).Select(n => new JsonObject
        {
            ["label"] = $"c{n}",
            ["condition"] = Literal(_choices.Coin()),
            ["activity"] = Any(depth - 1, isInLoop),
        });
        var made = With(Make("Elsa.Switch", ("mode", _choices.Of("MatchFirst", "MatchAny"))), "cases", new JsonArray([.. cases]));
        return With(made, "default", Any(depth - 1, isInLoop));
    }

    private JsonObject Flowchart(int depth)
    {
        var chart = new GeneratedFlowchart(_choices, Make, Event, () => Any(depth - 1, isInLoop: false));
        return chart.Draw();
    }

    private JsonObject Event()
    {
        var made = Make("Elsa.Event", ("eventName", _choices.Of([.. Events])));
        made["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "go" } };
        return made;
    }

    private JsonObject Log()
    {
        var made = Make("Elsa.SetVariable", ("value", Script("(getlog() || '') + newGuid().substring(0, 2)")));
        made["variable"] = new JsonObject { ["id"] = "log" };
        return made;
    }

    private JsonObject Items(JsonObject loop)
    {
        loop["items"] = Script(_choices.Of("[1, 2]", "[]", "['a']"));
        return loop;
    }

    private JsonObject Make(string type, params (string Name, JsonNode Value)[] inputs)
    {
        var made = new JsonObject { ["id"] = $"n{_ids++}", ["type"] = type };
        foreach (var (name, value) in inputs) made[name] = value;
        return made;
    }

    private static JsonObject With(JsonObject node, string member, JsonNode value)
    {
        node[member] = value;
        return node;
    }

    private static JsonObject Script(string source) => new()
    {
        ["typeName"] = "Object",
        ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = source },
    };

    private static JsonObject Literal(bool value) => new() { ["type"] = "Literal", ["value"] = value };

    private static JsonObject Variable(string name, string type, string? value = null) =>
        new() { ["id"] = name, ["name"] = name, ["typeName"] = type, ["value"] = value };
}
