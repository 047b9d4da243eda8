namespace Supervision.Plans;

/// <summary>Why a file is not read, in both languages, each with a way out.</summary>
internal static class PlanRefusals
{
    public static PlanReading.Unreadable Empty() => new(
        "plan.empty",
        "文件是空的，没有可读取的内容。请选择含有方案正文的文件。",
        "The file is empty. Choose the file that holds the text of the plan.");

    public static PlanReading.Unreadable FormatNotRead(string fileName) => new(
        "plan.format-not-read",
        $"“{fileName}”的格式暂不能读取。请另存为纯文本（.txt）或 Markdown（.md）后再导入。",
        $"The format of \"{fileName}\" is not read yet. Save it as plain text (.txt) or Markdown (.md) and import that.");

    public static PlanReading.Unreadable TooLarge(long bytes) => new(
        "plan.too-large",
        $"文件有 {bytes} 字节，超过上限 {PlanLimits.BytesMax} 字节。请去掉图片和附件，或分成几个文件。",
        $"The file has {bytes} bytes, more than {PlanLimits.BytesMax}. Leave out pictures and annexes, or split it.");

    public static PlanReading.Unreadable TooManyLines(int lines) => new(
        "plan.too-many-lines",
        $"文件有 {lines} 行，超过上限 {PlanLimits.LinesMax} 行。请分成几个文件。",
        $"The file has {lines} lines, more than {PlanLimits.LinesMax}. Split it into several files.");

    public static PlanReading.Unreadable TooManyParts() => new(
        "plan.too-many-parts",
        $"编号段落超过上限 {PlanLimits.NodesMax} 个。请确认这是一份方案，或分成几个文件。",
        $"The text has more than {PlanLimits.NodesMax} numbered parts. Make sure it is one plan, or split it.");

    public static PlanReading.Unreadable NotText() => new(
        "plan.not-text",
        "无法按 UTF-8、UTF-16 或 GB18030 读出文字。请用文本编辑器打开原文件，另存为 UTF-8 后再导入。",
        "The bytes are no text in UTF-8, UTF-16 or GB18030. Open the original in an editor and save it as UTF-8.");

    public static PlanReading.Unreadable NoOutline() => new(
        "plan.no-outline",
        "正文中没有“一、”“（一）”“1.”这样的编号，无法分出任务。请补上编号，或手工录入任务。",
        "The text has no numbering such as 一、 （一） 1., so no tasks can be told apart. Add it, or enter them by hand.");
}
