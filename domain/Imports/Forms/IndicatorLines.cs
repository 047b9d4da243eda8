using System.Globalization;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Imports;

/// <summary>The indicators of an item in three cells: names, targets and units, a line each; a dash where there is none.</summary>
public sealed record IndicatorLines(string Names, string Targets, string Units)
{
    private const string Dash = "—";

    private const string Done = "完成";

    private const string Class = "不低于";

    private static readonly (TargetComparison Op, string Sign)[] Signs =
    [
        (TargetComparison.AtLeast, "≥"), (TargetComparison.AtLeast, ">="), (TargetComparison.AtMost, "≤"), (TargetComparison.AtMost, "<="),
        (TargetComparison.MoreThan, ">"), (TargetComparison.LessThan, "<"), (TargetComparison.Exactly, "="),
    ];

    public static IndicatorLines None { get; } = new("", "", "");

    public static IndicatorLines Of(IReadOnlyList<Indicator> indicators) => new(
        Lines(indicators, NameOf), Lines(indicators, TargetOf), Lines(indicators, indicator => OneLine(indicator.Unit ?? "")));

    /// <summary>What the lines mean: an indicator of the same name stays what it is but for its target and unit.</summary>
    public (IReadOnlyList<Indicator> Indicators, Receipt.Refused? Problem) Read(IReadOnlyList<Indicator> known)
    {
        string[] names = Split(Names), targets = Split(Targets), units = Split(Units);
        if (targets.Length > 0 && targets.Length != names.Length || units.Length > 0 && units.Length != names.Length || names.Contains(""))
            return (known, RowRefusals.IndicatorsUneven.With([names.Length, targets.Length, units.Length]));

        var (left, read, given) = (known.ToList(), new List<Indicator>(), known.Count);
        for (var i = 0; i < names.Length; i++)
        {
            var same = left.Find(indicator => NameOf(indicator) == names[i]);
            var (target, unit) = (targets.ElementAtOrDefault(i) ?? "", units.ElementAtOrDefault(i) ?? "");
            if (same is not null && left.Remove(same) && TargetOf(same) == target && OneLine(same.Unit ?? "") == unit)
            {
                read.Add(same);
                continue;
            }

            if (TargetFrom(target) is not var (op, value) || (same is { Kind: IndicatorKind.Ordinal }) != (value?.Name is not null) && same is not null)
                return (known, RowRefusals.TargetUnread.With([target]));
            read.Add(same is not null
                ? same with { Op = op, Target = value, Unit = CellValues.TextOrNull(unit) }
                : New(FreeId(known, read, ref given), names[i], op, value, CellValues.TextOrNull(unit)));
        }

        return (read, null);
    }

    // What the words say of a new one; who knows better measures the item by hand.
    private static Indicator New(string id, string name, TargetComparison? op, TargetValue? target, string? unit)
    {
        var kind = op is TargetComparison.Done ? IndicatorKind.Milestone
            : target is null ? IndicatorKind.Directional
            : target.Value.Name is not null ? IndicatorKind.Ordinal
            : unit == "%" ? IndicatorKind.Ratio
            : IndicatorKind.Count;
        var direction = op is TargetComparison.AtMost or TargetComparison.LessThan or TargetComparison.AtLeastAsGoodAs ? Direction.Down : Direction.Up;
        var sums = kind switch
        {
            IndicatorKind.Count => Aggregation.Sum,
            IndicatorKind.Ratio or IndicatorKind.Ordinal => Aggregation.Each,
            _ => Aggregation.None,
        };
        return new Indicator(id, name, kind, unit, direction, sums, null, op, target, TargetStrength.Must, []);
    }

    private static string FreeId(IReadOnlyList<Indicator> known, List<Indicator> read, ref int given)
    {
        string id;
        do
            id = string.Create(CultureInfo.InvariantCulture, $"i{++given}");
        while (known.Concat(read).Any(indicator => indicator.Id == id));
        return id;
    }

    private static (TargetComparison? Op, TargetValue? Target)? TargetFrom(string text)
    {
        if (text.Length == 0)
            return (null, null);
        if (text == Done)
            return (TargetComparison.Done, null);
        if (text.StartsWith(Class, StringComparison.Ordinal))
            return text[Class.Length..].Trim() is { Length: > 0 } name ? (TargetComparison.AtLeastAsGoodAs, new TargetValue(name)) : null;

        var (op, sign) = Signs.FirstOrDefault(one => text.StartsWith(one.Sign, StringComparison.Ordinal));
        TargetComparison? said = sign is null ? null : op;
        return decimal.TryParse(text.AsSpan(sign?.Length ?? 0).Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (said ?? TargetComparison.AtLeast, new TargetValue(number))
            : null;
    }

    private static string TargetOf(Indicator indicator)
    {
        var value = indicator.Target is { } target ? target.Number?.ToString(CultureInfo.InvariantCulture) ?? OneLine(target.Name ?? "") : "";
        return indicator.Op switch
        {
            null => value,
            TargetComparison.Done => Done,
            TargetComparison.AtLeastAsGoodAs => $"{Class} {value}".Trim(),
            var op => Signs.First(one => one.Op == op).Sign + value,
        };
    }

    private static string NameOf(Indicator indicator) => OneLine(indicator.Name);

    private static string OneLine(string text) => SheetText.Plain(text).Replace('\n', ' ');

    private static string Lines(IReadOnlyList<Indicator> indicators, Func<Indicator, string> say) =>
        string.Join('\n', indicators.Select(say).Select(line => line.Length == 0 ? Dash : line));

    private static string[] Split(string cell) => cell.Length == 0
        ? []
        : [.. cell.Split('\n').Select(line => line.Trim()).Select(line => line is Dash or "-" or "/" ? "" : line)];
}
