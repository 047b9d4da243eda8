using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Supervision.Api.Sheets;

/// <summary>The parts of a workbook around its sheets.</summary>
internal static class SheetParts
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    // The formats that cells name by their place: plain, bold head, day.
    private const string Styles =
        "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
        + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        + "<xf fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf></cellXfs>";

    private static readonly XmlWriterSettings Format = new() { Encoding = new UTF8Encoding(false), CloseOutput = true };

    /// <summary>Begins a part with its root; disposing the writer ends both.</summary>
    public static XmlWriter Begin(ZipArchive archive, string name, string root)
    {
        var part = XmlWriter.Create(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), Format);
        part.WriteStartElement(root, Main);
        return part;
    }

    /// <summary>All that has to be there besides the sheets themselves.</summary>
    public static void WriteFrame(ZipArchive archive, IReadOnlyList<string> sheets)
    {
        using (var workbook = Begin(archive, "xl/workbook.xml", "workbook"))
        {
            workbook.WriteStartElement("sheets");
            for (var i = 1; i <= sheets.Count; i++)
            {
                workbook.WriteStartElement("sheet");
                workbook.WriteAttributeString("name", sheets[i - 1]);
                workbook.WriteAttributeString("sheetId", $"{i}");
                workbook.WriteAttributeString("r", "id", Office, $"s{i}");
                workbook.WriteEndElement();
            }
        }

        using (var styles = Begin(archive, "xl/styles.xml", "styleSheet"))
            styles.WriteRaw(Styles);

        var numbers = Enumerable.Range(1, sheets.Count).ToArray();
        Write(archive, "xl/_rels/workbook.xml.rels", Relations(
            [.. numbers.Select(i => ($"s{i}", "worksheet", $"worksheets/sheet{i}.xml")), ("st", "styles", "styles.xml")]));
        Write(archive, "_rels/.rels", Relations([("r", "officeDocument", "xl/workbook.xml")]));
        Write(archive, "[Content_Types].xml",
            $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/>{Override("workbook", "sheet.main")}{Override("styles", "styles")}"
            + $"{string.Concat(numbers.Select(i => Override($"worksheets/sheet{i}", "worksheet")))}</Types>");
    }

    private static string Relations(IEnumerable<(string Id, string Type, string Target)> all) =>
        $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(all.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{Office}/{one.Type}\" Target=\"{one.Target}\"/>"))
        + "</Relationships>";

    private static string Override(string part, string type) =>
        $"<Override PartName=\"/xl/{part}.xml\" ContentType=\"{Kind}.{type}+xml\"/>";

    private static void Write(ZipArchive archive, string name, string xml)
    {
        using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>{xml}"));
    }
}
