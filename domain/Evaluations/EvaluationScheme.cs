using System.Text.Json;
using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>考核办法: what is scored, how, and what follows from the points. One version of it; a new one is a new value.</summary>
/// <remarks>
/// The JSON form, name by name, stands in docs/rules/evaluation-bundle.md, the arithmetic in docs/rules/scoring.md.
/// Groups, sections, indicators, measures and grades stand in an order that people chose; it is part of the content.
/// </remarks>
/// <param name="Version">Counts from 1.</param>
/// <param name="Decimals">2 or 4: to so many the points of each indicator are rounded, and nothing else is.</param>
/// <param name="ProcessShareMax">The most that indicators of the process may weigh, in percent of all weights.</param>
/// <param name="BonusMax">加分 together add at most so many points.</param>
/// <param name="DeductionMax">扣分 together take at most so many points.</param>
/// <param name="Grades">From the best to the worst.</param>
/// <param name="Ties">Decide one after another where points are equal; after the last the rank is shared.</param>
/// <param name="QuotaTie">What becomes of agencies that share a rank on the edge of a quota.</param>
public sealed record EvaluationScheme(
    ItemCode Code,
    int Version,
    string Name,
    int Decimals,
    Fraction ProcessShareMax,
    Fraction BonusMax,
    Fraction DeductionMax,
    IReadOnlyList<Grade> Grades,
    IReadOnlyList<TieKey> Ties,
    QuotaTie QuotaTie,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<EvaluationGroup> Groups)
{
    /// <summary>The content hash: two schemes are the same version of the same thing when it is equal.</summary>
    public string Hash => CanonicalJson.HashOf(Write().Value);

    /// <summary>The canonical text.</summary>
    public JsonText Write() => new(CanonicalJson.Of(this));

    /// <summary>Reads a scheme strictly, as a bundle has it; what is wrong with its form is one finding.</summary>
    public static (EvaluationScheme? Scheme, EvaluationFinding? Finding) Read(JsonText json)
    {
        try
        {
            return JsonSerializer.Deserialize<EvaluationScheme>(json.Value, EvaluationJson.Options) is { } scheme
                ? (scheme, null)
                : (null, SchemeFindings.Malformed.At("", "null"));
        }
        catch (JsonException problem)
        {
            return (null, SchemeFindings.Malformed.At(problem.Path ?? "", problem.Message));
        }
        catch (InvalidOperationException problem)
        {
            // A string that is no Unicode text, such as half a surrogate pair, is found only when it is read.
            return (null, SchemeFindings.Malformed.At("", problem.Message));
        }
    }
}

/// <summary>等次, for agencies whose points reach <paramref name="From"/>; the last is for all others.</summary>
public sealed record Grade(ItemCode Code, string Name, Fraction From);

/// <summary>A branch of the tree of indicators; null <paramref name="Parent"/> at the root.</summary>
public sealed record Section(ItemCode Code, string Name, ItemCode? Parent = null);

/// <summary>Comparable agencies (考核分组), ranked among each other.</summary>
/// <param name="Weights">权重 of every scored indicator that this group has, in points; they sum to 100 for each agency.</param>
public sealed record EvaluationGroup(
    ItemCode Code,
    string Name,
    IReadOnlyList<AgencyCode> Agencies,
    IReadOnlyDictionary<ItemCode, Fraction> Weights,
    IReadOnlyList<GradeQuota> Quotas)
{
    public Fraction WeightOf(ItemCode indicator) => Weights.GetValueOrDefault(indicator);
}

/// <summary>At most so many agencies of a group may have a grade: a share of the group in percent, rounded down.</summary>
public sealed record GradeQuota(ItemCode Grade, Fraction Percent)
{
    public int SeatsAmong(int agencies) => (Percent * agencies / Fraction.Hundred).Floor();
}

/// <summary>What decides between equal points.</summary>
public enum TieBy
{
    /// <summary>More points in an indicator.</summary>
    Indicator,

    /// <summary>More points in a section with all below it.</summary>
    Section,

    /// <summary>Fewer points deducted.</summary>
    Deduction,

    /// <summary>Fewer points added.</summary>
    Bonus,
}

/// <param name="Code">The indicator or section; null for the others.</param>
public sealed record TieKey(TieBy By, ItemCode? Code = null);

public enum QuotaTie
{
    /// <summary>All who share the rank fall to the next grade; a seat may stay empty.</summary>
    Lower,

    /// <summary>All who share the rank keep the grade, when at least one seat is left.</summary>
    Upper,
}
