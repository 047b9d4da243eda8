using Supervision.Definitions;
using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>What is wrong with a scheme before anybody is scored by it. Pure; finds all, not the first.</summary>
/// <remarks>Source: domain.md §2.2 (rules against formalism) and §2.4. Every code: docs/rules/evaluation-schemes.md.</remarks>
public static partial class SchemeRules
{
    /// <summary>Of sections, measures, indicators, and of agencies in all groups together.</summary>
    public const int PartsMax = 5000;

    /// <summary>A rank among fewer says more about the group than about the agency (样本不足).</summary>
    public const int SampleMin = 5;

    public static IReadOnlyList<EvaluationFinding> Check(EvaluationScheme scheme)
    {
        var index = new SchemeIndex(scheme);
        EvaluationFinding[] structure = [.. Sizes(scheme), .. Codes(scheme), .. Names(scheme), .. Tree(scheme, index), .. Agencies(scheme)];
        return
        [
            .. structure, .. Weights(scheme, index), .. Measures(scheme, index), .. Functions(scheme, index), .. Rules(scheme),
            .. Grades(scheme, index), .. Formalism(scheme),
        ];
    }

    public static bool IsSound(IEnumerable<EvaluationFinding> findings) => findings.All(finding => finding.Severity is not Severity.Error);

    private static IEnumerable<EvaluationFinding> Sizes(EvaluationScheme scheme)
    {
        (string Name, int Count)[] sizes =
        [
            ("sections", scheme.Sections.Count), ("measures", scheme.Measures.Count), ("indicators", scheme.Indicators.Count),
            ("agencies", scheme.Groups.Sum(group => group.Agencies.Count)),
        ];
        foreach (var (name, count) in sizes.Where(size => size.Count > PartsMax))
            yield return SchemeFindings.TooMuch.At(name, name, count, PartsMax);
        if (scheme.Version < 1) yield return SchemeFindings.VersionUnfit.At("version", scheme.Version);
        if (scheme.Decimals is not (2 or 4)) yield return SchemeFindings.DecimalsUnfit.At("decimals", scheme.Decimals);
        if (!IsCap(scheme.BonusMax, 100, scheme.Decimals))
            yield return SchemeFindings.CapOutOfRange.At("bonusMax", scheme.BonusMax, 100, scheme.Decimals);
        if (!IsCap(scheme.DeductionMax, 100, scheme.Decimals))
            yield return SchemeFindings.CapOutOfRange.At("deductionMax", scheme.DeductionMax, 100, scheme.Decimals);
    }

    private static IEnumerable<EvaluationFinding> Codes(EvaluationScheme scheme) =>
    [
        .. Twice("grades", scheme.Grades.Select(part => part.Code)), .. Twice("sections", scheme.Sections.Select(part => part.Code)),
        .. Twice("measures", scheme.Measures.Select(part => part.Code)), .. Twice("indicators", scheme.Indicators.Select(part => part.Code)),
        .. Twice("groups", scheme.Groups.Select(part => part.Code)),
        .. scheme.Groups.SelectMany(group => Twice($"groups/{group.Code}/quotas", group.Quotas.Select(quota => quota.Grade))),
    ];

    private static IEnumerable<EvaluationFinding> Names(EvaluationScheme scheme)
    {
        IEnumerable<(string Place, string Name)> named =
        [
            ("name", scheme.Name), .. scheme.Grades.Select(part => ($"grades/{part.Code}", part.Name)),
            .. scheme.Sections.Select(part => ($"sections/{part.Code}", part.Name)),
            .. scheme.Measures.Select(part => ($"measures/{part.Code}", part.Name)),
            .. scheme.Indicators.Select(part => ($"indicators/{part.Code}", part.Name)),
            .. scheme.Groups.Select(part => ($"groups/{part.Code}", part.Name)),
        ];
        return named.Where(part => string.IsNullOrWhiteSpace(part.Name)).Select(part => SchemeFindings.NameMissing.At(part.Place));
    }

    private static IEnumerable<EvaluationFinding> Tree(EvaluationScheme scheme, SchemeIndex index)
    {
        foreach (var section in scheme.Sections)
        {
            var seen = new HashSet<ItemCode>();
            for (var at = section; at.Parent is { } parent; at = index.Sections[parent])
            {
                if (!index.Sections.ContainsKey(parent))
                {
                    if (at == section) yield return SchemeFindings.CodeUnknown.At($"sections/{section.Code}", parent);
                    break;
                }

                if (seen.Add(at.Code)) continue;
                yield return SchemeFindings.SectionCircle.At($"sections/{section.Code}", section.Code);
                break;
            }
        }

        foreach (var indicator in scheme.Indicators.Where(indicator => !index.Sections.ContainsKey(indicator.Section)))
            yield return SchemeFindings.CodeUnknown.At($"indicators/{indicator.Code}/section", indicator.Section);
    }

    private static IEnumerable<EvaluationFinding> Agencies(EvaluationScheme scheme)
    {
        var seen = new Dictionary<AgencyCode, ItemCode>();
        foreach (var group in scheme.Groups)
        {
            if (group.Agencies.Count == 0) yield return SchemeFindings.GroupEmpty.At($"groups/{group.Code}");
            foreach (var agency in group.Agencies.Where(agency => !seen.TryAdd(agency, group.Code)))
                yield return SchemeFindings.AgencyTwice.At($"groups/{group.Code}/agencies", agency, seen[agency]);
        }

        foreach (var indicator in scheme.Indicators)
        {
            foreach (var agency in (indicator.Agencies ?? []).Where(agency => !seen.ContainsKey(agency)))
                yield return SchemeFindings.CodeUnknown.At($"indicators/{indicator.Code}/agencies", agency);
        }
    }

    private static IEnumerable<EvaluationFinding> Twice(string place, IEnumerable<ItemCode> codes) =>
        codes.GroupBy(code => code).Where(same => same.Count() > 1).Select(same => SchemeFindings.CodeTwice.At(place, same.Key));

    private static bool IsPercent(Fraction? value) => value is { IsNegative: false } percent && percent <= Fraction.Hundred;

    private static bool IsCap(Fraction value, int max, int decimals) =>
        !value.IsNegative && value <= max && decimals is > 0 and <= Fraction.DecimalsMax && value.HasDecimals(decimals);
}
