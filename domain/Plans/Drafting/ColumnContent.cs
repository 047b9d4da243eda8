using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>What a column of a table holds, where its head is no known word: agencies, time limits, or figures to reach.</summary>
internal static partial class ColumnContent
{
    /// <summary>A row or two prove nothing.</summary>
    private const int CellsMin = 2;

    private const int EnglishNameLengthMax = 60;

    /// <param name="cells">Of one column, without its head.</param>
    /// <param name="hasOwner">Whether another column names who answers for the task, so that this one names who helps.</param>
    /// <returns>Null where the cells are words, or of several kinds.</returns>
    public static Field? Of(IReadOnlyList<string> cells, bool hasOwner)
    {
        var filled = cells.Where(cell => cell.Any(char.IsLetterOrDigit)).ToList();
        return filled.Count < CellsMin ? null
            : Most(filled, IsLimit) ? Field.Deadline
            : Most(filled, IsOwners) || (hasOwner && Most(filled, IsEnglishNames)) ? hasOwner ? Field.Support : Field.Responsible
            : Most(filled, HasFigure) ? Field.Target
            : null;
    }

    private static bool Most(List<string> cells, Predicate<string> test) => cells.Count(cell => test(cell)) * 5 >= cells.Count * 3;

    // 2026.5.31, 12月底前完成: the limit is the better part of the cell.
    private static bool IsLimit(string cell) => DeadlineForms.Standing().IsMatch(cell.Trim())
        || DeadlineForms.Bare.Any(form => form.Pattern.IsMatch(cell.Trim()))
        || (DeadlineForms.All.Sum(form => form.Pattern.Match(cell).Length) * 2 >= cell.Trim().Length && !HasFigure(cell));

    private static bool IsOwners(string cell) => AgencyList.IsNames(cell)
        && (char.IsAsciiLetter(cell[0]) || AgencyList.HasAgency(cell) || Office().IsMatch(cell.Trim()));

    private static bool IsEnglishNames(string cell) => cell.Split([';', ',', '\n'], StringSplitOptions.TrimEntries)
        .All(name => name.Length is > 1 and <= EnglishNameLengthMax && TitleCase().IsMatch(name));

    private static bool HasFigure(string cell) => cell.All(char.IsAscii)
        ? EnglishFigure().IsMatch(cell) : Quantity.In(cell).Any(number => number.Unit.Length > 0);

    [GeneratedRegex(@"\d+ (?!January|February|March|April|May|June|July|August|September|October|November|December)[a-z]|\d(?:%| per ?cent)")]
    private static partial Regex EnglishFigure();

    // 经济发展局 of a zone: its own offices carry no name of a place before them.
    [GeneratedRegex("[局委办部厅处科室]$")]
    private static partial Regex Office();

    [GeneratedRegex(@"^[A-Z][\w'’.&-]*(?: (?:[A-Z][\w'’.&-]*|of|and|for|the|on|&))*$")]
    private static partial Regex TitleCase();
}
