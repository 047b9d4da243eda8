using Supervision.Language;

namespace Supervision.Numbers;

/// <summary>No gaps, no doubles: a series gives its numbers one after another, and to nobody two. Pure.</summary>
public static class SeriesRules
{
    public static Decision Decide(NumberSeries series, SeriesId id, Caller caller, SeriesCommand command)
    {
        if (!caller.Is(Role.Follower))
            return Decision.Refuse(SeriesRefusals.NotAllowed, RoleLabels.Of(caller));

        return command switch
        {
            AllotNumber c => series.ByTask.ContainsKey(c.Task) ? Decision.Nothing : new NumberAllotted(series.Last + 1, id.TextOf(series.Last + 1), c.Task),
            VoidNumber c => series.ByTask.TryGetValue(c.Task, out var number) && !series.Void.Contains(number)
                ? new NumberVoided(number, c.Task)
                : Decision.Nothing,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The list names tasks of every agency: it is the office's.</summary>
    public static bool MayView(Caller caller) => caller.IsAny(Role.OfficeClerk, Role.OfficeDirector, Role.Auditor);
}
