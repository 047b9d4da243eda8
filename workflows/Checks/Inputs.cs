using System.Text.Json;
using Supervision.Definitions;
using Supervision.Workflows.Activities;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Checks;

/// <summary>Inputs that are missing, of the wrong type, or not among the allowed words.</summary>
internal static class Inputs
{
    /// <summary>How the types of the office's own activities begin.</summary>
    public const string OfficePrefix = "Supervision.";

    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
        from node in at.Nodes
        where ActivityCatalogue.Find(node.Type) is not null
        from finding in Find(at, node, ActivityCatalogue.Find(node.Type)!)
        select finding;

    private static IEnumerable<DefinitionFinding> Find(CheckedDefinition at, ActivityNode node, Activity activity)
    {
        foreach (var fault in activity.Check(node))
            yield return at.Judge(node, fault.Path.TrimStart('.'), "input-unfit", fault.Chinese, fault.English);
        // A trigger that cannot be set would start nothing and say nothing.
        foreach (var fault in StartTriggers.Check(node))
            yield return at.Refuse(node, fault.Path.TrimStart('.'), "trigger-unfit", fault.Chinese, fault.English);
        foreach (var input in activity.Descriptor.Inputs)
        {
            if (!node.Inputs.TryGetValue(input.Name, out var expression))
            {
                if (input is { IsRequired: true, Default: null })
                    yield return at.Judge(node, input.Name, "input-missing", $"缺少“{input.Chinese}”；请填写。", $"'{input.English}' is missing; fill it in.");
            }
            else if (expression.Kind == "Literal" && OfLiteral(at, node, input, expression.Value) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static DefinitionFinding? OfLiteral(CheckedDefinition at, ActivityNode node, InputDescriptor input, JsonElement value)
    {
        var text = ValueTypes.ToText(value) ?? "";
        if (text.Length == 0)
        {
            return input.IsRequired
                ? at.Judge(node, input.Name, "input-missing", $"“{input.Chinese}”为空；请填写。", $"'{input.English}' is empty; fill it in.")
                : null;
        }

        if (input.TypeName == "Int32" && ValueTypes.ToWholeNumber(value) is null)
        {
            return at.Judge(
                node, input.Name, "input-unfit",
                $"“{input.Chinese}”应为整数，现为“{text}”。", $"'{input.English}' must be a whole number; it is '{text}'.");
        }

        if (input.Options.IsEmpty || input.Options.Contains(text)) return null;
        var options = string.Join(", ", input.Options);
        return at.Judge(
            node, input.Name, "input-unfit",
            $"“{input.Chinese}”不能是“{text}”；可用：{options}。", $"'{input.English}' may not be '{text}'; it may be {options}.");
    }
}
