namespace Supervision.Plans;

/// <summary>Whether a chapter gives tasks, or says why, by which principles and with which safeguards.</summary>
internal static class PartPurpose
{
    // The fixed headings of the genre; what has none of these words gives tasks.
    private static readonly string[] ContextWords =
    [
        "总体要求", "总体思路", "指导思想", "基本原则", "工作原则", "总体目标", "主要目标", "工作目标", "发展目标", "目标要求",
        "工作要求", "有关要求", "相关要求", "保障措施", "保障机制", "组织保障", "组织领导", "组织实施", "实施保障", "工作保障",
        "强化保障", "加强保障", "实施步骤", "工作步骤", "时间安排", "背景", "基础和形势", "现状", "附则",
    ];

    private static readonly string[] TaskWords = ["任务", "举措", "行动", "工程", "重点工作"];

    public static bool IsContext(string title) =>
        ContextWords.Any(word => title.Contains(word, StringComparison.Ordinal))
        && !TaskWords.Any(word => title.Contains(word, StringComparison.Ordinal));
}
