using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>Which column of a table of tasks says what, by the words of its header (表头), Chinese or English.</summary>
internal sealed partial record TaskColumns(int HeaderRow, IReadOnlyList<string> Header, int Task, int? Number, int? Group)
{
    private const int HeaderRowsMax = 20;

    private enum Role { Number, Group, Task, Detail, Other }

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

        var roles = rows[header].Select(RoleOf).ToList();
        var task = roles.IndexOf(Role.Task);
        var detail = roles.IndexOf(Role.Detail);
        var group = At(roles.IndexOf(Role.Group));
        if (task < 0 || (detail >= 0 && group is null && Repeats(rows.Skip(header + 1), task)))
            (group, task) = (task < 0 ? group : At(task), detail);
        var columns = new TaskColumns(header, rows[header], task, At(roles.IndexOf(Role.Number)), group);

        // Captions between the rows group them; a column that does so too stays among the words of each row.
        return rows.Skip(header + 1).Any(columns.IsOnlyGroup) ? columns with { Group = null } : columns;
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

    public string TaskOf(IReadOnlyList<string> cells)
    {
        var task = Line(Cell(cells, Task));
        return Numbering.Of(task) is { } number ? task[number.TitleStart..].Trim() : task;
    }

    public int? OrdinalOf(IReadOnlyList<string> cells) =>
        Number is { } column
        && int.TryParse(Cell(cells, column).TrimEnd('.', '．', '、'), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
        && ordinal is > 0 and < 1000
            ? ordinal
            : null;

    /// <summary>Everything else the row says, each with the words of its column before it.</summary>
    public IEnumerable<string> RestOf(IReadOnlyList<string> cells) =>
        from i in Enumerable.Range(0, cells.Count)
        where i != Task && i != Number && i != Group && cells[i].Length > 0
        let label = i < Header.Count ? Line(Header[i]) : ""
        select label.Length > 0 ? $"{label}：{Line(cells[i])}" : Line(cells[i]);

    private static bool IsHeader(IReadOnlyList<string> cells)
    {
        var roles = cells.Distinct().Select(RoleOf).ToList();
        return roles.Any(role => role is Role.Task or Role.Detail)
            && roles.Exists(role => role is Role.Other)
            && cells.Distinct().Count(cell => cell.Length > 0) >= 2;
    }

    private static Role? RoleOf(string cell)
    {
        var name = Blank().Replace(cell, "");
        return NumberName().IsMatch(name) ? Role.Number
            : GroupName().IsMatch(name) ? Role.Group
            : DetailName().IsMatch(name) ? Role.Detail
            : TaskName().IsMatch(name) ? Role.Task
            : OtherName().IsMatch(name) ? Role.Other
            : null;
    }

    private static bool Repeats(IEnumerable<IReadOnlyList<string>> rows, int column)
    {
        var values = rows.Select(row => Cell(row, column)).Where(value => value.Length > 0).ToList();
        return values.Distinct().Count() < values.Count;
    }

    private static int? At(int index) => index < 0 ? null : index;

    private static string Cell(IReadOnlyList<string> cells, int column) => column < cells.Count ? cells[column] : "";

    private static string Line(string cell) => Blanks().Replace(cell, " ").Trim();

    [GeneratedRegex(@"^(?:序号|编号|项目编号|no\.?|#|id|s/n|itemno\.?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberName();

    [GeneratedRegex(@"^(?:类别|类型|领域|板块|分类|重点领域|工作领域|任务类别|项目类别|任务分类|一级任务|category|area|field|sector)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GroupName();

    [GeneratedRegex(
        @"^(?:(?:主要|具体|重点|工作|建设|任务)(?:工作)?(?:内容|措施|举措)|具体(?:任务|工作)|二级任务|任务分解|工作内容及目标|details?|description|measures?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DetailName();

    [GeneratedRegex(
        @"^(?:(?:主要|重点|目标|工作|年度|督查|督办|改革)*(?:任务|事项|工作|项目|要点)(?:名称|事项)?|tasks?|actions?|items?|activit(?:y|ies)|task(?:name|title))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TaskName();

    [GeneratedRegex(
        @"目标|指标|单位|部门|领导|责任人|时限|时间|日期|节点|期限|进度|备注|说明|^(?:targets?|goals?|objectives?|indicators?|lead.*|owner.*|responsib.*|support.*|co-?.*|agency|department|deadline|due.*|by|date|remarks?|notes?|status)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherName();

    [GeneratedRegex(@"\s|[（(][^（()）]*[）)]")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex Blanks();

    [GeneratedRegex("^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$")]
    private static partial Regex ChineseNumber();

    [GeneratedRegex("^:?-*:?$")]
    private static partial Regex Rule();
}
