using System.Collections.Immutable;
using Supervision.Processes;

namespace Supervision.Workflows;

/// <summary>A place where an instance waits.</summary>
/// <param name="Id">Unique in the instance, and never used again.</param>
/// <param name="Run">The run that waits.</param>
/// <param name="Activity">The activity's id in the definition.</param>
/// <param name="Kind">The activity's type.</param>
/// <param name="Name">What people read.</param>
/// <param name="Terms">Evaluated once, when the wait began.</param>
public sealed record Bookmark(
    string Id,
    int Run,
    string Activity,
    string Kind,
    string Name,
    ImmutableSortedDictionary<string, string> Terms,
    ImmutableSortedDictionary<string, Due> Dues)
{
    public string Term(string name) => Terms.GetValueOrDefault(name, "");

    public Wait ToWait(string instance) => new(
        $"{instance}/{Id}", instance, Activity, Kind, Name, Terms,
        Dues.ToImmutableSortedDictionary(due => due.Key, due => due.Value.At, StringComparer.Ordinal));

    internal Bookmark Without(string due) => this with { Dues = Dues.Remove(due) };
}

/// <summary>An instant at which the clock speaks up.</summary>
/// <param name="Day">The working day it was counted to: it moves when the clock has stood. Null for elapsed time, as of Elsa's own timers.</param>
public sealed record Due(DateTimeOffset At, DateOnly? Day = null);

/// <summary>Names of dues.</summary>
public static class DueNames
{
    public const string Remind = "remind";
    public const string Limit = "limit";

    /// <summary>The wait itself is one for time; when it comes the activity goes on.</summary>
    public const string Timer = "timer";
}
