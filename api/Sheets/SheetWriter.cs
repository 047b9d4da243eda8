using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace Supervision.Api.Sheets;

/// <summary>
/// Writes a workbook (xlsx) row by row; what was written is not held. All text is inline strings, guarded as
/// <see cref="CellText"/> says; there are no formulas. <see cref="Dispose"/> ends the file and leaves the stream open.
/// </summary>
internal sealed partial class SheetWriter(Stream stream) : IDisposable
{
    /// <summary>A spreadsheet program takes no longer text in a cell; what is longer ends with an ellipsis.</summary>
    public const int TextLengthMax = 32_767;

    private const int NameLengthMax = 31;

    private const int OfferedRowsMax = 10_000;

    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private readonly ZipArchive _archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _sheets = [];
    private readonly List<(int Column, IReadOnlyList<string> Choices)> _offers = [];
    private XmlWriter? _sheet;
    private int _row;

    private enum Style { Plain, Head, Day }

    /// <summary>Ends the sheet before and begins the next, with its head in bold and always in sight.</summary>
    /// <param name="name">At most 31 characters of it are kept, and none that a sheet's name may not have.</param>
    /// <param name="columns">Heading and width, in characters.</param>
    public void BeginSheet(string name, params IReadOnlyList<(string Heading, double Width)> columns)
    {
        EndSheet();
        _sheets.Add(NameOf(name));
        _sheet = SheetParts.Begin(_archive, $"xl/worksheets/sheet{_sheets.Count}.xml", "worksheet");
        _row = 0;
        _sheet.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < columns.Count; i++)
            _sheet.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{columns[i].Width}\" customWidth=\"1\"/>"));
        _sheet.WriteRaw("</cols>");
        _sheet.WriteStartElement("sheetData");
        Row([.. columns.Select(column => (SheetCell)column.Heading)], Style.Head);
    }

    public void Row(params IReadOnlyList<SheetCell> cells) => Row(cells, Style.Plain);

    /// <summary>A list to choose from in a column of this sheet; other words may still be typed.</summary>
    public void Offer(int column, IReadOnlyList<string> choices) => _offers.Add((column, choices));

    public void Dispose()
    {
        EndSheet();
        SheetParts.WriteFrame(_archive, _sheets);
        _archive.Dispose();
    }

    private void Row(IReadOnlyList<SheetCell> cells, Style style)
    {
        _row++;
        _sheet!.WriteStartElement("row");
        _sheet.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] != SheetCell.Empty)
                Write(_sheet, cells[i], $"{ColumnOf(i)}{_row}", style);
        }

        _sheet.WriteEndElement();
    }

    private static void Write(XmlWriter sheet, SheetCell cell, string address, Style style)
    {
        sheet.WriteStartElement("c");
        sheet.WriteAttributeString("r", address);
        sheet.WriteAttributeString("s", ((int)(cell.Day is null ? style : Style.Day)).ToString(CultureInfo.InvariantCulture));
        if (cell.Text is { } text)
        {
            sheet.WriteAttributeString("t", "inlineStr");
            sheet.WriteStartElement("is");
            sheet.WriteStartElement("t");
            sheet.WriteAttributeString("xml", "space", null, "preserve");
            sheet.WriteString(Fitting(CellText.Guarded(text)));
            sheet.WriteEndElement();
            sheet.WriteEndElement();
        }
        else
        {
            sheet.WriteElementString("v",
                cell.Number?.ToString(CultureInfo.InvariantCulture)
                ?? (cell.Day!.Value.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture));
        }

        sheet.WriteEndElement();
    }

    // XML has no place for most control characters and for halves of pairs; the replacement sign says that one stood there.
    private static string Fitting(string text)
    {
        var literal = Escape().Replace(text, "_x005F_");
        var shown = literal.Length <= TextLengthMax ? literal : $"{literal[..(TextLengthMax - 1)]}…";
        return string.Concat(shown.EnumerateRunes().Select(rune =>
            rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
    }

    private static string NameOf(string name)
    {
        var allowed = string.Concat(name.Select(c => @"[]:*?/\'".Contains(c) || char.IsControl(c) ? ' ' : c)).Trim();
        return allowed[..Math.Min(allowed.Length, NameLengthMax)];
    }

    private static string ColumnOf(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : $"{ColumnOf((index / 26) - 1)}{(char)('A' + (index % 26))}";

    private void EndSheet()
    {
        if (_sheet is not null && _offers.Count > 0)
            WriteOffers(_sheet);
        _offers.Clear();
        _sheet?.Dispose();
        _sheet = null;
    }

    private void WriteOffers(XmlWriter sheet)
    {
        sheet.WriteEndElement();
        sheet.WriteStartElement("dataValidations");
        foreach (var (column, choices) in _offers)
        {
            sheet.WriteStartElement("dataValidation");
            sheet.WriteAttributeString("type", "list");
            sheet.WriteAttributeString("allowBlank", "1");
            sheet.WriteAttributeString("sqref", $"{ColumnOf(column)}2:{ColumnOf(column)}{OfferedRowsMax}");
            sheet.WriteElementString("formula1", $"\"{string.Join(',', choices)}\"");
            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
    }

    // What a spreadsheet program would read as an escaped character and is none.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
