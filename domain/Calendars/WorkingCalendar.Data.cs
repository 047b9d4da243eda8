using System.Globalization;
using System.Text.Json;

namespace Supervision.Calendars;

/// <remarks>How the yearly notices become a calendar.</remarks>
public sealed partial class WorkingCalendar
{
    private static readonly Lazy<WorkingCalendar> FromAssembly = new(() => Parse(ReadResource()));

    /// <summary>The calendar that comes with the program, from the notices known when it was built.</summary>
    public static WorkingCalendar Shipped => FromAssembly.Value;

    /// <summary>
    /// Reads <c>{"2025": {"holidays": {"2025-01-01": "元旦"}, "makeUpWorkdays": {…}}}</c>.
    /// </summary>
    /// <exception cref="FormatException">The text is no such calendar; the message names the entry.</exception>
    public static WorkingCalendar Parse(string json)
    {
        var years = ReadYears(json);
        var holidays = new Dictionary<DateOnly, string>();
        var makeUpWorkdays = new Dictionary<DateOnly, string>();
        foreach (var (year, notice) in years)
        {
            AddDays(year, notice.Holidays, holidays);
            AddDays(year, notice.MakeUpWorkdays, makeUpWorkdays);
        }

        foreach (var day in makeUpWorkdays.Keys.Where(holidays.ContainsKey))
            throw new FormatException($"{day:yyyy-MM-dd} is both a holiday and a make-up workday; keep one of them.");

        return new WorkingCalendar(years.Keys.Select(YearOf), holidays, makeUpWorkdays);
    }

    private static Dictionary<string, Notice> ReadYears(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, Notice>>(json, JsonSerializerOptions.Web)
                ?? throw new FormatException("A calendar is an object with one entry for each year, not null.");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"This is no calendar: {problem.Message}", problem);
        }
    }

    private static void AddDays(string year, Dictionary<string, string>? from, Dictionary<DateOnly, string> to)
    {
        foreach (var (text, name) in from ?? [])
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || day.Year != YearOf(year))
            {
                throw new FormatException($"\"{text}\" is no day of {year}; write it as {year}-MM-DD under its own year.");
            }

            to[day] = name;
        }
    }

    private static int YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999
            ? year
            : throw new FormatException($"\"{text}\" is no year; the entries of a calendar are named 2025, 2026 and so on.");

    private static string ReadResource()
    {
        using var stream = typeof(WorkingCalendar).Assembly
            .GetManifestResourceStream("Supervision.Calendars.working-calendar.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>One year's notice of the State Council (国务院办公厅关于部分节假日安排的通知).</summary>
    private sealed record Notice(Dictionary<string, string>? Holidays, Dictionary<string, string>? MakeUpWorkdays);
}
