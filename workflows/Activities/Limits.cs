using System.Collections.Immutable;
using System.Globalization;

namespace Supervision.Workflows.Activities;

/// <summary>Counts the dues of a wait from its terms.</summary>
internal static class Limits
{
    /// <summary>The limit is the end of the n-th working day after the day the wait began, or after the base. The reminder is the morning some working days earlier.</summary>
    public static ImmutableSortedDictionary<string, Due> Count(ImmutableSortedDictionary<string, string> terms, StepContext context)
    {
        if (terms.Number(WaitTerms.LimitWorkingDays) is not { } days || FromDay(terms, context) is not { } from) return Values.NoDues;
        return Ending(context.Calendar.AddWorkingDays(from, days), terms, context);
    }

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

    private static DateOnly? FromDay(ImmutableSortedDictionary<string, string> terms, StepContext context)
    {
        if (terms.TryGetValue(WaitTerms.LimitBase, out var name))
            return context.Bases.TryGetValue(name, out var day) ? day : null;
        return terms.TryGetValue(WaitTerms.Since, out var since)
            ? DateOnly.ParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }
}
