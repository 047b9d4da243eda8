namespace Supervision.Evaluations;

/// <summary>Ranks and grades of one group.</summary>
internal sealed class GradeRules(EvaluationScheme scheme)
{
    private readonly Dictionary<ItemCode, int> _order =
        scheme.Grades.Select((grade, place) => (grade.Code, place)).DistinctBy(pair => pair.Code).ToDictionary(pair => pair.Code, pair => pair.place);

    /// <returns>In order of rank, then of code; agencies without a total last.</returns>
    public IReadOnlyList<Standing> Of(EvaluationGroup group, IReadOnlyList<AgencyScore> scores)
    {
        AgencyScore[] ranked = [.. scores.Where(score => score.Total is not null)
            .Order(Comparer<AgencyScore>.Create(Compare)).ThenBy(score => score.Agency.Value, StringComparer.Ordinal)];
        var standings = new List<Standing>();
        for (var i = 0; i < ranked.Length; i++)
        {
            var rank = i > 0 && Compare(ranked[i - 1], ranked[i]) == 0 ? standings[^1].Rank : i + 1;
            standings.Add(Entitled(ranked[i], rank));
        }

        var open = scores.Where(score => score.Total is null).OrderBy(score => score.Agency.Value, StringComparer.Ordinal)
            .Select(score => new Standing(score, null, null, CeilingOf(score), null));
        return [.. Graded(group, standings), .. open];
    }

    // More points come first; then the declared keys, one after another. 0 means that the rank is shared.
    private int Compare(AgencyScore a, AgencyScore b)
    {
        var order = b.Total!.Value.CompareTo(a.Total!.Value);
        for (var i = 0; order == 0 && i < scheme.Ties.Count; i++)
        {
            var tie = scheme.Ties[i];
            order = tie.By switch
            {
                TieBy.Deduction => a.Deduction.CompareTo(b.Deduction),
                TieBy.Bonus => a.Bonus.CompareTo(b.Bonus),
                TieBy.Section => SectionPoints(b, tie.Code).CompareTo(SectionPoints(a, tie.Code)),
                _ => LinePoints(b, tie.Code).CompareTo(LinePoints(a, tie.Code)),
            };
        }

        return order;
    }

    private static Fraction SectionPoints(AgencyScore score, ItemCode? code) =>
        score.Sections.FirstOrDefault(section => section.Section == code)?.Points ?? Fraction.Zero;

    private static Fraction LinePoints(AgencyScore score, ItemCode? code) =>
        score.Lines.FirstOrDefault(line => line.Indicator == code)?.Points ?? Fraction.Zero;

    private Standing Entitled(AgencyScore score, int? rank)
    {
        var earned = scheme.Grades.FirstOrDefault(grade => score.Total >= grade.From) ?? scheme.Grades[^1];
        var ceiling = CeilingOf(score);
        var grade = ceiling is { } worst && _order[worst] > _order[earned.Code] ? worst : earned.Code;
        return new Standing(score, rank, earned.Code, ceiling, grade);
    }

    // Of several vetoes the worst ceiling counts.
    private ItemCode? CeilingOf(AgencyScore score) => score.Lines
        .Where(line => line.Ceiling is not null).Select(line => line.Ceiling).MaxBy(ceiling => _order[ceiling!.Value]);

    // In order of rank each takes a seat of its grade; who finds none goes on to the next grade, which may be full too.
    private IEnumerable<Standing> Graded(EvaluationGroup group, List<Standing> standings)
    {
        var seats = group.Quotas.ToDictionary(quota => quota.Grade, quota => quota.SeatsAmong(group.Agencies.Count));
        foreach (var sharing in standings.GroupBy(standing => standing.Rank))
        {
            var grades = sharing.ToDictionary(standing => standing, standing => _order[standing.Grade!.Value]);
            for (var place = 0; place < scheme.Grades.Count - 1; place++)
            {
                if (!seats.TryGetValue(scheme.Grades[place].Code, out var left)) continue;
                Standing[] here = [.. sharing.Where(standing => grades[standing] == place)];
                if (here.Length <= left || (scheme.QuotaTie is QuotaTie.Upper && left > 0))
                    seats[scheme.Grades[place].Code] = Math.Max(0, left - here.Length);
                else
                    foreach (var standing in here) grades[standing]++;
            }

            foreach (var standing in sharing) yield return standing with { Grade = scheme.Grades[grades[standing]].Code };
        }
    }
}
