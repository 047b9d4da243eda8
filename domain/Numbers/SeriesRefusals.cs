using Supervision.Language;

namespace Supervision.Numbers;

/// <summary>What a rule of document numbers says no with.</summary>
public static class SeriesRefusals
{
    public static readonly Refusal NotAllowed = new("series.not-allowed",
        "文号由系统在交办时编定，您的岗位（{0}）不能编号或作废。",
        "Document numbers are allotted by the system when a task is assigned; your posts ({0}) cannot allot or void one.");

    public static readonly Refusal NotFound = new("series.not-found",
        "没有文号序列“{0}”，或您无权查看；请填写如 xzd-2026 的代码。",
        "There is no series \"{0}\" of document numbers, or you may not see it; give a code such as xzd-2026.");
}
