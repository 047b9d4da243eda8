using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>Which column of a table of tasks says what, by the words of its header (表头), Chinese or English.</summary>
internal sealed partial record TaskColumns(int HeaderRow, IReadOnlyList<string> Header, int Task, int? Number, int? Group)
{
    private const int HeaderRowsMax = 20;

    private const int OrdinalMax = 999;

    /// <summary>Null where no row names a task and one thing more about it, such as who answers for it.</summary>
    public static TaskColumns? Find(IReadOnlyList<PlanLine> table)
    {
        var rows = table.Select(row => row.Cells!).ToList();
        var header = rows.FindIndex(0, Math.Min(rows.Count, HeaderRowsMax), IsHeader);
        if (header < 0)
            return null;

        // A header of two rows: 责任分工 over 牵头单位 and 配合单位; the lower one says more.
        while (header + 1 < rows.Count && IsHeader(rows[header + 1]))
            header++;

        var fields = rows[header].Select(cell => ColumnHead.Of(cell)?.Field).ToList();
        var (task, detail) = (fields.IndexOf(Field.Task), fields.IndexOf(Field.Measure));
        var group = At(fields.IndexOf(Field.Group));
        if (detail >= 0 && (task < 0 || (group is null && Repeats(rows.Skip(header + 1), task))))
            (group, task) = (task < 0 ? group : At(task), detail);
        if (task < 0)
            task = Unnamed(fields, rows[header], rows.Skip(header + 1)) ?? fields.IndexOf(Field.Target);
        var columns = new TaskColumns(header, rows[header], task, At(fields.IndexOf(Field.Number)), group);

        // Captions between the rows group them; a column that does so too stays among the words of each row.
        return rows.Skip(header + 1).Any(row => columns.IsOnlyGroup(row) && !columns.IsHeaderAgain(row)) ? columns with { Group = null } : columns;
    }

    /// <summary>Whether a row above the header belongs to it: a cell merged downwards stands in both.</summary>
    public bool IsPartOfHeader(IReadOnlyList<string> cells) =>
        cells.Where((cell, i) => cell.Length > 0 && i < Header.Count && cell == Header[i]).Any();

    /// <summary>Whether a row is the header once more, as on every printed page; or the rule under it in a text.</summary>
    public bool IsHeaderAgain(IReadOnlyList<string> cells) => cells.SequenceEqual(Header) || cells.All(cell => Rule().IsMatch(cell));

    public string GroupOf(IReadOnlyList<string> cells) =>
        IsOnlyGroup(cells) ? Line(cells.Last(cell => cell.Length > 0)) : Group is { } column ? Line(Cell(cells, column)) : "";

    /// <summary>
    /// A caption between the tasks: a row with one text across all columns, in the first of them alone, or after a
    /// number such as 一 or （一）.
    /// </summary>
    public bool IsOnlyGroup(IReadOnlyList<string> cells)
    {
        var isCounted = Number is { } column && ChineseNumber().IsMatch(Cell(cells, column));
        var said = cells.Where((cell, i) => cell.Length > 0 && !(isCounted && i == Number)).ToList();
        return said.Count > 0 && said.Distinct().Count() == 1 && !said[0].All(char.IsAsciiDigit)
            && (isCounted || said.Count > 1 || (Task > 0 && Cell(cells, 0).Length > 0));
    }

    public string TaskOf(IReadOnlyList<string> cells) => Line(Cell(cells, Task));

    /// <summary>The number of the row as it is written; empty where it has none.</summary>
    public string KeyOf(IReadOnlyList<string> cells) => Number is { } column ? Line(Cell(cells, column)).TrimEnd('.', '．', '、') : "";

    public static int? OrdinalOf(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) && ordinal is > 0 and <= OrdinalMax ? ordinal : null;

    /// <summary>Everything else the row says, each with the head of its column.</summary>
    public IEnumerable<(ColumnHead Head, string Words)> RestOf(IReadOnlyList<string> cells) =>
        from i in Enumerable.Range(0, cells.Count)
        where i != Task && i != Number && i != Group && cells[i].Length > 0
        let head = i < Header.Count ? ColumnHead.Of(Header[i]) ?? new ColumnHead(Field.Other, Line(Header[i])) : new ColumnHead(Field.Other, "")
        select (head, head.IsOwner ? OneRow(cells[i]) : Line(cells[i]));

    private static bool IsHeader(IReadOnlyList<string> cells)
    {
        var fields = cells.Distinct().Select(cell => ColumnHead.Of(cell)?.Field).OfType<Field>().ToList();
        return fields.Exists(field => field is Field.Task or Field.Measure or Field.Target)
            && fields.Exists(field => field is not (Field.Task or Field.Measure or Field.Number or Field.Group))
            && fields.Distinct().Count() >= 2;
    }

    // Before the owners, a column whose head is no known word and whose rows differ says what is to be done.
    private static int? Unnamed(List<Field?> fields, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows) =>
        At(fields.FindIndex(0, Math.Max(0, fields.FindIndex(field => field is Field.Lead or Field.Responsible or Field.Target)),
            field => field is null) is >= 0 and var at && header[at].Length > 0 && !Repeats(rows, at) ? at : -1);

    private static bool Repeats(IEnumerable<IReadOnlyList<string>> rows, int column)
    {
        var values = rows.Select(row => Cell(row, column)).Where(value => value.Length > 0).ToList();
        return values.Distinct().Count() < values.Count;
    }

    private static int? At(int index) => index < 0 ? null : index;

    private static string Cell(IReadOnlyList<string> cells, int column) => column < cells.Count ? cells[column] : "";

    private static string Line(string cell) => Breaks().Replace(cell, " ").Trim();

    // Each owner may stand on a line of its own.
    private static string OneRow(string cell) => Breaks().Replace(Spaced(cell.Trim()), match =>
        match.Index > 0 && Sentence.EndMarks.Contains(cell.Trim()[match.Index - 1], StringComparison.Ordinal) ? "" : "、");

    // 县公安局 县住建局: blanks set names apart where each piece is one.
    private static string Spaced(string cell) =>
        cell.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } pieces
        && pieces.All(piece => !char.IsAscii(piece[0]) && AgencyList.LooksLikeName(piece)) ? string.Join('、', pieces) : cell;

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex Breaks();

    [GeneratedRegex("^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$")]
    private static partial Regex ChineseNumber();

    [GeneratedRegex("^:?-*:?$")]
    private static partial Regex Rule();
}
