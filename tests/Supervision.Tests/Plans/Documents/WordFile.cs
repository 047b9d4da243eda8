using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Supervision.Tests.Plans.Documents;

/// <summary>Writes small docx files as Word does; the body and the definitions are given as XML of WordprocessingML.</summary>
internal static class WordFile
{
    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>Chapters 一、, sections （一）, articles 1., points （1） and ①, as an official template numbers them.</summary>
    public static readonly string OfficialList =
        "<w:abstractNum w:abstractNumId=\"7\">"
        + Level(0, "chineseCountingThousand", "%1、") + Level(1, "chineseCounting", "（%2）") + Level(2, "decimal", "%3.")
        + Level(3, "decimal", "（%4）") + Level(4, "decimalEnclosedCircleChinese", "%5")
        + "</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>";

    public static byte[] Of(string body, string numbering = "", string styles = "")
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document($"<w:document {Space}><w:body>{body}</w:body></w:document>");
            if (numbering.Length > 0)
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"<w:numbering {Space}>{numbering}</w:numbering>");
            if (styles.Length > 0)
                main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"<w:styles {Space}>{styles}</w:styles>");
        }

        return stream.ToArray();
    }

    public static string Level(int level, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    public static string P(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <summary>A paragraph of list 3.</summary>
    public static string Item(int level, string text, int list = 3) =>
        P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    public static string Table(int columns, params string[] rows) =>
        $"<w:tbl><w:tblPr/><w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"1000\"/>", columns))}</w:tblGrid>{string.Concat(rows)}</w:tbl>";
}
