using Supervision.Language;

namespace Supervision.Plans;

/// <summary>Why a file is not read as a plan; each names a way out.</summary>
public static class PlanReadingRefusals
{
    public static readonly Refusal Empty = new("plan.empty",
        "文件是空的，没有可读取的内容。请选择含有方案正文的文件。",
        "The file is empty. Choose the file that holds the text of the plan.");

    public static readonly Refusal FormatNotRead = new("plan.format-not-read",
        "“{0}”的格式暂不能读取。请另存为纯文本（.txt）或 Markdown（.md）后再导入。",
        "The format of \"{0}\" is not read yet. Save it as plain text (.txt) or Markdown (.md) and import that.");

    public static readonly Refusal TooLarge = new("plan.too-large",
        "文件有 {0} 字节，超过上限 {1} 字节。请去掉图片和附件，或分成几个文件。",
        "The file has {0} bytes, more than {1}. Leave out pictures and annexes, or split it.");

    public static readonly Refusal TooManyLines = new("plan.too-many-lines",
        "文件有 {0} 行，超过上限 {1} 行。请分成几个文件。",
        "The file has {0} lines, more than {1}. Split it into several files.");

    public static readonly Refusal TooManyParts = new("plan.too-many-parts",
        "编号段落超过上限 {0} 个。请确认这是一份方案，或分成几个文件。",
        "The text has more than {0} numbered parts. Make sure it is one plan, or split it.");

    public static readonly Refusal NotText = new("plan.not-text",
        "无法按 UTF-8、UTF-16 或 GB18030 读出文字。请用文本编辑器打开原文件，另存为 UTF-8 后再导入。",
        "The bytes are no text in UTF-8, UTF-16 or GB18030. Open the original in an editor and save it as UTF-8.");

    public static readonly Refusal NoOutline = new("plan.no-outline",
        "正文中没有“一、”“（一）”“1.”这样的编号，无法分出任务。请补上编号，或手工录入任务。",
        "The text has no numbering such as 一、 （一） 1., so no tasks can be told apart. Add it, or enter them by hand.");

    internal static PlanReading.Unreadable Say(this Refusal refusal, params object[] values)
    {
        var said = refusal.With(values);
        return new PlanReading.Unreadable(said.Code, said.Chinese, said.English);
    }
}
