using Supervision.Processes;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.View;

/// <summary>Where an instance stands, seen at one instant.</summary>
/// <param name="State">Of an instance of the very definition that is drawn.</param>
/// <param name="Now">A limit that lies before it has passed.</param>
/// <param name="ClockStopped">停表: limits rest, and none passes.</param>
/// <param name="Bases">
/// Names of the days that limits are counted from and that are known, such as <c>dueOn</c>: a limit from a day that is not
/// known never began.
/// </param>
public sealed record Standing(InstanceState State, Trail Trail, DateTimeOffset Now, bool ClockStopped, IReadOnlyCollection<string> Bases)
{
    // Runs of workflows used as activities go by ids of their own, which may be those of activities that are drawn.
    private readonly HashSet<int> _inner = InnerOf(State);

    public Mark MarkOf(string activity) =>
        IsFaulted(activity) ? Mark.Faulted
        : WaitsAt(activity) is { Length: > 0 } waits ? waits.Any(IsOverdue) ? Mark.Overdue : Mark.Waiting
        : Runs.Any(run => run.Activity == activity) ? Mark.UnderWay
        : CompletedOf(activity) > 0 ? Mark.Done
        : Trail.Cancelled?.ContainsKey(activity) == true ? Mark.Cancelled
        : Mark.Plain;

    public int CompletedOf(string activity) => Trail.Completed.GetValueOrDefault(activity);

    /// <summary>The last day in time of an activity that waits; null where no limit lies ahead.</summary>
    internal DateOnly? LimitOf(string activity) => WaitsAt(activity)
        .Select(bookmark => ClockStopped ? null : bookmark.Dues.GetValueOrDefault(DueNames.Limit)?.Day)
        .Min();

    /// <summary>Whether an arrow was followed. Where all arrows of an activity are plain ones, its completion tells.</summary>
    internal bool HasFollowed(string activity, IReadOnlyCollection<string> ports) =>
        ports.All(port => port == "Done") && !IsLeftByChoice(activity)
            ? CompletedOf(activity) > 0
            : ports.Any(port => Trail.Left?.ContainsKey(Trail.PortOf(activity, port)) == true);

    private bool IsLeftByChoice(string activity) =>
        Trail.Left?.Keys.Any(key => key.StartsWith(Trail.PortOf(activity, ""), StringComparison.Ordinal)) == true;

    private bool IsFaulted(string activity) =>
        Runs.Any(run => run.Activity == activity && run.IsFaulted)
        || (State.Status == InstanceStatus.Faulted
            && State.Incidents.Any(incident => incident.Activity == activity && !_inner.Contains(incident.Run)));

    private IEnumerable<RunState> Runs => State.Runs.Where(run => !run.IsQueued && !_inner.Contains(run.Id));

    private Bookmark[] WaitsAt(string activity) =>
        [.. State.Bookmarks.Where(bookmark => bookmark.Activity == activity && !_inner.Contains(bookmark.Run))];

    private static HashSet<int> InnerOf(InstanceState state)
    {
        var inner = new HashSet<int>();
        foreach (var run in state.Runs)
            if (run.Activity == InnerWorkflow.NodeId || inner.Contains(run.Parent)) inner.Add(run.Id);
        return inner;
    }

    // A limit speaks up once and is gone from the dues; what was counted and is gone has passed.
    private bool IsOverdue(Bookmark bookmark)
    {
        if (bookmark.Dues.TryGetValue(DueNames.Limit, out var limit)) return !ClockStopped && limit.At <= Now;
        if (bookmark.Term(WaitTerms.LimitWorkingDays).Length + bookmark.Term(WaitTerms.LimitDays).Length == 0) return false;
        var counted = bookmark.Term(WaitTerms.LimitBase);
        return counted.Length == 0 || Bases.Contains(counted);
    }
}
