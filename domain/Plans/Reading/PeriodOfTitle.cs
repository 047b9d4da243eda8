using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>The years a plan covers, where its title names them.</summary>
internal static partial class PeriodOfTitle
{
    public static PlanPeriod? Read(string title)
    {
        if (Span().Match(title) is { Success: true } span)
            return new PlanPeriod(span.Groups[1].Value, span.Groups[2].Value);
        if (title.Contains("十四五", StringComparison.Ordinal))
            return new PlanPeriod("2021", "2025");
        if (title.Contains("十五五", StringComparison.Ordinal))
            return new PlanPeriod("2026", "2030");
        return Year().Match(title) is { Success: true } year
            ? new PlanPeriod(year.Groups[1].Value, year.Groups[1].Value)
            : null;
    }

    [GeneratedRegex(@"(20[0-9]{2})\s*年?\s*[-—–－~～至到]{1,2}\s*(?:FY\s?)?(20[0-9]{2})(?![0-9])")]
    private static partial Regex Span();

    [GeneratedRegex(@"(20[0-9]{2})\s*年")]
    private static partial Regex Year();
}
