using System.Text;

namespace Supervision.Api.Sheets;

/// <summary>
/// Writes CSV as RFC 4180 has it, with the mark of UTF-8 before it, without which a spreadsheet program shows Chinese as
/// noise. Cells are guarded as <see cref="CellText"/> says. Disposing leaves the stream open.
/// </summary>
internal sealed class CsvWriter(Stream stream) : IDisposable
{
    private readonly StreamWriter _lines = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    public void Row(params IReadOnlyList<SheetCell> cells) => _lines.WriteLine(string.Join(',', cells.Select(cell => Quoted(cell.ToString()))));

    public void Dispose() => _lines.Dispose();

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 && cell.Trim().Length == cell.Length ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
