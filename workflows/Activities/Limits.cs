using System.Collections.Immutable;
using System.Globalization;

namespace Supervision.Workflows.Activities;

/// <summary>Counts the dues of a wait from its terms.</summary>
internal static class Limits
{
    /// <summary>The limit is the end of the n-th day after the first day, in working days or in calendar days. The reminder is the morning some working days earlier.</summary>
    public static ImmutableSortedDictionary<string, Due> Count(ImmutableSortedDictionary<string, string> terms, StepContext context) =>
        FromDay(terms, context) is { } from && Last(from, terms, context) is { } last ? Ending(last, terms, context) : Values.NoDues;

    /// <summary>A limit that ends with a day, and its reminder.</summary>
    public static ImmutableSortedDictionary<string, Due> Ending(
        DateOnly last, ImmutableSortedDictionary<string, string> terms, StepContext context)
    {
        var dues = Values.NoDues.Add(DueNames.Limit, new Due(context.Calendar.EndOf(last), last));
        if (terms.Number(WaitTerms.RemindWorkingDays) is not { } before) return dues;

        // A reminder whose morning has passed would only repeat what has just been said.
        var day = context.Calendar.AddWorkingDays(last, -before);
        var remind = new Due(context.Calendar.StartOf(day), day);
        return remind.At > context.Now ? dues.Add(DueNames.Remind, remind) : dues;
    }

    /// <summary>延长时限: more days of the kind that the limit is counted in. What a stopped clock has moved stays moved; a wait without a limit stays without.</summary>
    public static Bookmark Extend(Bookmark bookmark, int more, StepContext context)
    {
        var unit = bookmark.Terms.ContainsKey(WaitTerms.LimitDays) ? WaitTerms.LimitDays : WaitTerms.LimitWorkingDays;
        if (bookmark.Terms.Number(unit) is not { } days) return bookmark;
        var terms = bookmark.Terms.SetItem(unit, (days + more).ToString(CultureInfo.InvariantCulture));
        var counted = bookmark.Dues.GetValueOrDefault(DueNames.Limit)?.Day is { } last
            ? Ending(After(last, more, unit, context), terms, context)
            : Count(terms, context);
        return With(bookmark with { Terms = terms }, counted, context);
    }

    /// <summary>From now on the limit follows a base of the actor, such as the due date in force.</summary>
    public static Bookmark Rest(Bookmark bookmark, string baseName, StepContext context)
    {
        var terms = bookmark.Terms.RemoveRange([WaitTerms.LimitDays, WaitTerms.Since])
            .SetItem(WaitTerms.LimitWorkingDays, "0").SetItem(WaitTerms.LimitBase, baseName);
        return With(bookmark with { Terms = terms }, Count(terms, context), context);
    }

    /// <summary>Counts a bookmark's limit again. One that has spoken up stays silent unless it now lies ahead again.</summary>
    public static Bookmark Recount(Bookmark bookmark, StepContext context) => With(bookmark, Count(bookmark.Terms, context), context);

    private static Bookmark With(Bookmark bookmark, ImmutableSortedDictionary<string, Due> counted, StepContext context)
    {
        var kept = counted.Where(due => due.Value.At > context.Now || bookmark.Dues.ContainsKey(due.Key));
        return bookmark with { Dues = bookmark.Dues.RemoveRange([DueNames.Limit, DueNames.Remind]).AddRange(kept) };
    }

    private static DateOnly? Last(DateOnly from, ImmutableSortedDictionary<string, string> terms, StepContext context)
    {
        foreach (var unit in new[] { WaitTerms.LimitWorkingDays, WaitTerms.LimitDays })
            if (terms.Number(unit) is { } count) return After(from, count, unit, context);
        return null;
    }

    // A period in calendar days does not end on a day on which nobody could act.
    private static DateOnly After(DateOnly from, int days, string unit, StepContext context) => unit == WaitTerms.LimitDays
        ? context.Calendar.AddWorkingDays(from.AddDays(days - 1), 1)
        : context.Calendar.AddWorkingDays(from, days);

    private static DateOnly? FromDay(ImmutableSortedDictionary<string, string> terms, StepContext context)
    {
        if (terms.TryGetValue(WaitTerms.LimitBase, out var name))
            return context.Bases.TryGetValue(name, out var day) ? day : null;
        return terms.TryGetValue(WaitTerms.Since, out var since) ? WaitTerms.Day(since) : null;
    }
}
