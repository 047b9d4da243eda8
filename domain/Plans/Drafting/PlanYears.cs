using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>The years in which the time limits of a plan can lie.</summary>
/// <param name="Single">The only year that 年底前 can mean; null where the plan runs over several.</param>
/// <param name="Earliest">What lies before is history.</param>
internal sealed partial record PlanYears(int? Single, int Earliest, int? Latest)
{
    /// <param name="leadIn">What stands before the first chapter, for a plan whose title and date name no year.</param>
    /// <param name="text">Everything else, for one whose lead-in names none either: the only year that it names.</param>
    public static PlanYears Of(PlanPeriod? period, DateOnly? issuedOn, IEnumerable<string> leadIn, IEnumerable<string> text)
    {
        var (from, to) = (YearOf(period?.From), YearOf(period?.To));
        if (from is null && issuedOn is null)
        {
            var named = In(leadIn);
            if (named.Count == 0 && In(text).Distinct().ToList() is { Count: 1 } only)
                named = only;
            (from, to) = (named.Min(), named.Max());
        }

        return new PlanYears(
            from is null ? issuedOn?.Year : from == to ? from : null,
            Math.Min(from ?? issuedOn?.Year ?? 0, issuedOn?.Year ?? int.MaxValue),
            to ?? issuedOn?.Year);
    }

    /// <summary>The year named last before a place in the same paragraph: 2025年6月底前…，9月底前….</summary>
    public int? Before(string text, int at) =>
        Year().Matches(text[..at]).Select(match => YearOf(match.Groups[1].Value)).LastOrDefault(year => year >= Earliest);

    private static List<int?> In(IEnumerable<string> lines) =>
        [.. lines.SelectMany(line => Year().Matches(line)).Select(match => YearOf(match.Groups[1].Value))];

    private static int? YearOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    [GeneratedRegex("(20[0-9]{2})(?:年|[〕\\]］】）)])")]
    private static partial Regex Year();
}
