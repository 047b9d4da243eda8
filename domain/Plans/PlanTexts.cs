using System.Text.Json;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What people write in a plan, and whether two things say the same.</summary>
internal static class PlanTexts
{
    public static readonly Term Title = new("标题", "title");
    public static readonly Term Content = new("内容", "content");
    public static readonly Term Reason = new("理由", "reason");
    public static readonly Term Opinion = new("意见", "opinion");
    public static readonly Term How = new("处理情况", "how");
    public static readonly Term EvidenceRule = new("佐证要求", "evidence rule");

    public static Decision? Refused(string? text, Term field, int lengthMax = TaskRules.TextLengthMax) =>
        string.IsNullOrWhiteSpace(text) ? Decision.Refuse(TaskRefusals.TextMissing, field)
        : text.Length > lengthMax ? Decision.Refuse(TaskRefusals.TextTooLong, field, lengthMax)
        : text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? Decision.Refuse(TaskRefusals.TextUnfit, field)
        : null;

    public static Decision? OptionalRefused(string? text, Term field) => string.IsNullOrEmpty(text) ? null : Refused(text, field);

    /// <summary>As the ledger would keep them: lists count by what is in them.</summary>
    public static bool AreSame<T>(T a, T b) => JsonSerializer.Serialize(a, FactJson.Options) == JsonSerializer.Serialize(b, FactJson.Options);
}
