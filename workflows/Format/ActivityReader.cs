using System.Collections.Immutable;
using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>Reads activity nodes: which members are inputs, outputs, embedded activities, is told by their shape.</summary>
/// <param name="workflows">Finds the workflow that a node stands for, where its type is no activity's.</param>
internal sealed class ActivityReader(Func<ActivityUse, WorkflowDefinition?> workflows)
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "activities", "connections", "variables",
        "cases", "variable", "canStartWorkflow", "runAsynchronously",
    };

    // Lists of activities that containers carry: Flowchart, Sequence, Parallel; Fork.
    private static readonly string[] Lists = ["activities", "branches"];

    public static bool IsReserved(string member) => Reserved.Contains(member);

    /// <summary>True for the members that hold a list of activities.</summary>
    public static bool IsList(string member) => Lists.Contains(member);

    public static bool IsActivity(JsonElement value) => value.Text("type").Length > 0 && value.Text("id").Length > 0;

    public ActivityNode Read(JsonElement json)
    {
        var (id, type, name) = (json.Text("id"), json.Text("type"), json.Text("name"));
        if (id.Length == 0 || type.Length == 0)
            throw new DefinitionFormatException($"An activity has no id or no type: {json.GetRawText()[..Math.Min(80, json.GetRawText().Length)]}");

        var display = json.Get("metadata").Text("displayText");
        var children = Lists.SelectMany(list => json.Items(list)).Where(IsActivity).Select(Read).ToImmutableArray();
        var (connections, dangling) = ConnectionReader.Read(json, children);
        // Elsa writes the start of a flowchart and does not read it; in a For it is an input.
        var members = json.EnumerateObject()
            .Where(member => !Reserved.Contains(member.Name) && (member.Name != "start" || type != Activities.Flowchart.TypeName)).ToArray();
        return new ActivityNode
        {
            Id = id,
            Type = type,
            Name = name,
            DisplayText = display.Length > 0 ? display : name.Length > 0 ? name : id,
            CanStartWorkflow = json.Flag("canStartWorkflow") || json.Get("customProperties").Flag("canStartWorkflow"),
            Inputs = Inputs(members),
            Outputs = Outputs(members),
            Ports = Ports(members),
            Children = children,
            Cases = Cases(json),
            Workflow = Activities.ActivityCatalogue.Find(type) is null ? workflows(ActivityUse.Of(json)) : null,
            Connections = connections,
            Dangling = dangling,
            Variables = DefinitionReader.Variables(json),
            Json = json,
        };
    }

    // Plain dictionaries: a definition is read more often than any of its nodes is looked at.
    private static Dictionary<string, Expression> Inputs(JsonProperty[] members) => members
        .Select(member => (member.Name, Input: ReadInput(member.Value)))
        .Where(member => member.Input is not null)
        .ToDictionary(member => member.Name, member => member.Input!, StringComparer.Ordinal);

    private static Dictionary<string, string> Outputs(JsonProperty[] members) => members
        .Where(member => member.Value.Get("expression").ValueKind == JsonValueKind.Undefined)
        .Select(member => (member.Name, Variable: member.Value.Get("memoryReference").Text("id")))
        .Where(member => member.Variable.Length > 0)
        .ToDictionary(member => member.Name, member => member.Variable, StringComparer.Ordinal);

    private Dictionary<string, ActivityNode> Ports(JsonProperty[] members) => members
        .Where(member => IsActivity(member.Value))
        .ToDictionary(member => member.Name, member => Read(member.Value), StringComparer.Ordinal);

    private static Expression? ReadInput(JsonElement value) => value.ValueKind switch
    {
        // Elsa takes a bare scalar as a literal.
        JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Expression.Literal(value),
        JsonValueKind.Object when value.Get("expression") is { ValueKind: JsonValueKind.Object } expression => ReadExpression(expression),
        _ => null,
    };

    private ImmutableArray<SwitchCase> Cases(JsonElement json) =>
    [
        .. json.Items("cases").Select(branch => new SwitchCase(
            branch.Text("label"),
            ReadExpression(branch.Get("condition")),
            IsActivity(branch.Get("activity")) ? Read(branch.Get("activity")) : null)),
    ];

    private static Expression ReadExpression(JsonElement expression) => new(expression.Text("type"), expression.Get("value"));
}
