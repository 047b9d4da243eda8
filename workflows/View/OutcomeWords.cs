using Supervision.Language;

namespace Supervision.Workflows.View;

/// <summary>Outcomes and ports in both languages. A word that is not here is the author's own and stays as it is.</summary>
internal static class OutcomeWords
{
    private const string Unsaid = "Done";

    private static readonly Dictionary<string, Term> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Approved"] = new("同意", "approved"),
        ["Approve"] = new("同意", "approve"),
        ["Reject"] = new("不同意", "reject"),
        ["Return"] = new("退回", "return"),
        ["Rejected"] = new("不同意", "rejected"),
        ["Assigned"] = new("已交办", "assigned"),
        ["Acknowledged"] = new("已签收", "acknowledged"),
        ["Refused"] = new("退回", "refused"),
        ["Reports"] = new("反馈", "reports"),
        ["Reported"] = new("已反馈", "reported"),
        ["Completion"] = new("办结", "completion"),
        ["Submitted"] = new("已报送", "submitted"),
        ["Passed"] = new("通过", "passed"),
        ["Returned"] = new("退回", "returned"),
        ["Verified"] = new("通过", "verified"),
        ["Appraised"] = new("已评价", "appraised"),
        ["ClosedOut"] = new("已销号", "closed out"),
        ["Archived"] = new("已归档", "archived"),
        ["Escalated"] = new("已升级", "escalated"),
        ["Timeout"] = new("超时", "timeout"),
        ["True"] = new("是", "yes"),
        ["False"] = new("否", "no"),
        ["then"] = new("是", "yes"),
        ["else"] = new("否", "no"),
        ["Default"] = new("其他", "otherwise"),
        ["body"] = new("每次", "each time"),
        ["root"] = new("内容", "inside"),
    };

    /// <summary>The label of an arrow that is followed by these outcomes; empty where there is only the plain one.</summary>
    public static string Of(IEnumerable<string> ports, PictureLanguage language) => string.Join(
        language == PictureLanguage.Chinese ? "、" : " / ", ports.Where(port => port != Unsaid).Select(port => Of(port, language)).Distinct());

    public static string Of(string port, PictureLanguage language) =>
        Words.TryGetValue(port, out var word) ? word.In(language) : TextFit.Clean(port);

    /// <summary>Whether a reader of this language can read it.</summary>
    public static bool Knows(string port) => port == Unsaid || Words.ContainsKey(port) || port.Any(c => c > 0x2E80);
}
