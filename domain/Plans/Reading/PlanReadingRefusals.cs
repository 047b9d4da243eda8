using Supervision.Language;

namespace Supervision.Plans;

/// <summary>Why a file is not read as a plan; each names a way out.</summary>
public static class PlanReadingRefusals
{
    public static readonly Refusal Empty = new("plan.empty",
        "文件是空的，没有可读取的内容。请选择含有方案正文的文件。",
        "The file is empty. Choose the file that holds the text of the plan.");

    public static readonly Refusal FormatNotRead = new("plan.format-not-read",
        "“{0}”的格式不能读取。请另存为 .docx、.xlsx、.csv、.txt、.md 或带文字的 .pdf 后再导入。",
        "The format of \"{0}\" is not read. Save it as .docx, .xlsx, .csv, .txt, .md or a .pdf with text and import that.");

    public static readonly Refusal OldOffice = new("plan.old-office",
        "“{0}”是旧版 Office 或 WPS 文件（.doc、.wps、.xls）。请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx 后再导入。",
        "\"{0}\" is a file of an old Office or WPS (.doc, .wps, .xls). Open it, save it as .docx or .xlsx and import that.");

    public static readonly Refusal Ofd = new("plan.ofd-not-read",
        "“{0}”是 OFD 版式文件，不能读取。请向发文单位索取 Word 文件，或用阅读器导出为带文字的 PDF 后再导入。",
        "\"{0}\" is an OFD file, which is not read. Ask the issuer for the Word file, or export it as a PDF with text.");

    public static readonly Refusal PasswordProtected = new("plan.password-protected",
        "“{0}”有密码保护，无法读取。请用密码打开，取消密码后另存，再导入。",
        "\"{0}\" is protected by a password. Open it with the password, save it without one and import that.");

    public static readonly Refusal Damaged = new("plan.damaged",
        "“{0}”已损坏、不完整，或含有不允许的结构。请重新取得文件，或用 Word、WPS 打开后另存一份再导入。",
        "\"{0}\" is damaged, incomplete or built in a way that is not allowed. Get it again, or open it and save a fresh copy.");

    public static readonly Refusal ExpandsTooFar = new("plan.expands-too-far",
        "“{0}”解压后的内容超过上限，未读取。请去掉图片和附件，或分成几个文件。",
        "\"{0}\" unpacks to more than is read. Leave out pictures and annexes, or split it.");

    public static readonly Refusal NoTextLayer = new("plan.scanned",
        "“{0}”里没有可读取的文字，像是扫描件或图片。请索取 Word 文件，或先做文字识别（OCR）并校对，再导入。",
        "\"{0}\" holds no text that can be read; it looks like a scan. Ask for the Word file, or run OCR and proof-read it first.");

    public static readonly Refusal NoTaskTable = new("plan.no-task-table",
        "表格中没有找到表头。请在首行写明“任务”和“牵头单位”“完成时限”等列名后再导入。",
        "The sheet has no header row. Name the columns, such as Task, Lead and Deadline, in its first row and import it again.");

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
