using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>Why an indicator gives other points than before.</summary>
public enum MoveCause
{
    /// <summary>The agency's own measurement, marks or level differ.</summary>
    Value,

    /// <summary>Others of the group moved: a rank, or the group's lowest or mean that stands in for a missing value.</summary>
    Others,

    /// <summary>Its weight differs, by the scheme or because something else does not apply now, or does again.</summary>
    Weight,

    /// <summary>The scheme scores the same value otherwise.</summary>
    Rule,

    /// <summary>The agency has this indicator only now, or no longer.</summary>
    Scope,
}

/// <summary>Null points where the indicator is held, or is not there.</summary>
public sealed record LineMove(ItemCode Indicator, Fraction? Before, Fraction? After, MoveCause Cause)
{
    public Fraction Difference => (After ?? Fraction.Zero) - (Before ?? Fraction.Zero);
}

/// <summary>One agency that differs. Without a line that moved, others have changed its rank or grade.</summary>
public sealed record AgencyMove(AgencyCode Agency, Standing? Before, Standing? After, IReadOnlyList<LineMove> Lines)
{
    /// <summary>Null where one of the two has no total.</summary>
    public Fraction? Difference => After?.Score.Total - Before?.Score.Total;
}

/// <summary>What moves between two results, by how much and why; in order of the second's groups and ranks.</summary>
public static class ResultComparison
{
    public static IReadOnlyList<AgencyMove> Of(EvaluationResult before, EvaluationResult after)
    {
        var (old, current) = (ByAgency(before), ByAgency(after));
        var sameScheme = before.SchemeHash == after.SchemeHash;
        return
        [
            .. current.Keys.Concat(old.Keys.Where(agency => !current.ContainsKey(agency)))
                .Select(agency => Move(agency, old.GetValueOrDefault(agency), current.GetValueOrDefault(agency), sameScheme))
                .OfType<AgencyMove>(),
        ];
    }

    private static Dictionary<AgencyCode, Standing> ByAgency(EvaluationResult result) =>
        result.Groups.SelectMany(group => group.Standings).ToDictionary(standing => standing.Score.Agency);

    private static AgencyMove? Move(AgencyCode agency, Standing? before, Standing? after, bool sameScheme)
    {
        LineMove[] lines = ReferenceEquals(before?.Score, after?.Score) ? [] : [.. Lines(before, after, sameScheme)];
        var isSame = lines.Length == 0 && (before?.Rank, before?.Grade, before?.Ceiling, before?.Score.Total)
            == (after?.Rank, after?.Grade, after?.Ceiling, after?.Score.Total);
        return isSame ? null : new AgencyMove(agency, before, after, lines);
    }

    private static IEnumerable<LineMove> Lines(Standing? before, Standing? after, bool sameScheme)
    {
        var old = (before?.Score.Lines ?? []).ToDictionary(line => line.Indicator);
        var current = (after?.Score.Lines ?? []).ToDictionary(line => line.Indicator);
        foreach (var indicator in current.Keys.Concat(old.Keys.Where(code => !current.ContainsKey(code))))
        {
            var (was, @is) = (old.GetValueOrDefault(indicator), current.GetValueOrDefault(indicator));
            if (was?.Points == @is?.Points && was?.State == @is?.State && was?.Ceiling == @is?.Ceiling) continue;
            var cause = was is null || @is is null ? MoveCause.Scope : CauseOf(was, @is, sameScheme);
            yield return new LineMove(indicator, was?.Points, @is?.Points, cause);
        }
    }

    private static MoveCause CauseOf(IndicatorLine was, IndicatorLine now, bool sameScheme)
    {
        if (was.State == now.State && was.Attainment == now.Attainment && was.EffectiveWeight != now.EffectiveWeight) return MoveCause.Weight;
        if (!sameScheme && OwnOf(was).SequenceEqual(OwnOf(now))) return was.Weight != now.Weight ? MoveCause.Weight : MoveCause.Rule;
        var leansOnOthers = was.State == now.State
            && (now.Rule is "lowest" or "mean" || (now.Function is "rank" && was.ValueOf("value") == now.ValueOf("value")));
        return leansOnOthers || Finding.TooFewRanked == now.Reason || Finding.TooFewRanked == was.Reason ? MoveCause.Others : MoveCause.Value;
    }

    // What the agency itself brought, whatever the scheme makes of it.
    private static IEnumerable<LineValue> OwnOf(IndicatorLine line) => line.Values.Where(value =>
        value.Name is "value" or "part" or "whole" or "events" or "class" or "reachedOn" or "marks" or "sum" or "highest" or "lowest");
}
