using System.Globalization;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;
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
        Literal(node, WaitRules.Role) is { } role ? RoleLabels.OfName(role).In(language)
        : Literal(node, "to") is { } to ? Ranks.ContainsKey(to) ? Word(Ranks, to) : RoleLabels.OfName(to).In(language)
        : Literal(node, "what") is { } what ? Word(Ranks, what)
        : "";

    // A number that a script decides is not said.
    private string Counting(ActivityNode node)
    {
        var (of, needed) = (Literal(node, AskForApproval.Approvers), Literal(node, AskForApproval.QuorumCount));
        return (Literal(node, AskForApproval.Mode), of, needed) switch
        {
            (AskForApproval.All, { }, _) => Say($"{of}人全部同意", $"all {of}"),
            (AskForApproval.All, _, _) => Say("全部同意", "all of them"),
            (AskForApproval.Any, { }, _) => Say($"{of}人中任一人", $"any of {of}"),
            (AskForApproval.Any, _, _) => Say("任一人", "any of them"),
            (AskForApproval.Quorum, { }, { }) => Say($"{of}人中{needed}人同意", $"{needed} of {of}"),
            (AskForApproval.Quorum, _, _) => Say("达到规定人数", "a quorum"),
            _ => "",
        };
    }

    private string Limit(ActivityNode node)
    {
        var working = Number(node, WaitTerms.LimitWorkingDays);
        if ((working ?? Number(node, WaitTerms.LimitDays)) is not { } days) return "";
        var unit = working is null ? Say("日", days == 1 ? "day" : "days") : Say("个工作日", days == 1 ? "working day" : "working days");
        return Literal(node, WaitTerms.LimitBase) switch
        {
            null => Say($"{days}{unit}内", $"within {days} {unit}"),
            TaskRules.AssignedOnBase => Say($"交办后{days}{unit}内", $"within {days} {unit} of assignment"),
            TaskRules.DueOnBase when days == 0 => Say("至办结期限", "by the due date"),
            TaskRules.DueOnBase when days < 0 => Say($"期限前{-days}{unit}", $"{-days} {unit} before the due date"),
            TaskRules.DueOnBase => Say($"期限后{days}{unit}内", $"within {days} {unit} after the due date"),
            var other => Say($"自 {other} 起{days}{unit}内", $"within {days} {unit} of {other}"),
        };
    }

    private static int? Number(ActivityNode node, string input) =>
        int.TryParse(Literal(node, input), CultureInfo.InvariantCulture, out var number) ? number : null;

    private string After(ActivityNode node) =>
        Number(node, "afterWorkingDays") is > 0 and var days
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
