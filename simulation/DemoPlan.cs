using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Supervision.Simulation;

/// <summary>Our own sample plan for a demo, in our own words: three chapters, seven groups, 27 items with owners and dates.</summary>
/// <remarks>Its dates lie so many months after its first day, so that it is never an old plan.</remarks>
internal static partial class DemoPlan
{
    public const string FileName = "demo-plan.md";

    /// <summary>The text as it would have been issued for a year that begins on this day, in UTF-8.</summary>
    public static byte[] For(DateOnly from)
    {
        using var stream = typeof(DemoPlan).Assembly.GetManifestResourceStream($"Supervision.Simulation.{FileName}")!;
        using var reader = new StreamReader(stream);
        var text = Months().Replace(reader.ReadToEnd(), months => MonthEnd(from, months));
        var issued = from.AddDays(-20);
        return Encoding.UTF8.GetBytes(text
            .Replace("{year}", from.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{next-year}", (from.Year + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{issued}", $"{issued.Year}年{issued.Month}月{issued.Day}日", StringComparison.Ordinal));
    }

    private static string MonthEnd(DateOnly from, Match months)
    {
        var month = from.AddMonths(int.Parse(months.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        return $"{month.Year}年{month.Month}月底前";
    }

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Months();
}
