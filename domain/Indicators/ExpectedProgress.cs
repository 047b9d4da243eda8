namespace Supervision.Indicators;

/// <summary>Where an indicator should stand on a day, and how far it is behind.</summary>
public static class ExpectedProgress
{
    /// <summary>
    /// The value expected on a day: the newest point of the trajectory that has come, before the first of them the baseline;
    /// without a trajectory the straight line from the baseline on <paramref name="start"/> to the target on
    /// <paramref name="dueOn"/>, whole things rounded down; from the due date on the target.
    /// </summary>
    /// <returns>The number, or the rank of the class; null where baseline or target are not known.</returns>
    public static decimal? On(Indicator indicator, DateOnly start, DateOnly dueOn, DateOnly day)
    {
        if (MeasuredProgress.TargetOf(indicator) is not { } target) return null;
        if (day >= dueOn) return target;
        if (indicator.Trajectory.LastOrDefault(point => point.On <= day) is { } point) return point.Expected;
        if (MeasuredProgress.BaselineOf(indicator) is not { } baseline) return null;

        var kind = KindRules.Of(indicator.Kind);
        if (indicator.Trajectory.Count > 0 || !kind.Grows || day <= start) return baseline;

        var moved = (target - baseline) * (day.DayNumber - start.DayNumber) / (dueOn.DayNumber - start.DayNumber);
        return baseline + (kind.IsWhole ? decimal.Truncate(moved) : moved);
    }

    /// <summary>Percentage points of the way that the newest value lacks today, rounded down; what was never measured stands at its baseline.</summary>
    /// <returns>0 when it is on its way or ahead; null where nobody can say.</returns>
    public static int? PointsBehind(Indicator indicator, IndicatorValue? newest, DateOnly start, DateOnly dueOn, DateOnly day)
    {
        if (On(indicator, start, dueOn, day) is not { } expected || MeasuredProgress.At(indicator, expected) is not { } should) return null;

        var does = newest is null
            ? MeasuredProgress.BaselineOf(indicator) is { } baseline ? MeasuredProgress.At(indicator, baseline) : null
            : MeasuredProgress.Of(indicator, newest);
        return does is { } stands ? Math.Max(0, (should.Permille - stands.Permille) / 10) : null;
    }
}
