using Supervision.Plans;

namespace Supervision.Api.Documents.Sheets;

/// <summary>Reads a table of tasks from text with separators (RFC 4180; comma, semicolon, tab), in the encodings of a text.</summary>
internal static class CsvReader
{
    private static readonly string Ending = ".csv";

    private static readonly char[] Separators = [',', '\t', ';', '，'];

    /// <summary>Null for what is no such table and does not call itself one.</summary>
    public static PlanDocument? TryRead(byte[] content, string name)
    {
        var isNamed = Path.GetExtension(name).Equals(Ending, StringComparison.OrdinalIgnoreCase);
        if (content.Length > PlanLimits.BytesMax || PlanText.Decode(content) is not { } text)
            return null;

        var tables = Separators.Select(separator => Rows(text.Text, separator));
        var rows = tables.FirstOrDefault(TaskTable.IsIn);
        return rows is not null || isNamed
            ? new PlanDocument(PlanFormat.Csv, text.Encoding, rows ?? Rows(text.Text, Separators[0]))
            : null;
    }

    private static IReadOnlyList<PlanLine> Rows(string text, char separator)
    {
        var lines = new DocumentLines();
        foreach (var (number, cells) in new CsvRows(text, separator).Read())
        {
            if (cells.Any(cell => cell.Length > 0))
                lines.Add(PlanLine.Row(number, cells, isFirst: lines.All.Count == 0));
        }

        return lines.All;
    }
}
