using System.Text.Json;
using Supervision.Definitions;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>Variables that are used where there are none, and variables that are read and never get a value.</summary>
internal static class VariableUse
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) => Unknown(at).Concat(NeverSet(at));

    /// <summary>The variables that an activity gives a value, by its property.</summary>
    public static IEnumerable<(string Property, string Id)> Targets(ActivityNode node)
    {
        foreach (var (output, variable) in node.Outputs) yield return (output, variable);
        if (node.Type == ElsaTypes.SetVariable) yield return ("variable", node.Json.Get("variable").Text("id"));
    }

    private static IEnumerable<DefinitionFinding> Unknown(CheckedDefinition at) =>
        from node in at.Nodes
        let known = InScope(at, node).ToHashSet(StringComparer.Ordinal)
        from use in Targets(node).Concat(References(node))
        where !known.Contains(use.Id)
        select at.Judge(
            node, use.Property, "unknown-variable",
            $"这里没有编号为“{use.Id}”的变量；请选择已声明的变量。", $"There is no variable with the id '{use.Id}' here; choose one that is declared.");

    private static IEnumerable<DefinitionFinding> NeverSet(CheckedDefinition at)
    {
        var mentions = VariableMentions.Of(at.Nodes);
        return from declared in Declared(at)
               where IsEmpty(declared.Variable.Default) && mentions.Reads(declared.Variable) && !mentions.Sets(declared.Variable)
               select at.Judge(
                   declared.Holder, $"variables.{declared.Variable.Name}", "variable-never-set",
                   $"变量“{declared.Variable.Name}”被读取，却从未赋值，也没有默认值；请赋值或给出默认值。",
                   $"The variable '{declared.Variable.Name}' is read, is never set and has no default; set it or give it one.");
    }

    private static IEnumerable<(ActivityNode? Holder, VariableDefinition Variable)> Declared(CheckedDefinition at) =>
    [
        .. at.Definition.Variables.Select(variable => ((ActivityNode?)null, variable)),
        .. at.Nodes.SelectMany(node => node.Variables.Select(variable => ((ActivityNode?)node, variable))),
    ];

    private static IEnumerable<string> InScope(CheckedDefinition at, ActivityNode node) =>
    [
        .. at.Definition.Variables.Select(variable => variable.Id),
        .. at.Around(node).Prepend(node).SelectMany(container =>
            container.Variables.Concat(ActivityCatalogue.Find(container)?.GivenInside ?? [])).Select(variable => variable.Id),
    ];

    private static IEnumerable<(string Property, string Id)> References(ActivityNode node) =>
        from expression in Languages.Of(node)
        let id = VariableMentions.Reference(expression.Value)
        where id is not null
        select (expression.Name, id);

    private static bool IsEmpty(JsonElement value) =>
        value.IsNull() || (value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0);
}
