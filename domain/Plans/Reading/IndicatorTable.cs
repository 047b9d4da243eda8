using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>A table of indicators (主要指标): a row names one with its unit, where it stands and what it is to reach.</summary>
internal sealed partial record IndicatorTable(int HeaderRow, int Name, int? Unit, int? Baseline, int Aim)
{
    /// <summary>Null for a table of anything else, tasks among them.</summary>
    public static IndicatorTable? Find(IReadOnlyList<PlanLine> table)
    {
        for (var row = 0; row < Math.Min(table.Count, 3); row++)
        {
            var heads = table[row].Cells!.Select(cell => string.Concat(cell.Where(c => !char.IsWhiteSpace(c)))).ToList();
            var name = heads.FindIndex(NameHead().IsMatch);
            var years = Enumerable.Range(0, heads.Count).Where(i => i != name && YearHead().IsMatch(heads[i])).ToList();
            if (name < 0 || years.Count == 0 || (heads.Exists(OwnerHead().IsMatch) && !heads.Exists(UnitHead().IsMatch)))
                continue;
            var aim = years.FindLast(i => heads[i].Contains('目') || heads[i].Contains("arget", StringComparison.Ordinal)) is > 0 and var told ? told : years[^1];
            return new IndicatorTable(row, name, At(heads.FindIndex(UnitHead().IsMatch)), years[0] == aim ? null : years[0], aim);
        }

        return null;
    }

    /// <summary>Each row as a line of text with its target; a row without a value as text alone.</summary>
    public IEnumerable<PlanLine> Rows(IEnumerable<PlanLine> table) => table.Skip(HeaderRow + 1)
        .Where(row => !row.Cells!.All(cell => cell.All(c => c is '-' or ':' or ' ')))
        .Select(row => row with { Target = TargetOf(row), Column = new ColumnHead(Field.Other, ""), Cells = null });

    private PlanTarget? TargetOf(PlanLine row)
    {
        var (name, words) = (Cell(row, Name), Cell(row, Aim));
        if (name.Length == 0 || Value().Match(words) is not { Success: true } value)
            return null;
        var number = decimal.Parse(value.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var unit = value.Groups["u"].Value is { Length: > 0 } own ? own : UnitOf(row, name);
        return new PlanTarget(words, TargetStrength.Must, name, OpOf(value.Groups["op"].Value, number, unit, row), new TargetValue(number), unit, row.Number);
    }

    // Without a sign, the way from where it stands to the aim says from which side.
    private TargetComparison OpOf(string sign, decimal aim, string? unit, PlanLine row) => sign switch
    {
        "≥" or ">=" => TargetComparison.AtLeast,
        "≤" or "<=" => TargetComparison.AtMost,
        ">" or "＞" => TargetComparison.MoreThan,
        "<" or "＜" => TargetComparison.LessThan,
        _ when aim == 100 && unit == "%" => TargetComparison.Exactly,
        _ => Baseline is { } column && Value().Match(Cell(row, column)) is { Success: true } now
            && decimal.Parse(now.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) > aim ? TargetComparison.AtMost : TargetComparison.AtLeast,
    };

    // 森林覆盖率（%） says its unit itself.
    private string? UnitOf(PlanLine row, string name) =>
        Unit is { } column && Cell(row, column) is { Length: > 0 } unit ? unit
        : Aside().Match(name) is { Success: true } aside ? aside.Groups[1].Value : null;

    private static string Cell(PlanLine row, int column) => column < row.Cells!.Count ? row.Cells[column] : "";

    private static int? At(int index) => index < 0 ? null : index;

    [GeneratedRegex("^(?:主要|具体|核心|发展|预期)*指标(?:名称)?$|^(?:key )?(?:performance )?(?:indicator|measure|metric|kpi)s?(?:name)?$", RegexOptions.IgnoreCase)]
    private static partial Regex NameHead();

    [GeneratedRegex("^(?:单位|计量单位|unit)(?:[（(].*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex UnitHead();

    [GeneratedRegex("20\\d\\d|目标值?|基期|现状|^target|^baseline|^current", RegexOptions.IgnoreCase)]
    private static partial Regex YearHead();

    [GeneratedRegex("牵头|责任|配合|部门|^lead|owner|responsib", RegexOptions.IgnoreCase)]
    private static partial Regex OwnerHead();

    [GeneratedRegex(@"^(?<op>[≥≤<>＞＜]|>=|<=)?\s*(?:\[)?(?<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?)(?:\])?\s*(?<u>%|[^\d\s（(]{0,6})(?:以上|左右|以下)?(?:[（(].*)?$")]
    private static partial Regex Value();

    [GeneratedRegex("[（(]([^（）()]{1,12})[）)]$")]
    private static partial Regex Aside();
}
