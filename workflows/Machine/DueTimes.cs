using Supervision.Workflows.Activities;

namespace Supervision.Workflows;

/// <summary>Moves the dues of an instance. Nothing else of it changes, so no definition is needed.</summary>
internal static class DueTimes
{
    /// <summary>恢复计时: every due counted in working days moves by as many as the clock stood. Elapsed time has gone on.</summary>
    public static InstanceState Shift(InstanceState state, int workingDays, StepContext context) =>
        Change(state, bookmark => Shift(bookmark, workingDays, context));

    /// <summary>A base has moved: limits counted from it are counted again, those that had passed as well.</summary>
    public static InstanceState Rebase(InstanceState state, string baseName, DateOnly day, StepContext context)
    {
        var moved = context with
        {
            Bases = context.Bases.Where(known => known.Key != baseName).Append(new(baseName, day)).ToDictionary(StringComparer.Ordinal),
        };
        return Change(state, bookmark => bookmark.Term(WaitTerms.LimitBase) == baseName ? Recount(bookmark, moved) : bookmark);
    }

    private static Bookmark Shift(Bookmark bookmark, int workingDays, StepContext context)
    {
        if (WaitForReport.Resume(bookmark, context) is { } armed) return armed;
        var dues = bookmark.Dues;
        foreach (var (name, due) in bookmark.Dues)
        {
            if (due.Day is not { } day) continue;
            var moved = context.Calendar.AddWorkingDays(day, workingDays);
            dues = dues.SetItem(name, new Due(name == DueNames.Remind ? context.Calendar.StartOf(moved) : context.Calendar.EndOf(moved), moved));
        }

        return bookmark with { Dues = dues };
    }

    // A limit that has spoken up stays silent unless it now lies ahead again.
    private static Bookmark Recount(Bookmark bookmark, StepContext context)
    {
        var counted = Limits.Count(bookmark.Terms, context);
        var kept = counted.Where(due => due.Value.At > context.Now || bookmark.Dues.ContainsKey(due.Key));
        return bookmark with { Dues = bookmark.Dues.RemoveRange([DueNames.Limit, DueNames.Remind]).AddRange(kept) };
    }

    private static InstanceState Change(InstanceState state, Func<Bookmark, Bookmark> change) =>
        state.Status is InstanceStatus.Running or InstanceStatus.Faulted ? state with { Bookmarks = [.. state.Bookmarks.Select(change)] } : state;
}
