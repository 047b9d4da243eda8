using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>The time limits (时限) that a passage names, each with the last day that is in time where one can be told.</summary>
/// <param name="years">What the plan says about years, for limits that name none.</param>
/// <param name="dates">Which number of 03/04/2026 is the day.</param>
internal sealed class DeadlineReader(PlanYears years, SlashDates dates)
{
    /// <summary>A limit and the stretch of the passage which it takes.</summary>
    /// <param name="YearAssumed">Whether the text names no year.</param>
    public sealed record Found(PlanDeadline Deadline, int Start, int End, bool YearAssumed, string? Suggestion);

    public IReadOnlyList<Found> Read(Passage passage)
    {
        var claimed = Quotations(passage.Text);
        var found = new List<Found>();
        foreach (var form in DeadlineForms.All)
        {
            foreach (Match match in form.Pattern.Matches(passage.Text))
            {
                if (claimed.Any(span => match.Index < span.End && span.Start < match.Index + match.Length))
                    continue;
                claimed.Add((match.Index, match.Index + match.Length));
                if (Limit(passage, match, form) is { } limit)
                    found.Add(limit);
            }
        }

        return [.. found.OrderBy(limit => limit.Start)];
    }

    /// <summary>The words after 完成时限：, where none of the usual forms stands: 长期, 全年, 2025, 30 June 2027.</summary>
    public PlanDeadline? OfValue(Passage passage, int start, int length)
    {
        var quote = passage.Quote(start, length).Trim();
        if (DeadlineForms.Standing().IsMatch(quote))
            return new PlanDeadline(quote, DeadlineKind.Continuous, null, null, passage.LineAt(start));
        foreach (var form in DeadlineForms.Bare)
        {
            if (form.Pattern.Match(passage.Text[start..(start + length)].Trim()) is { Success: true } match)
            {
                var year = DeadlineForm.YearOf(match) ?? years.Single;
                return new PlanDeadline(quote, form.Kind, SlashDates.IsIn(match) ? dates.Read(match) : year is null ? null : form.LastDay(match, year.Value), null, passage.LineAt(start));
            }
        }

        return null;
    }

    /// <summary>一季度 over a column sets a limit for what stands in it.</summary>
    public PlanDeadline? OfHead(ColumnHead head, int line) =>
        DeadlineForms.OfHead.Match(head.Words) is { Success: true } match
            ? new PlanDeadline(head.Words, DeadlineKind.Period, (DeadlineForm.YearOf(match) ?? years.Single) is { } year ? new DeadlineForm(DeadlineKind.Period, DeadlineForms.OfHead).LastDay(match, year) : null, null, line)
            : null;

    private Found? Limit(Passage passage, Match match, DeadlineForm form)
    {
        var year = DeadlineForm.YearOf(match) ?? (form.Kind is DeadlineKind.Date or DeadlineKind.Period ? null : 0);
        var assumed = year is null;
        year ??= years.Before(passage.Text, match.Index) is { } named ? named + DeadlineForms.YearsOn(match) : YearWithout(match) + DeadlineForms.YearsOn(match);
        if (year > 0 && (year < years.Earliest || DeadlineForms.IsBaseline(passage.Text, match, form.Kind == DeadlineKind.Period)))
            return null;

        var on = SlashDates.IsIn(match) ? dates.Read(match) : year > 0 ? form.LastDay(match, year.Value) : null;
        var guess = year is null && years.Latest is { } latest ? form.LastDay(match, latest) : null;
        return new Found(
            new PlanDeadline(passage.Quote(match.Index, match.Length), form.Kind, on, form.Every(match), passage.LineAt(match.Index)),
            match.Index, match.Index + match.Length, assumed, guess?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    // A winter's plan runs over two years: its 春节 is in the second, everything else that names no year in the first.
    private int? YearWithout(Match match) => years.Single
        ?? (match.Groups["feast"] is { Success: true } feast && years.Latest - years.Earliest == 1 ? Festivals.IsEarly(feast.Value) ? years.Latest : years.Earliest : null);

    // A title in 《》 names the years of another document, or of this one.
    private static List<(int Start, int End)> Quotations(string text) =>
        [.. DeadlineForms.Quoted().Matches(text).Select(match => (match.Index, match.Index + match.Length))];
}
