namespace Supervision.Plans;

/// <summary>A table of tasks (任务分工表): a column of tasks, and columns for owners, limits and targets.</summary>
internal sealed class TaskTable
{
    /// <summary>One row: its number, its words, its cells with what their columns announce.</summary>
    public sealed record Row(string Key, string Title, string Body, int Line, IReadOnlyList<(Field Field, Paragraph Cell)> Cells);

    private TaskTable(IReadOnlyList<Row> rows) => Rows = rows;

    public IReadOnlyList<Row> Rows { get; }

    /// <summary>Null where no column of tasks is to be seen; the table stays in the text then.</summary>
    public static TaskTable? Of(Paragraph table)
    {
        var lines = Lines(table).Where(line => !IsRule(line.Cells)).ToList();
        var head = lines.FindIndex(line => line.Cells.Select(FieldLabel.OfColumn).Count(field => field is not null) >= 2);
        if (head < 0)
            return null;
        Field?[] columns = [.. lines[head].Cells.Select(FieldLabel.OfColumn)];
        return columns.Any(column => column is Field.Task or Field.Measure)
            ? new TaskTable([.. lines.Skip(head + 1).Select(line => RowOf(lines[head].Cells, columns, line)).OfType<Row>()])
            : null;
    }

    private static Row? RowOf(string[] heads, Field?[] columns, (string[] Cells, int Line) line)
    {
        string At(Field field) => Array.IndexOf(columns, field) is >= 0 and var i && i < line.Cells.Length ? line.Cells[i] : "";

        var words = At(Field.Task) is { Length: > 0 } task ? task : At(Field.Measure);
        if (words.Length == 0 || line.Cells.Count(cell => cell.Length > 0) < 2)
            return null;
        var stop = words.IndexOf('。', StringComparison.Ordinal);
        var title = stop < 0 ? words : words[..stop];
        var rest = stop < 0 ? "" : words[(stop + 1)..];
        var named = heads.Zip(columns, line.Cells).Where(cell => cell.Third.Length > 0 && cell.Second != Field.Number && cell.Third != words)
            .Select(cell => $"{cell.First}：{cell.Third}");
        return new Row(
            At(Field.Number), title, string.Join('\n', named.Prepend(rest).Where(text => text.Length > 0)), line.Line,
            [.. columns.Zip(line.Cells).Where(cell => cell is { First: { } field, Second.Length: > 0 } && field != Field.Number)
                .Select(cell => (cell.First!.Value, new Paragraph(cell.Second, line.Line)))]);
    }

    private static IEnumerable<(string[] Cells, int Line)> Lines(Paragraph table)
    {
        var offset = 0;
        foreach (var line in table.Text.Split('\n'))
        {
            yield return ([.. line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)], table.LineAt(offset));
            offset += line.Length + 1;
        }
    }

    private static bool IsRule(string[] cells) => Array.TrueForAll(cells, cell => cell.All(c => c is '-' or ':' or ' '));
}
