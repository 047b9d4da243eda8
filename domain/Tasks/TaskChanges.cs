using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Supervision.Tasks;

/// <summary>What of a task somebody may ask for and another must consent to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>转办: to another lead.</summary>
    Transfer,

    /// <summary>终止: an end before it is done.</summary>
    Termination,

    /// <summary>重新办理 of what was struck off.</summary>
    Reopening,
}

/// <summary>What is asked for and not decided, and what became of it before.</summary>
/// <param name="Pending">By kind: one of each at a time.</param>
/// <param name="Process">The definition that the task runs, to begin it again; null in snapshots of before.</param>
/// <param name="Reassigned">How often it came to another lead after it had one: transfers and corrections.</param>
public sealed record TaskChanges(ImmutableDictionary<ChangeKind, ChangeRequested> Pending, string? Process, int Reassigned, int Reopened)
{
    public static TaskChanges None { get; } = new(ImmutableDictionary<ChangeKind, ChangeRequested>.Empty, null, 0, 0);

    public bool IsPending(ChangeKind kind) => Pending.ContainsKey(kind);

    public TaskChanges Requested(ChangeRequested e) => this with { Pending = Pending.SetItem(e.Change, e) };

    public TaskChanges Settled(ChangeKind kind) => this with { Pending = Pending.Remove(kind) };

    /// <summary>What was asked for on the way is over with the assignment, or with the task.</summary>
    public TaskChanges Over() => this with { Pending = Pending.Clear() };
}
