using System.Text.Json;
using Supervision.Workflows.Activities;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows;

/// <summary>Something in a definition that publishing refuses.</summary>
/// <param name="Path">The node id, and after a dot the property.</param>
public sealed record DefinitionFault(string Path, string Chinese, string English);

/// <summary>Looks for what a running instance would stumble over. Drafts may hold anything; published definitions may not.</summary>
public static class DefinitionCheck
{
    public static IReadOnlyList<DefinitionFault> ForPublishing(WorkflowDefinition definition) =>
    [
        .. OfDefinition(definition),
        .. definition.Nodes.Values.OrderBy(node => definition.NodeId(node.Id), StringComparer.Ordinal)
            .SelectMany(node => OfNode(node).Select(fault => fault with { Path = definition.NodeId(node.Id) + fault.Path })),
    ];

    private static IEnumerable<DefinitionFault> OfDefinition(WorkflowDefinition definition)
    {
        if (definition.DefinitionId.Length == 0)
            yield return new("definitionId", "缺少流程定义编号。", "The definition has no definition id.");
        if (definition.AsksForTokens)
            yield return new("customProperties", "不支持令牌模式的流程图；请使用计数模式。", "Token-based flowcharts are not supported; use the counter-based mode.");
        foreach (var id in definition.DuplicateIds)
            yield return new(id, $"活动编号“{id}”重复。", $"The activity id '{id}' is used twice.");
    }

    private static IEnumerable<DefinitionFault> OfNode(ActivityNode node) =>
    [
        .. OfType(node),
        .. node.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal).SelectMany(input => OfExpression(input.Key, input.Value)),
        .. node.Type.StartsWith("Supervision.", StringComparison.Ordinal) ? OfInputs(node) : [],
        .. ActivityCatalogue.Find(node.Type)?.Check(node) ?? [],
        .. StartTriggers.Check(node),
        .. node.Type == Flowchart.TypeName ? OfFlowchart(node) : [],
    ];

    private static IEnumerable<DefinitionFault> OfType(ActivityNode node)
    {
        if (node.Type.Contains("Http", StringComparison.Ordinal))
            yield return new("", $"不允许在流程中使用 HTTP 活动（{node.Type}）。", $"HTTP activities are not allowed in a process ({node.Type}).");
        else if (node.Workflow is null && ActivityCatalogue.Find(node.Type) is null)
            yield return new("", $"未知的活动类型“{node.Type}”。", $"Unknown activity type '{node.Type}'.");
        if (node.Json.Get("customProperties").Text("mergeMode").Length > 0)
            yield return new(".mergeMode", "合并方式属于令牌模式，不受支持；请使用汇合活动。", "A merge mode belongs to token-based flowcharts; use a Join activity.");
    }

    private static IEnumerable<DefinitionFault> OfExpression(string input, Expression expression)
    {
        if (!ExpressionLanguages.Knows(expression.Kind))
        {
            yield return new($".{input}", $"不支持“{expression.Kind}”表达式。", $"Expressions in '{expression.Kind}' are not supported.");
        }
        else if (ExpressionLanguages.Check(expression) is { } wrong)
        {
            yield return new($".{input}", $"{expression.Kind} 有语法错误：{wrong}", $"The {expression.Kind} has a syntax error: {wrong}");
        }
    }

    private static IEnumerable<DefinitionFault> OfInputs(ActivityNode node)
    {
        foreach (var input in ActivityCatalogue.Find(node.Type)?.Descriptor.Inputs ?? [])
        {
            if (!node.Inputs.TryGetValue(input.Name, out var expression))
            {
                if (input is { IsRequired: true, Default: null })
                    yield return new($".{input.Name}", $"缺少“{input.Chinese}”。", $"'{input.English}' is missing.");
            }
            else if (expression.Kind == "Literal")
            {
                if (OfLiteral(input, expression.Value) is { } fault) yield return fault;
            }
        }
    }

    private static DefinitionFault? OfLiteral(InputDescriptor input, JsonElement value)
    {
        var text = ValueTypes.ToText(value) ?? "";
        if (text.Length == 0)
            return input.IsRequired ? new($".{input.Name}", $"“{input.Chinese}”为空。", $"'{input.English}' is empty.") : null;
        if (input.TypeName == "Int32" && ValueTypes.ToWholeNumber(value) is null)
            return new($".{input.Name}", $"“{input.Chinese}”应为整数，现为“{text}”。", $"'{input.English}' must be a whole number; it is '{text}'.");
        if (!input.Options.IsEmpty && !input.Options.Contains(text))
        {
            var options = string.Join(", ", input.Options);
            return new($".{input.Name}", $"“{input.Chinese}”不能是“{text}”；可用：{options}。", $"'{input.English}' may not be '{text}'; it may be {options}.");
        }

        return null;
    }

    private static IEnumerable<DefinitionFault> OfFlowchart(ActivityNode flowchart)
    {
        foreach (var arrow in flowchart.Dangling)
            yield return new(".connections", $"连线 {arrow.Key} 的一端不存在。", $"The connection {arrow.Key} has no activity at one end.");
        if (Flowchart.StartOf(flowchart, trigger: null) is not { } start)
        {
            yield return new(".activities", "流程图中没有活动。", "The flowchart has no activities.");
            yield break;
        }

        var graph = new FlowGraph(flowchart, start);
        if (flowchart.Children.Length > 1 && !graph.From(start.Id).Any())
            yield return new($":{start.Id}", "起始活动没有连出的连线。", "Nothing follows the start.");
        var reachable = StartTriggers.Among(flowchart.Children)
            .SelectMany(trigger => new FlowGraph(flowchart, trigger).Reachable).Concat(graph.Reachable).ToHashSet(StringComparer.Ordinal);
        foreach (var child in flowchart.Children.Where(child => !reachable.Contains(child.Id)))
            yield return new($":{child.Id}", $"从起点无法到达“{child.DisplayText}”。", $"'{child.DisplayText}' cannot be reached from the start.");
        foreach (var arrow in graph.Illegal)
            yield return new(".connections", $"回退连线 {arrow.Key} 跳入循环中间。", $"The backward connection {arrow.Key} jumps into the middle of a loop.");
    }
}
