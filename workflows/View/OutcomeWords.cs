using Supervision.Language;

namespace Supervision.Workflows.View;

/// <summary>
/// Outcomes and ports in both languages: first in the few words that fit an arrow, then in those of the designer. A word that is
/// in neither is the author's own and stays as it is.
/// </summary>
internal static class OutcomeWords
{
    private const string Unsaid = "Done";

    private static readonly Dictionary<string, Term> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Approve"] = new("同意", "approve"),
        ["Reject"] = new("不同意", "reject"),
        ["Return"] = new("退回", "return"),
        ["Feedback"] = new("反馈", "feedback"),
        ["Decision"] = new("决定", "decision"),
        ["Extension"] = new("延期", "extension"),
        ["Stages"] = new("分阶段推进", "stages"),
        ["Changes"] = new("调整", "changes"),
        ["Reports"] = new("反馈", "reports"),
        ["Completion"] = new("办结", "completion"),
        ["Returned"] = new("退回", "returned"),
        ["Verified"] = new("通过", "verified"),
        ["Escalated"] = new("已升级", "escalated"),
        ["Timeout"] = new("超时", "timeout"),
        ["True"] = new("是", "yes"),
        ["False"] = new("否", "no"),
        ["Default"] = new("其他", "otherwise"),
        ["root"] = new("内容", "inside"),
        ["then"] = new("是", "yes"),
        ["else"] = new("否", "no"),
        ["body"] = new("每次", "each time"),
    };

    /// <summary>The label of an arrow that is followed by these outcomes; empty where there is only the plain one.</summary>
    public static string Of(IEnumerable<string> ports, PictureLanguage language) => string.Join(
        language == PictureLanguage.Chinese ? "、" : " / ", ports.Where(port => port != Unsaid).Select(port => Of(port, language)).Distinct());

    public static string Of(string port, PictureLanguage language) =>
        TextFit.Clean((Words.TryGetValue(port, out var word) ? word : DesignerWords.OfOutcome(port)).In(language));

    /// <summary>Whether a reader of this language can read it.</summary>
    public static bool Knows(string port) => port == Unsaid || Words.ContainsKey(port) || DesignerWords.OfOutcome(port).Chinese != port || port.Any(c => c > 0x2E80);
}
