using System.Globalization;
using System.Text.RegularExpressions;
using Supervision.Agencies;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Imports;

/// <summary>Values as cells write them, and the way back.</summary>
internal static partial class CellValues
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n'];

    public static string Show(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    public static string Show(IReadOnlyList<AgencyCode> agencies, Organisation organisation) =>
        string.Join('、', agencies.Select(agency => Show(agency, organisation)));

    public static string Show(AgencyCode? agency, Organisation organisation) =>
        agency is { } code ? organisation.Find(code)?.Name ?? code.Value : "";

    /// <summary>2026-06-30, 2026/6/30, 2026.6.30, 2026年6月30日 as a sheet shows the cell of a day; nothing for an empty cell.</summary>
    public static (DateOnly? Day, Receipt.Refused? Problem) Day(string text)
    {
        if (text.Length == 0)
            return (null, null);

        var parts = DayPattern().Match(text);
        return parts.Success && Number(parts.Groups[1]) is var year and > 0 && Number(parts.Groups[2]) is var month and >= 1 and <= 12
            && Number(parts.Groups[3]) is var day && day >= 1 && day <= DateTime.DaysInMonth(year, month)
                ? (new DateOnly(year, month, day), null)
                : (null, RowRefusals.DayUnread.With([text]));
    }

    /// <summary>By code, name, short form or alias.</summary>
    public static (AgencyCode? Agency, Receipt.Refused? Problem) Agency(string text, Organisation organisation) =>
        text.Length == 0 ? (null, null)
        : organisation.OfName(text) is { } named ? (named.Code, null)
        : AgencyCode.TryParse(text, null, out var code) && organisation.IsKnown(code) ? (code, null)
        : (null, TaskRefusals.AgencyUnknown.With([text]));

    /// <summary>Several, with 、 or a comma between.</summary>
    public static (IReadOnlyList<AgencyCode> Agencies, Receipt.Refused? Problem) Agencies(string text, Organisation organisation)
    {
        var agencies = new List<AgencyCode>();
        foreach (var name in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (agency, problem) = Agency(name, organisation);
            if (problem is not null)
                return ([], problem);
            agencies.Add(agency!.Value);
        }

        return (agencies, null);
    }

    public static (int? Value, Receipt.Refused? Problem) Whole(string text, int min, int max) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? (value, null)
            : (null, RowRefusals.NumberUnread.With([text, min, max]));

    public static string? TextOrNull(string text) => text.Length == 0 ? null : text;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?(?:[ T]00:00(?::00)?)?$")]
    private static partial Regex DayPattern();
}
