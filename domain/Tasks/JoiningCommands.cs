using Supervision.Indicators;
using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>提请并案: the task goes into another one, which takes over its agencies, indicators and open problems. Standing.</summary>
/// <param name="Into">A task of the office that is with its lead.</param>
[GenerateSerializer, Immutable, Alias("Task.RequestMerger")]
public sealed record RequestMerger(CommandKey Key, [property: Id(1)] TaskId Into, [property: Id(2)] string Reason) : TaskCommand(Key);

/// <summary>提请拆分: several tasks of the same item take the place of this one. Standing.</summary>
/// <param name="Parts">From 2 to <see cref="TaskRules.PartsMax"/>.</param>
/// <param name="GapReason">Needed where the shares of an indicator do not add up to its target.</param>
[GenerateSerializer, Immutable, Alias("Task.RequestSplit")]
public sealed record RequestSplit(
    CommandKey Key,
    [property: Id(1)] IReadOnlyList<TaskPart> Parts,
    [property: Id(2)] string Reason,
    [property: Id(3)] string? GapReason = null) : TaskCommand(Key);

/// <summary>One of the tasks that a task is split into.</summary>
/// <param name="Content">Null for that of the whole.</param>
/// <param name="Weight">How much it counts within the whole, 1 to <see cref="TaskRules.PartWeightMax"/>.</param>
/// <param name="Shares">What it takes of each indicator that sums; those that do not are asked of every part.</param>
[GenerateSerializer, Immutable, Alias("TaskPart")]
public sealed record TaskPart(
    [property: Id(0)] string Title,
    [property: Id(1)] Assignment Assignment,
    [property: Id(2)] int Weight = 1,
    [property: Id(3)] string? Content = null,
    [property: Id(4)] IReadOnlyList<PartShare>? Shares = null);

/// <summary>What a part takes of an indicator.</summary>
[GenerateSerializer, Immutable, Alias("PartShare")]
public sealed record PartShare([property: Id(0)] string Indicator, [property: Id(1)] decimal Value);

/// <summary>What a task leaves to the one that it is merged into.</summary>
/// <param name="Number">发文字号; null where it has none.</param>
/// <param name="Indicators">What is measured of it.</param>
/// <param name="Problems">What was found on it and is not closed.</param>
[GenerateSerializer, Immutable, Alias("MergedTask")]
public sealed record MergedTask(
    [property: Id(0)] TaskId Task,
    [property: Id(1)] string Title,
    [property: Id(2)] string? Number,
    [property: Id(3)] Assignment Assignment,
    [property: Id(4)] IReadOnlyList<Indicator> Indicators,
    [property: Id(5)] IReadOnlyList<OpenProblem> Problems);

/// <summary>A problem that is not closed yet.</summary>
[GenerateSerializer, Immutable, Alias("OpenProblem")]
public sealed record OpenProblem([property: Id(0)] string Text, [property: Id(1)] AgencyCode Agency, [property: Id(2)] DateOnly DueOn);

/// <summary>A follower alone: another task is to go into this one.</summary>
[GenerateSerializer, Immutable, Alias("Task.TakeIn")]
public sealed record TakeIn(CommandKey Key, [property: Id(1)] MergedTask Merged) : TaskCommand(Key);

/// <summary>A follower alone: the other task has taken this one in.</summary>
/// <param name="Readers">The agencies of the other task: what was reported here stays readable for them.</param>
[GenerateSerializer, Immutable, Alias("Task.NoteMerged")]
public sealed record NoteMerged(
    CommandKey Key, [property: Id(1)] TaskId Into, [property: Id(2)] IReadOnlyList<AgencyCode> Readers) : TaskCommand(Key);

/// <summary>A follower alone: the other task cannot take this one in, for the reason that it gave.</summary>
[GenerateSerializer, Immutable, Alias("Task.NoteMergerDeclined")]
public sealed record NoteMergerDeclined(CommandKey Key, [property: Id(1)] string Because) : TaskCommand(Key);
