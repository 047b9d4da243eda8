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

    /// <summary>并案: it goes into another task.</summary>
    Merger,

    /// <summary>拆分: several tasks take its place.</summary>
    Split,
}

/// <summary>What is asked for and not decided, and what became of it before.</summary>
/// <param name="Pending">By kind: one of each at a time.</param>
/// <param name="Process">The definition that the task runs, to begin it again; null in snapshots of before.</param>
/// <param name="Reassigned">How often it came to another lead after it had one: transfers and corrections.</param>
/// <param name="AgreedInto">The task that is asked to take this one in, by consent; null once it has answered.</param>
/// <param name="AgreedReason">Why.</param>
/// <param name="MergedInto">The task that has taken this one in.</param>
/// <param name="TakenIn">The tasks that have gone into this one.</param>
/// <param name="Parts">The tasks that it was split into.</param>
public sealed record TaskChanges(
    ImmutableDictionary<ChangeKind, ChangeRequested> Pending, string? Process, int Reassigned, int Reopened,
    TaskId? AgreedInto = null, string? AgreedReason = null, TaskId? MergedInto = null,
    ImmutableList<TakenInTask>? TakenIn = null, IReadOnlyList<PartOfTask>? Parts = null)
{
    public ImmutableList<TakenInTask> TakenIn { get; init; } = TakenIn ?? [];

    public IReadOnlyList<PartOfTask> Parts { get; init; } = Parts ?? [];

    public static TaskChanges None { get; } = new(ImmutableDictionary<ChangeKind, ChangeRequested>.Empty, null, 0, 0);

    public bool IsPending(ChangeKind kind) => Pending.ContainsKey(kind);

    public TaskChanges Requested(ChangeRequested e) => this with { Pending = Pending.SetItem(e.Change, e) };

    public TaskChanges Settled(ChangeKind kind) => kind is ChangeKind.Merger
        ? this with { Pending = Pending.Remove(kind), AgreedInto = null, AgreedReason = null }
        : this with { Pending = Pending.Remove(kind) };

    public TaskChanges Agreed(TaskId into) => this with { AgreedInto = into, AgreedReason = Pending.GetValueOrDefault(ChangeKind.Merger)?.Reason };

    public TaskChanges TookIn(TaskTookIn e) => this with { TakenIn = TakenIn.Add(new TakenInTask(e.From, e.Title, e.Number)) };

    /// <summary>What was asked for on the way is over with the assignment, or with the task.</summary>
    public TaskChanges Over() => this with { Pending = Pending.Clear(), AgreedInto = null };
}

/// <summary>A task that has gone into another one.</summary>
/// <param name="Number">发文字号; null where it had none.</param>
[GenerateSerializer, Immutable, Alias("TakenInTask")]
public sealed record TakenInTask([property: Id(0)] TaskId Task, [property: Id(1)] string Title, [property: Id(2)] string? Number);
