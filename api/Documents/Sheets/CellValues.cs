using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Supervision.Api.Documents.Sheets;

/// <summary>The words of a cell: what the sheet shows. A formula says the value that was kept with it, never itself.</summary>
internal sealed class CellValues
{
    private readonly List<string> _shared = [];
    private readonly CellFormats _formats;

    public CellValues(WorkbookPart book, string name)
    {
        var is1904 = book.Workbook.WorkbookProperties?.Date1904?.Value is true;
        _formats = new CellFormats(book.WorkbookStylesPart?.Checked(name).Stylesheet, is1904);
        if (book.SharedStringTablePart?.Checked(name) is not { } part)
            return;

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem) && reader.LoadCurrentElement() is { } item)
                _shared.Add(TextOf(item));
        }
    }

    public string Of(Cell cell)
    {
        if (cell.InlineString is { } inline)
            return TextOf(inline);

        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? DocumentFormat.OpenXml.Spreadsheet.CellValues.Number;
        if (type == DocumentFormat.OpenXml.Spreadsheet.CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count
                ? _shared[at]
                : throw new InvalidDataException("A cell names a text that is not there.");
        }

        if (type == DocumentFormat.OpenXml.Spreadsheet.CellValues.Boolean)
            return value == "1" ? "是" : "否";
        return type == DocumentFormat.OpenXml.Spreadsheet.CellValues.Number
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? _formats.Show(number, cell.StyleIndex?.Value ?? 0)
            : value;
    }

    // The reading aid of Japanese and Chinese sheets (rPh) is no part of the text.
    private static string TextOf(OpenXmlElement item) =>
        string.Concat(item.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));
}
