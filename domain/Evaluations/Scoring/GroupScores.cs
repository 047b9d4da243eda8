using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>All that was computed of one group, column by column (an indicator each) and agency by agency.</summary>
internal sealed record GroupScores(
    EvaluationScheme Scheme,
    EvaluationGroup Group,
    IReadOnlyDictionary<ItemCode, IReadOnlyDictionary<AgencyCode, Outcome>> Columns,
    IReadOnlyDictionary<AgencyCode, AgencyScore> Scores,
    IReadOnlyList<Standing> Standings)
{
    public static GroupScores Of(
        EvaluationScheme scheme, EvaluationGroup group, OutcomeRules outcomes, ScoreRules scores, GradeRules grades)
    {
        var columns = scheme.Indicators.ToDictionary(indicator => indicator.Code, indicator => outcomes.Of(indicator, group));
        var all = group.Agencies.ToDictionary(
            agency => agency, agency => scores.Of(agency, group, OutcomesOf(scheme, columns, agency), before: null));
        return new GroupScores(scheme, group, columns, all, grades.Of(group, [.. all.Values]));
    }

    /// <summary>Computes the columns again that were reached, the agencies in them whose outcome differs, and all ranks.</summary>
    public GroupScores With(HashSet<ItemCode> reached, OutcomeRules outcomes, ScoreRules scores, GradeRules grades)
    {
        var columns = new Dictionary<ItemCode, IReadOnlyDictionary<AgencyCode, Outcome>>(Columns);
        var moved = new HashSet<AgencyCode>();
        foreach (var indicator in Scheme.Indicators.Where(indicator => reached.Contains(indicator.Code)))
        {
            var before = columns[indicator.Code];
            var after = outcomes.Of(indicator, Group).ToDictionary(
                pair => pair.Key, pair => pair.Value.Equals(before[pair.Key]) ? before[pair.Key] : pair.Value);
            moved.UnionWith(after.Where(pair => !ReferenceEquals(pair.Value, before[pair.Key])).Select(pair => pair.Key));
            columns[indicator.Code] = after;
        }

        if (moved.Count == 0) return this with { Columns = columns };
        var all = Scores.ToDictionary(pair => pair.Key, pair => moved.Contains(pair.Key)
            ? scores.Of(pair.Key, Group, OutcomesOf(Scheme, columns, pair.Key), pair.Value)
            : pair.Value);
        return new GroupScores(Scheme, Group, columns, all, Kept(grades.Of(Group, [.. all.Values])));
    }

    // Who stands as before keeps the object, and with it the text that was written of it.
    private Standing[] Kept(IReadOnlyList<Standing> standings)
    {
        var before = Standings.ToDictionary(standing => standing.Score.Agency);
        return [.. standings.Select(standing => before[standing.Score.Agency].IsSame(standing) ? before[standing.Score.Agency] : standing)];
    }

    /// <summary>The totals of some agencies with other weights; null where there is none, or the agency is not in the group.</summary>
    public IReadOnlyList<Fraction?> Totals(
        EvaluationGroup varied, IReadOnlyList<AgencyCode> agencies, OutcomeRules outcomes, ScoreRules scores)
    {
        // Points an event take a share of the weight that changes with it; all other attainments stay.
        var columns = Columns.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var indicator in Scheme.Indicators.Where(part => part is { IsWeighted: true, Function: ScoringFunction.PerEvent }))
            columns[indicator.Code] = outcomes.Of(indicator, varied);
        return
        [
            .. agencies.Select(agency => Scores.ContainsKey(agency)
                ? scores.Of(agency, varied, [.. OutcomesOf(Scheme, columns, agency).Where(pair => pair.Item1.IsFor(agency, varied))], before: null).Total
                : null),
        ];
    }

    private static List<(Indicator, Outcome)> OutcomesOf(
        EvaluationScheme scheme, Dictionary<ItemCode, IReadOnlyDictionary<AgencyCode, Outcome>> columns, AgencyCode agency)
    {
        var found = new List<(Indicator, Outcome)>(scheme.Indicators.Count);
        foreach (var indicator in scheme.Indicators)
        {
            if (columns[indicator.Code].TryGetValue(agency, out var outcome)) found.Add((indicator, outcome));
        }

        return found;
    }
}
