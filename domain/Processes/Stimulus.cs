using System.Text.Json.Nodes;

namespace Supervision.Processes;

/// <summary>What a rule tells the process. Pure data; the machine decides what follows.</summary>
public abstract record Stimulus
{
    private Stimulus() { }

    /// <summary>Start a process of a published definition in this stream.</summary>
    /// <param name="Instance">Its id within the stream.</param>
    /// <param name="Definition">The definition's stable id, such as <c>directive</c>.</param>
    /// <param name="AttachedTo">The wait it belongs to: when that wait is gone, the process is cancelled. Null for one of its own.</param>
    /// <param name="CorrelationId">What events find it by.</param>
    /// <param name="Trigger">The activity that starts it; null for a plain start.</param>
    public sealed record Start(
        string Instance, string Definition, JsonObject Input, string? AttachedTo = null,
        string? CorrelationId = null, string? Trigger = null) : Stimulus;

    /// <summary>Answer a waiting point with one of its outcomes.</summary>
    public sealed record Answer(string Wait, string Outcome, JsonNode? Data = null) : Stimulus;

    /// <summary>A due time of a waiting point has come.</summary>
    public sealed record Due(string Wait, string Name) : Stimulus;

    /// <summary>Tell the processes of the stream of an event that a definition may wait for; nobody waiting is no fault.</summary>
    /// <param name="Instance">Only this process; null for every one.</param>
    public sealed record Event(string Name, JsonNode? Payload = null, string? Instance = null) : Stimulus;

    /// <summary>End a process where it stands.</summary>
    public sealed record Cancel(string Instance) : Stimulus;

    /// <summary>A person ends a process where it stands.</summary>
    public sealed record Abort(string Instance, string Reason) : Stimulus;

    /// <summary>Run again what has failed.</summary>
    public sealed record Retry(string Instance, int Run) : Stimulus;

    /// <summary>Let what has failed count as completed, with this outcome or plainly.</summary>
    public sealed record Skip(string Instance, int Run, string? Outcome) : Stimulus;

    /// <summary>Go over to another content of the definition.</summary>
    public sealed record Migrate(string Instance, string ToHash) : Stimulus;

    /// <summary>停表: no due time of this stream fires until the clock is resumed.</summary>
    public sealed record StopClock : Stimulus;

    /// <summary>恢复计时: limits counted in working days move by as many as the clock stood.</summary>
    public sealed record ResumeClock(int WorkingDays) : Stimulus;

    /// <summary>A day that limits are counted from has moved, such as <c>dueOn</c>; they are counted again.</summary>
    public sealed record MoveBase(string Name, DateOnly Day) : Stimulus;
}
