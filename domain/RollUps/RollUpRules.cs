using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.RollUps;

/// <summary>What plans and tasks mean for the roll-up. Worked examples: docs/rules/roll-up.md.</summary>
public static class RollUpRules
{
    /// <summary>Raise with every change of meaning, so that an old figure can be explained.</summary>
    public const int Version = 2;

    public const int SubPlanWeight = 1;

    private const int PermilleAPercent = 10;

    public static Standing StandingOf(SupervisedTask task) => task switch
    {
        { Registration: null } => Standing.Awaited,
        { Stage: TaskStage.ClosedOut or TaskStage.Archived } => Standing.Done,
        { Stage: TaskStage.Merged } => Standing.Merged,
        { Stage: TaskStage.Split } => Standing.Split,
        { IsClosed: true } => Standing.Gone,
        { ClockStopped: true } => Standing.Suspended,
        _ => Standing.Open,
    };

    public static int PermilleOf(SupervisedTask task) => task.Progress.Percent * PermilleAPercent;

    /// <summary>Where the task of an item hangs; null while the item is not issued.</summary>
    public static Placement? PlaceOf(Plan plan, PlanItem item) => !plan.Issued.Contains(item.Path) ? null : new Placement(
        RollUpKey.Of(plan.Id!.Value), item.Weight, Counts: item.State is ItemState.Active, Lit: item.State is not ItemState.Removed);

    /// <summary>Where a part of a task that was split hangs.</summary>
    public static Placement PlaceOf(TaskId whole, PartOfTask part) => new(RollUpKey.Of(whole), part.Weight, Counts: true, Lit: true);

    /// <summary>Where a sub-plan hangs; null for a plan of the city.</summary>
    public static Placement? PlaceOf(Plan plan) => plan.Parent is { } parent
        ? new Placement(RollUpKey.Of(parent.Task), SubPlanWeight, Counts: true, Lit: true)
        : null;

    /// <summary>What should be done by a day, in permille: the task's own schedule.</summary>
    public static int ExpectedOf(DateOnly? startsOn, DateOnly? dueOn, DateOnly day) =>
        TaskRules.PlannedPercent(startsOn, dueOn, day) * PermilleAPercent;
}
