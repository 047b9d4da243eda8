using Supervision.Api.Sheets;
using Supervision.Imports;

namespace Supervision.Api.Imports;

/// <summary>A file as rows of a form: every cell belongs to a column that is known.</summary>
/// <param name="Columns">Those that the file has, in its order.</param>
internal sealed record ReadSheet<TRow>(IReadOnlyList<SheetColumn<TRow>> Columns, IReadOnlyList<ReadLine<TRow>> Lines)
{
    /// <exception cref="Problems.RefusedException">The file is refused as a whole.</exception>
    public static ReadSheet<TRow> Of(SheetForm<TRow> form, byte[] content, string name)
    {
        var table = SheetTable.Read(content, name, form.IsHead, form.Id.Name);
        var columns = ColumnsOf(form, table[0].Cells);
        var lines = table.Skip(1).SkipWhile(line => form.IsHeadAgain(line.Cells)).Select(line => Line(line, columns)).ToList();
        return lines.Count > 0
            ? new ReadSheet<TRow>([.. columns.OfType<SheetColumn<TRow>>()], lines)
            : throw SheetTable.Refused(ImportRefusals.NoRows);
    }

    private static SheetColumn<TRow>?[] ColumnsOf(SheetForm<TRow> form, IReadOnlyList<string> head)
    {
        var columns = new SheetColumn<TRow>?[head.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            if (head[i].Length == 0)
                continue;

            var column = form.Find(head[i]) ?? throw SheetTable.Refused(ImportRefusals.ColumnUnknown, Shortened(head[i]));
            columns[i] = !columns.Contains(column) ? column : throw SheetTable.Refused(ImportRefusals.ColumnTwice, column.Name);
        }

        return columns;
    }

    private static ReadLine<TRow> Line(SheetLine line, SheetColumn<TRow>?[] columns)
    {
        for (var i = 0; i < line.Cells.Count; i++)
        {
            if (line.Cells[i].Length > 0 && columns.ElementAtOrDefault(i) is null)
                throw SheetTable.Refused(ImportRefusals.ColumnUnnamed, line.Number, i + 1);
        }

        return new ReadLine<TRow>(line.Number,
            [.. columns.Index().Where(column => column.Item is not null).Select(column => (column.Item!, line.Cells.ElementAtOrDefault(column.Index) ?? ""))]);
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}

/// <summary>A row of the file: what each of its columns says, the empty ones too.</summary>
internal sealed record ReadLine<TRow>(int Number, IReadOnlyList<(SheetColumn<TRow> Column, string Text)> Cells);
