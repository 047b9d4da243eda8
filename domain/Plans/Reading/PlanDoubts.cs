namespace Supervision.Plans;

/// <summary>The doubts a reader raises, with their sentences: one place to read them, and to correct them.</summary>
internal static class PlanDoubts
{
    public const int QuoteLengthMax = 40;

    public static PlanDoubt MissingOwner(PlanNode item) => new(
        item.Line, item.Title, PlanDoubtKind.MissingOwner, "未读出牵头单位或责任单位，请指定牵头单位。", null);

    public static PlanDoubt MissingDeadline(PlanNode item) => new(
        item.Line, item.Title, PlanDoubtKind.MissingDeadline, "未读出完成时限，请确定截止日期或反馈周期。", null);

    public static PlanDoubt NumberingJumps(PlanPart part, string? expected) => new(
        part.Line,
        Shorten(part.Title),
        PlanDoubtKind.UnclearStructure,
        $"编号“{part.Number?.Key}”与前文不连续，请核对是否缺段或误编。",
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

    public static PlanDoubt Misread(int line, string quote, string name) => new(
        line, quote, PlanDoubtKind.OcrSuspect, $"名录中没有“{quote}”，与“{name}”仅一字之差，请与原件核对；原文未改。", name);

    public static PlanDoubt Ambiguous(int line, string quote, IEnumerable<string> names) => new(
        line, quote, PlanDoubtKind.AmbiguousName, $"“{quote}”可能指{string.Join('、', names)}，请指明。", null);

    public static PlanDoubt UnknownName(NamedAgency agency) => new(
        agency.Line ?? 1, agency.Quote, PlanDoubtKind.UnknownName, $"组织机构中没有“{agency.Quote}”，请选择对应单位或补录别名。", null);

    public static PlanDoubt UnknownPlace(int line, string quote) => new(
        line, quote, PlanDoubtKind.UnknownName, $"名录中没有“{quote}”，可能误写或尚未收录，请与原件核对；原文未改。", null);

    public static PlanDoubt MoreThanCounties(int line, string quote, int counties) => new(
        line, quote, PlanDoubtKind.UnclearNumber, $"全市有{counties}个县区，此数多于县区数，请核对所指对象。", null);

    public static PlanDoubt YearOpen(PlanDeadline deadline, string? suggestion) => new(
        deadline.Line ?? 1, deadline.Quote, PlanDoubtKind.AmbiguousHorizon, "时限没有写年份，而方案跨多个年度，请确定年份。", suggestion);

    public static PlanDoubt DayOpen(PlanDeadline deadline, (DateOnly DayFirst, DateOnly MonthFirst) both) => new(
        deadline.Line ?? 1, deadline.Quote, PlanDoubtKind.AmbiguousHorizon,
        $"“{deadline.Quote}”可能是{both.DayFirst:yyyy年M月d日}，也可能是{both.MonthFirst:yyyy年M月d日}，请确定日期。", null);

    public static PlanDoubt HorizonOpen(PlanTarget target, int line, string? suggestion) => new(
        target.Line ?? line, target.Quote, PlanDoubtKind.AmbiguousHorizon, "前文有不止一个目标年份，请确定此目标属于哪一年。", suggestion);

    public static PlanDoubt UnclearNumber(int line, string quote) => new(
        line, quote, PlanDoubtKind.UnclearNumber, "数值不确切，请确定考核时采用的数值。", null);

    public static PlanDoubt Regulation(int line, string title) => new(
        line, Shorten(title), PlanDoubtKind.Other, "本文是分条规定的制度文件，不是方案，未提出任务；如确需督办，请手工录入。", null);

    private static string Shorten(string text) => text[..Math.Min(text.Length, QuoteLengthMax)];
}
