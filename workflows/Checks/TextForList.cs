using Supervision.Definitions;

namespace Supervision.Workflows.Checks;

/// <summary>JSON text where a list is meant: ours and the real engine take it for one text (cases 063, 084, 091).</summary>
internal static class TextForList
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
    [
        .. from node in at.Nodes
           where node.Type == ElsaTypes.ParallelForEach && IsText(node, "items")
           select at.Advise(
               node, "items", "items-of-text",
               "以 Object 文本给出的各项不会被逐项执行（一项也没有）；请改用 JavaScript 数组。",
               "Items given as Object text are no items: nothing runs; use a JavaScript array."),
        .. from node in at.Nodes
           where node.Type == ElsaTypes.Complete && IsText(node, "outcomes")
           select at.Advise(
               node, "outcomes", "outcomes-of-text",
               "以 Object 文本给出的结果是一个以整段文本为名的结果；请改用 JavaScript 数组或直接填写。",
               "Outcomes given as Object text are one outcome of that whole name; use a JavaScript array or a literal."),
    ];

    private static bool IsText(ActivityNode node, string input) =>
        node.Inputs.TryGetValue(input, out var expression) && Literals.IsJsonText(expression);
}
