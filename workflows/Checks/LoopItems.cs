using System.Text.Json;
using Supervision.Definitions;

namespace Supervision.Workflows.Checks;

/// <summary>Loops over items that come out otherwise in the real engine: it keeps one current item for all loops (case 098), and evaluates the items again after each wait.</summary>
internal static class LoopItems
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) => Nested(at).Concat(Shifting(at));

    private static IEnumerable<DefinitionFinding> Nested(CheckedDefinition at) =>
        from node in at.Nodes
        where IsOverItems(node) && at.Around(node).FirstOrDefault(IsOverItems) is { } outer && MentionsItem(outer)
        select at.Judge(
            node, "body", "differs-current-item",
            "内层循环有自己的当前项：在 Elsa 引擎中它会覆盖外层循环的当前项；请在外层循环中先把当前项存入变量。",
            "The inner loop has a current item of its own; in the Elsa engine it overwrites that of the outer loop; keep the outer item in a variable.");

    private static IEnumerable<DefinitionFinding> Shifting(CheckedDefinition at) =>
        from node in at.Nodes
        where IsOverItems(node) && node.Ports.TryGetValue("body", out var body) && Waiting.Has(body)
        where node.Inputs.ContainsKey("items")
        let items = VariableMentions.Of(node.Inputs["items"])
        let inside = VariableMentions.Of(Waiting.Everything(node.Ports["body"]))
        where Variables(at).Any(variable => items.Reads(variable) && inside.Sets(variable))
        select at.Judge(
            node, "items", "differs-items",
            "循环体改变了循环所遍历的内容：本系统只在开始时取一次，而 Elsa 引擎每次等待后重新取值；请遍历另一个变量。",
            "The body changes what the loop goes over: here the items are taken once, the Elsa engine takes them again after each wait; go over another variable.");

    private static IEnumerable<VariableDefinition> Variables(CheckedDefinition at) =>
        at.Definition.Variables.Concat(at.Nodes.SelectMany(node => node.Variables));

    private static bool IsOverItems(ActivityNode node) => node.Type is ElsaTypes.ForEach or ElsaTypes.ParallelForEach;

    private static bool MentionsItem(ActivityNode loop) =>
        loop.Json.Get("body") is { ValueKind: JsonValueKind.Object } body
        && (body.GetRawText().Contains("CurrentValue", StringComparison.Ordinal) || body.GetRawText().Contains("CurrentIndex", StringComparison.Ordinal));
}
