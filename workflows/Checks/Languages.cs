using System.Text.Json;
using Supervision.Definitions;
using Supervision.Workflows.Activities;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Checks;

/// <summary>Expressions in languages that do not run here, and scripts that cannot be parsed.</summary>
internal static class Languages
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
        from node in at.Nodes
        from input in Of(node)
        let finding = Find(at, node, input.Name, input.Value)
        where finding is not null
        select finding;

    /// <summary>The expressions of an activity by property; the conditions of its cases and its script are among them.</summary>
    public static IEnumerable<(string Name, Expression Value)> Of(ActivityNode node)
    {
        foreach (var (name, value) in node.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            var isScript = node.Type == ElsaTypes.RunJavaScript && name == RunJavaScript.Script && value is { Kind: "Literal", Value.ValueKind: JsonValueKind.String };
            yield return (name, isScript ? value with { Kind = "JavaScript" } : value);
        }

        foreach (var branch in node.Cases) yield return ($"cases.{branch.Label}", branch.Condition);
    }

    private static DefinitionFinding? Find(CheckedDefinition at, ActivityNode node, string input, Expression expression)
    {
        if (!ExpressionLanguages.Knows(expression.Kind))
        {
            return at.Refuse(
                node, input, "unknown-language",
                $"不支持“{expression.Kind}”表达式；请改用 JavaScript 或直接填写。", $"Expressions in '{expression.Kind}' are not supported; use JavaScript or a literal.");
        }

        return ExpressionLanguages.Check(expression) is { } wrong
            ? at.Refuse(node, input, "script-syntax", $"{expression.Kind} 有语法错误：{wrong}", $"The {expression.Kind} has a syntax error: {wrong}")
            : null;
    }
}
