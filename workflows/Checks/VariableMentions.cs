using System.Text.Json;
using System.Text.RegularExpressions;

namespace Supervision.Workflows.Checks;

/// <summary>Which variables some activities read and set, as far as the text of their expressions tells. Collected once, asked often.</summary>
internal sealed partial class VariableMentions
{
    private readonly HashSet<string> _idsRead = new(StringComparer.Ordinal);
    private readonly HashSet<string> _idsSet = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namesRead = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namesSet = new(StringComparer.Ordinal);

    public static VariableMentions Of(IEnumerable<ActivityNode> nodes)
    {
        var mentions = new VariableMentions();
        foreach (var node in nodes)
        {
            foreach (var (_, id) in VariableUse.Targets(node)) mentions._idsSet.Add(id);
            foreach (var (_, expression) in Languages.Of(node)) mentions.Add(expression);
        }

        return mentions;
    }

    public static VariableMentions Of(Expression expression)
    {
        var mentions = new VariableMentions();
        mentions.Add(expression);
        return mentions;
    }

    public bool Reads(VariableDefinition variable) => _idsRead.Contains(variable.Id) || Has(_namesRead, variable);

    public bool Sets(VariableDefinition variable) => _idsSet.Contains(variable.Id) || Has(_namesSet, variable);

    /// <summary>The id of the variable that an expression of kind Variable names; null for other kinds.</summary>
    public static string? Reference(Expression expression)
    {
        if (expression.Kind != "Variable") return null;
        var value = expression.Value.ValueKind == JsonValueKind.String
            ? Expressions.ValueTypes.TryParse(expression.Value.GetString()!) ?? expression.Value
            : expression.Value;
        return value.Text("id");
    }

    private void Add(Expression expression)
    {
        if (Reference(expression) is { } id) _idsRead.Add(id);
        if (expression.Kind is not ("JavaScript" or "Liquid") || expression.Value.ValueKind != JsonValueKind.String) return;

        var source = expression.Value.GetString()!;
        var words = Words().Matches(source).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var word in words.Where(word => word.Length > 3))
        {
            if (word.StartsWith("get", StringComparison.Ordinal)) _namesRead.Add(word[3..]);
            else if (word.StartsWith("set", StringComparison.Ordinal)) _namesSet.Add(word[3..]);
        }

        if (words.Contains("variables") || words.Contains("Variables") || words.Contains("getVariable")) _namesRead.UnionWith(words);
        if (words.Contains("setVariable")) _namesSet.UnionWith(words);
        _namesSet.UnionWith(Assignments().Matches(source).Select(match => match.Groups["name"].Value));
    }

    // Elsa writes getMyName for a variable myName.
    private static bool Has(HashSet<string> names, VariableDefinition variable) => variable.Name.Length > 0
        && (names.Contains(variable.Name) || names.Contains(char.ToUpperInvariant(variable.Name[0]) + variable.Name[1..]));

    [GeneratedRegex(@"[\p{L}_$][\p{L}\p{Nd}_$]*", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(@"\bvariables\s*\.\s*(?<name>[\p{L}_$][\p{L}\p{Nd}_$]*)\s*(=[^=]|\+=|-=|\+\+|--)", RegexOptions.NonBacktracking)]
    private static partial Regex Assignments();
}
