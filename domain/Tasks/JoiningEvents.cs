using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Tasks;

// Facts of 并案 and 拆分. A merger is agreed in the stream of the task that goes, taken in by the other, and done when that is noted:
// so a task never ends in one that cannot take it over any more.

/// <summary>同意并案: the other task is asked to take this one in.</summary>
[Kind("task.merger-agreed")]
public sealed record MergerAgreed(TaskId Into, MergedTask Merged) : Fact;

/// <summary>Another task has gone into this one.</summary>
/// <param name="Assignment">With the agencies of both.</param>
/// <param name="Indicators">Those of both.</param>
[Kind("task.took-in")]
public sealed record TaskTookIn(
    TaskId From, string Title, string? Number, Assignment Assignment, IReadOnlyList<Indicator> Indicators) : Fact;

/// <summary>并案: an end; what is left to do goes on in the other task.</summary>
/// <param name="Readers">Agencies of the other task, for which this one stays readable.</param>
/// <param name="SubPlans">Withdrawn with it; null for none.</param>
[Kind("task.merged")]
public sealed record TaskMerged(
    TaskId Into, string Reason, IReadOnlyList<AgencyCode> Readers, IReadOnlyList<PlanId>? SubPlans = null) : Fact;

/// <summary>拆分: an end; its parts follow, each a task of its own that weighs so much within it.</summary>
/// <param name="GapReason">Why the shares miss a target; null where they do not.</param>
[Kind("task.split")]
public sealed record TaskSplit(string Reason, IReadOnlyList<PartOfTask> Parts, string? GapReason = null) : Fact;

/// <summary>A part by the id that it gets, and all that is its own.</summary>
/// <param name="Indicators">With what it takes of each as its target.</param>
public sealed record PartOfTask(
    TaskId Task, string Title, string Content, Assignment Assignment, int Weight, IReadOnlyList<Indicator> Indicators);
