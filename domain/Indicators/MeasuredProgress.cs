using Supervision.Plans;

namespace Supervision.Indicators;

/// <summary>How far an indicator has come from its baseline to its target, as the exact fraction <c>Done / Whole</c>.</summary>
/// <param name="Done">0 to <paramref name="Whole"/>; what lies before the baseline or beyond the target is held there.</param>
/// <param name="IsReached">Only then is the fraction 1, and then it is.</param>
public readonly record struct MeasuredProgress(decimal Done, decimal Whole, bool IsReached)
{
    public const int Full = 1000;

    /// <summary>In permille, rounded down; 1000 when the target is reached and never before.</summary>
    public int Permille => IsReached ? Full : Math.Min(Full - 1, (int)decimal.Floor(Done * Full / Whole));

    /// <summary>By a value. Null where nobody can say: a direction without a target, or no baseline where one is needed.</summary>
    public static MeasuredProgress? Of(Indicator indicator, IndicatorValue value) =>
        NumberOf(indicator, value) is { } number ? At(indicator, number) : null;

    /// <summary>As if the indicator stood at this number, or at the class of this rank.</summary>
    internal static MeasuredProgress? At(Indicator indicator, decimal number)
    {
        if (TargetOf(indicator) is not { } target) return null;
        if (IsReachedBy(indicator, number, target)) return new(1, 1, IsReached: true);
        if (BaselineOf(indicator) is not { } baseline) return null;

        var sign = indicator.Direction is Direction.Up ? 1 : -1;
        var whole = (target - baseline) * sign;
        return whole <= 0 ? new(0, 1, IsReached: false) : new(Math.Clamp((number - baseline) * sign, 0, whole), whole, IsReached: false);
    }

    /// <summary>Whether the target is reached; null for what has none: a person judges.</summary>
    public static bool? IsReachedBy(Indicator indicator, IndicatorValue value) =>
        TargetOf(indicator) is { } target && NumberOf(indicator, value) is { } number ? IsReachedBy(indicator, number, target) : null;

    /// <summary>Worse than the value of an earlier day: no fault by itself, but somebody should ask.</summary>
    public static bool IsBackwards(Indicator indicator, IndicatorValue earlier, IndicatorValue later) =>
        NumberOf(indicator, earlier) is { } before && NumberOf(indicator, later) is { } after
        && IndicatorRules.Better(indicator.Direction, before, after);

    /// <summary>What is compared with the target: the number, the rank of the class, or the difference to the other series.</summary>
    public static decimal? NumberOf(Indicator indicator, IndicatorValue value) => indicator.Kind switch
    {
        IndicatorKind.Directional => null,
        IndicatorKind.Ordinal => OrdinalScale.RankOf(value.Value),
        IndicatorKind.DifferenceToReference => value.Value.Number - value.ReferenceValue,
        _ => value.Value.Number,
    };

    internal static decimal? TargetOf(Indicator indicator) => indicator.Kind switch
    {
        IndicatorKind.Directional => null,
        IndicatorKind.Milestone => 1,
        IndicatorKind.Ordinal => indicator.Target is { } target ? OrdinalScale.RankOf(target) : null,
        _ => indicator.Target?.Number,
    };

    internal static decimal? BaselineOf(Indicator indicator) =>
        indicator.Baseline ?? (KindRules.Of(indicator.Kind).CountsFromZero && indicator.Direction is Direction.Up ? 0m : null);

    // More than was asked for is reached as well: "=" names how many the text speaks of.
    private static bool IsReachedBy(Indicator indicator, decimal number, decimal target) => indicator.Op switch
    {
        TargetComparison.MoreThan or TargetComparison.LessThan => IndicatorRules.Better(indicator.Direction, number, target),
        _ => !IndicatorRules.Better(indicator.Direction, target, number),
    };
}
