using System.IO.Compression;
using System.Text;

namespace Supervision.Tests.Plans.Documents;

/// <summary>Writes small xlsx files part by part, so that a test may let them lie.</summary>
internal static class SheetFile
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private static readonly string Styles =
        "<numFmts count=\"1\"><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
        + "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"176\"/></cellXfs>";

    /// <summary>A workbook of sheets; each is the XML inside <c>worksheet</c>. Styles 1 to 3: a date, a percentage, a month.</summary>
    public static byte[] Of(params (string Name, string Xml)[] sheets) => Zip.Of(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + Override("workbook", "sheet.main") + Override("styles", "styles") + string.Concat(sheets.Select((_, i) => Override($"sheet{i}", "worksheet"))) + "</Types>"),
        ("_rels/.rels", Relations(Relation("r", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"<workbook {Main}><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name.TrimStart('~')}\" sheetId=\"{i + 1}\"{(sheet.Name[0] == '~' ? " state=\"hidden\"" : "")} r:id=\"s{i}\"/>"))}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relations(string.Concat(sheets.Select((_, i) => Relation($"s{i}", "worksheet", $"sheet{i}.xml"))) + Relation("st", "styles", "styles.xml"))),
        ("xl/styles.xml", $"<styleSheet {Main}>{Styles}</styleSheet>"),
        .. sheets.Select((sheet, i) => ($"xl/sheet{i}.xml", $"<worksheet {Main}>{sheet.Xml}</worksheet>")),
    ]);

    public static string Rows(params string[][] rows) =>
        $"<sheetData>{string.Concat(rows.Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Select(Text))}</row>"))}</sheetData>";

    public static string Text(string text) => text.StartsWith('<') ? text : $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Override(string part, string type) =>
        $"<Override PartName=\"/xl/{part}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml\"/>";

    private static string Relations(string inner) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";

    private static string Relation(string id, string type, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"/>";
}

/// <summary>Writes zip files.</summary>
internal static class Zip
{
    public static byte[] Of(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The archive with one part put in place of another.</summary>
    public static byte[] With(byte[] content, string name, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)?.Delete();
            using var entry = archive.CreateEntry(name).Open();
            write(entry);
        }

        return stream.ToArray();
    }
}
