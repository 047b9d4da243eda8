using System.Globalization;
using Supervision.Language;
using Supervision.Workflows.Activities;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.View;

/// <summary>
/// The second line of a card: who, by when, for what. Only what the definition says literally; what a script decides is
/// not known here.
/// </summary>
internal sealed class DetailWords(PictureLanguage language)
{
    private static readonly Dictionary<string, Term> Ranks = new(StringComparer.Ordinal)
    {
        ["liaison"] = new("联络员", "liaison"),
        ["head"] = new("单位主要负责人", "head of agency"),
        ["leader-in-charge"] = new("分管领导", "leader in charge"),
        ["bulletin"] = new("通报", "bulletin"),
        ["interview"] = new("约谈", "interview"),
    };

    private static readonly Dictionary<string, Term> Joins = new(StringComparer.Ordinal)
    {
        [JoinRule.WaitAny] = new("任一分支到达", "any branch"),
        [JoinRule.WaitAll] = new("全部分支到达", "all branches"),
        [JoinRule.WaitAllActive] = new("全部有效分支到达", "all active branches"),
    };

    // Inputs that say in one line what an activity of Elsa's is about, in this order.
    private static readonly string[] Telling =
    [
        "eventName", "taskName", "workflowDefinitionId", "condition", "items", "timeSpan", "interval", "cronExpression",
        "dateTime", "outputName", "value", "correlationId", "message", "text", "script",
    ];

    public string Of(ActivityNode node) => string.Join(
        language == PictureLanguage.Chinese ? "，" : ", ", Parts(node).Where(part => part.Length > 0).Select(TextFit.Clean));

    private IEnumerable<string> Parts(ActivityNode node)
    {
        if (node.Type == FlowJoin.TypeName)
            return [Word(Joins, Literal(node, "mode") ?? JoinRule.WaitAny)];
        if (node.Type.StartsWith("Supervision.", StringComparison.Ordinal))
            return [Who(node), Counting(node), Limit(node), After(node)];
        var variable = node.Json.Get("variable").Text("name");
        var told = Telling.Select(name => Shown(node, name)).FirstOrDefault(text => text.Length > 0);
        return [variable.Length > 0 && told is not null ? $"{variable} = {told}" : variable + told];
    }

    private string Who(ActivityNode node) =>
        Literal(node, WaitTerms.Role) is { } role ? RoleLabels.OfName(role).In(language)
        : Literal(node, "to") is { } to ? Word(Ranks, to)
        : Literal(node, "what") is { } what ? Word(Ranks, what)
        : "";

    private string Counting(ActivityNode node)
    {
        var (of, needed) = (Literal(node, AskForApproval.Approvers), Literal(node, AskForApproval.QuorumCount));
        return Literal(node, AskForApproval.Mode) switch
        {
            AskForApproval.All => Say($"{of}人全部同意", $"all {of}"),
            AskForApproval.Any => Say($"{of}人中任一人", $"any of {of}"),
            AskForApproval.Quorum => Say($"{of}人中{needed}人同意", $"{needed} of {of}"),
            _ => "",
        };
    }

    private string Limit(ActivityNode node)
    {
        if (!int.TryParse(Literal(node, WaitTerms.LimitWorkingDays), CultureInfo.InvariantCulture, out var days)) return "";
        if (Literal(node, WaitTerms.LimitBase) is null)
            return Say($"{days}个工作日内", days == 1 ? "within 1 working day" : $"within {days} working days");
        return days == 0 ? Say("至办结期限", "by the due date")
            : days > 0 ? Say($"期限后{days}个工作日内", $"within {days} working days after the due date")
            : Say($"期限前{-days}个工作日", $"{-days} working days before the due date");
    }

    private string After(ActivityNode node) =>
        int.TryParse(Literal(node, "afterWorkingDays"), CultureInfo.InvariantCulture, out var days) && days > 0
            ? Say($"{days}个工作日后", days == 1 ? "after 1 working day" : $"after {days} working days")
            : "";

    private static string Shown(ActivityNode node, string input)
    {
        if (!node.Inputs.TryGetValue(input, out var expression)) return "";
        return expression.Kind is "Variable" or "Input" && expression.Value.Text("name") is { Length: > 0 } name
            ? name
            : ValueTypes.ToText(expression.Value) ?? "";
    }

    private static string? Literal(ActivityNode node, string input) =>
        node.Inputs.TryGetValue(input, out var expression)
            ? expression.Kind == "Literal" && ValueTypes.ToText(expression.Value) is { Length: > 0 } text ? text : null
            : ActivityCatalogue.Find(node.Type)?.Descriptor.Find(input)?.Default;

    private string Word(Dictionary<string, Term> words, string key) => words.TryGetValue(key, out var word) ? word.In(language) : key;

    private string Say(string chinese, string english) => language == PictureLanguage.Chinese ? chinese : english;
}
