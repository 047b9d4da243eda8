namespace Supervision.Plans;

/// <summary>The doubts a reader raises, with their sentences: one place to read them, and to correct them.</summary>
internal static class PlanDoubts
{
    public const int QuoteLengthMax = 40;

    public static PlanDoubt MissingOwner(PlanNode item) => new(
        item.Line, item.Title, PlanDoubtKind.MissingOwner, "未读出牵头单位或责任单位，请指定牵头单位。", null);

    public static PlanDoubt MissingDeadline(PlanNode item) => new(
        item.Line, item.Title, PlanDoubtKind.MissingDeadline, "未读出完成时限，请确定截止日期或反馈周期。", null);

    public static PlanDoubt NumberingJumps(PlanNode node, string? expected) => new(
        node.Line,
        Shorten(node.Title),
        PlanDoubtKind.UnclearStructure,
        $"编号“{node.Key}”与前文不连续，请核对是否缺段或误编。",
        expected);

    public static PlanDoubt CutSentence(int line, string text) => new(
        line,
        text[^Math.Min(text.Length, QuoteLengthMax)..],
        PlanDoubtKind.UnclearStructure,
        "本段不以句末标点结束，可能被截断，请与原件核对。",
        null);

    public static PlanDoubt NoTitle(string fileName) => new(
        1, Shorten(fileName), PlanDoubtKind.UnclearStructure, "未找到方案标题，暂以文件名代替，请填写标题。", null);

    public static PlanDoubt NoTasks(int line) => new(
        line, "", PlanDoubtKind.UnclearStructure, "未识别出任务部分，请核对各章是否为任务。", null);

    public static PlanDoubt TableNotRead(int line, string text) => new(
        line, Shorten(text), PlanDoubtKind.Other, "表格未按行列读取，内容保留在正文中，请人工核对。", null);

    private static string Shorten(string text) => text[..Math.Min(text.Length, QuoteLengthMax)];
}
