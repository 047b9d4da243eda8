using System.Collections.Immutable;
using System.Text.Json;
using Supervision.Processes;

namespace Supervision.Workflows;

/// <summary>Where an instance stands.</summary>
public enum InstanceStatus
{
    /// <summary>It waits at its bookmarks.</summary>
    Running,
    Finished,
    Cancelled,

    /// <summary>An activity failed and the whole instance stands until somebody acts; an incident says which and why.</summary>
    Faulted,
}

/// <summary>A process instance between two steps: all that the next step needs, and nothing of how it came here.</summary>
public sealed record InstanceState
{
    public InstanceStatus Status { get; init; } = InstanceStatus.Running;

    /// <summary>Elsa's finer word: a running instance between two steps is Suspended.</summary>
    public string SubStatus => Status == InstanceStatus.Running ? "Suspended" : Status.ToString();

    /// <summary>The last number given to a run or a bookmark. Ids come from here, so that the same steps give the same ids.</summary>
    public int Counter { get; init; }

    public string? Name { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>Declared inputs. Undeclared ones live for one step.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Input { get; init; } = Values.None;

    public ImmutableSortedDictionary<string, JsonElement> Output { get; init; } = Values.None;

    /// <summary>Workflow variables by id; one that is null is left out.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Variables { get; init; } = Values.None;

    /// <summary>What activities keep from one of their runs to the next, such as the period last reported on.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Properties { get; init; } = Values.None;

    /// <summary>Runs that have not ended, a container before what is inside it.</summary>
    public ImmutableArray<RunState> Runs { get; init; } = [];

    /// <summary>In the order in which they were made.</summary>
    public ImmutableArray<Bookmark> Bookmarks { get; init; } = [];

    /// <summary>What has failed and was neither retried nor skipped, in the order in which it failed.</summary>
    public ImmutableArray<Incident> Incidents { get; init; } = [];

    /// <summary>Incidents that somebody has to act on. While others go on, one whose branch was cancelled meanwhile is over.</summary>
    public IEnumerable<Incident> OpenIncidents => Status == InstanceStatus.Running
        ? Incidents.Where(incident => IsFaulted(incident.Run))
        : Incidents;

    /// <summary>The waiting points as rules and people see them; none once the instance has ended, and none while it stands.</summary>
    public IReadOnlyList<Wait> Waits(string instance) => Status != InstanceStatus.Running
        ? []
        : [.. Bookmarks.Where(bookmark => !IsFaulted(bookmark.Run)).Select(bookmark => bookmark.ToWait(instance))];

    /// <summary>Whether a waiting point is there, even while the whole instance stands and does not show it.</summary>
    public bool Holds(string bookmark) => Bookmarks.Any(held => held.Id == bookmark && !IsFaulted(held.Run));

    private bool IsFaulted(int run)
    {
        foreach (var candidate in Runs)
            if (candidate.Id == run) return candidate.IsFaulted;
        return false;
    }
}

/// <summary>One run of an activity that has not ended. What it goes on with is told by its type and these fields, never by a method's name.</summary>
/// <param name="Parent">The run of the container; 0 for the root.</param>
/// <param name="IsQueued">It was about to begin when a fault stopped the instance.</param>
/// <param name="Index">A counter of the activity's own: the place in a sequence, the pass of a loop.</param>
/// <param name="Marks">A set of the activity's own: arrows of a flowchart that have arrived at a join.</param>
/// <param name="Kept">Inputs that were evaluated once and are kept.</param>
public sealed record RunState(
    int Id,
    string Activity,
    int Parent,
    bool IsFaulted,
    bool IsQueued,
    int Index,
    ImmutableSortedSet<string> Marks,
    ImmutableSortedDictionary<string, JsonElement> Kept,
    ImmutableSortedDictionary<string, JsonElement> Variables);

/// <summary>Why an activity failed.</summary>
/// <param name="Run">The run that stands; 0 in states that were written before runs were named.</param>
/// <param name="After">What had completed inside when the run failed at it; null when it failed at its own work.</param>
public sealed record Incident(string Activity, string Message, DateTimeOffset At, int Run = 0, Completion? After = null);

/// <summary>An activity that has completed, as its container is told of it.</summary>
public sealed record Completion(string Activity, ImmutableArray<string> Outcomes);
