using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>The parts of a scheme by their codes; where a code stands twice, the first.</summary>
internal sealed class SchemeIndex
{
    public SchemeIndex(EvaluationScheme scheme)
    {
        Sections = ByCode(scheme.Sections, section => section.Code);
        Measures = ByCode(scheme.Measures, measure => measure.Code);
        Indicators = ByCode(scheme.Indicators, indicator => indicator.Code);
        Grades = ByCode(scheme.Grades, grade => grade.Code);
        GroupOf = ByCode(scheme.Groups.SelectMany(group => group.Agencies, (group, agency) => (group, agency)), pair => pair.agency)
            .ToDictionary(pair => pair.Key, pair => pair.Value.group);
        ReadersOf = scheme.Indicators.SelectMany(indicator => indicator.Measures().Distinct(), (indicator, measure) => (indicator, measure))
            .ToLookup(pair => pair.measure, pair => pair.indicator);
    }

    public IReadOnlyDictionary<ItemCode, Section> Sections { get; }

    public IReadOnlyDictionary<ItemCode, Measure> Measures { get; }

    public IReadOnlyDictionary<ItemCode, Indicator> Indicators { get; }

    public IReadOnlyDictionary<ItemCode, Grade> Grades { get; }

    public IReadOnlyDictionary<AgencyCode, EvaluationGroup> GroupOf { get; }

    /// <summary>The indicators that a measure is read by.</summary>
    public ILookup<ItemCode, Indicator> ReadersOf { get; }

    private static Dictionary<TCode, TPart> ByCode<TCode, TPart>(IEnumerable<TPart> parts, Func<TPart, TCode> code)
        where TCode : notnull
    {
        var found = new Dictionary<TCode, TPart>();
        foreach (var part in parts) found.TryAdd(code(part), part);
        return found;
    }
}
