using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>Numbers that a person must make exact before anybody can be held to them.</summary>
internal static partial class UnclearNumbers
{
    public static IEnumerable<PlanDoubt> In(Passage passage) => Vague().Matches(passage.Text)
        .Select(match => PlanDoubts.UnclearNumber(passage.LineAt(match.Index), passage.Quote(match.Index, match.Length)))
        .Concat(PerCounty().Matches(passage.Text)
            .Where(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) > Gazetteer.Shipped.CountyCount)
            .Select(match => PlanDoubts.MoreThanCounties(passage.LineAt(match.Index), passage.Quote(match.Index, match.Length), Gazetteer.Shipped.CountyCount)));

    // One for each county: 11个县域医共体 where there are ten.
    [GeneratedRegex(@"(?<!\d)(\d{1,3})个(?:县域|县区|县（区）|县级|县)")]
    private static partial Regex PerCounty();

    [GeneratedRegex(@"(?<![\d.])\d{1,12}(?:\.\d{1,6})?%?[万亿]?(?:个|家|项|所|人|亩|公里|亿元|万元)?左右|(?:数十|数百|上百|上千|近百)[个家项所人名亩座处条]")]
    private static partial Regex Vague();
}
