using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Simulation;

/// <summary>What an agency does about one of its tasks on one day. Pure: the same day and view give the same command.</summary>
internal static class AgencyBehaviour
{
    /// <summary>What a gaming agency writes each month.</summary>
    public const string EmptyWords = "各项工作正常推进，总体平稳。";

    private const double NotOurs = 0.03;
    private const int ExtensionsMax = 2;

    /// <returns>Null when it does nothing today.</returns>
    public static TaskCommand? Next(AgencyDay at, TaskView task, CommandKey key) =>
        at.IsAway && !HeadKnows(at, task) ? null
        : Waiting(task, WaitKinds.Acknowledgement) is not null ? Acknowledge(at, task, key)
        : Waiting(task, WaitKinds.Completion) is null ? null
        : Complete(at, task, key) ?? (TaskCommand?)Extend(at, task, key) ?? Report(at, task, key);

    private static Wait? Waiting(TaskView task, string kind) => task.Waits.FirstOrDefault(wait => wait.Kind == kind);

    // The second rung tells the head, who does it himself.
    private static bool HeadKnows(AgencyDay at, TaskView task) => Pressure(at, task) >= 2;

    /// <summary>How high silence has climbed, as the agency feels it.</summary>
    private static int Pressure(AgencyDay at, TaskView task)
    {
        if (task.Stage is TaskStage.Assigned) return task.Progress.Escalated + task.Progress.Proposed;

        return at.Behind(task.Assignment!.DueOn) switch { <= 0 => 0, <= 2 => 1, <= 4 => 2, <= 7 => 3, _ => 4 };
    }

    private static TaskCommand? Acknowledge(AgencyDay at, TaskView task, CommandKey key)
    {
        if (at.Chance.Of("not-ours", task.Task.Value, at.Agency.Value) < NotOurs && at.Comes(0.5, task.Task, "refuse"))
            return new RefuseAsNotOurs(key, "职能不符，建议由业务主管部门牵头。");

        var urged = Pressure(at, task);
        var aDay = at.Temper switch
        {
            Temper.Diligent => 0.7,
            Temper.Gaming => 0.9,
            Temper.Slow => 0.18 + (0.1 * Math.Min(task.Progress.Expedited, 2)) + (0.25 * urged),
            _ => urged >= 3 ? 0.5 : 0.02,
        };
        return at.Comes(aDay, task.Task, "acknowledge") ? new Acknowledge(key) : null;
    }

    private static SubmitCompletion? Complete(AgencyDay at, TaskView task, CommandKey key)
    {
        var ready = ReadyAfterDue(at, task);
        if (at.Behind(task.Assignment!.DueOn) < ready)
            return null;

        var aDay = at.Temper switch
        {
            Temper.Diligent => 0.6,
            Temper.Gaming => 0.7,
            Temper.Slow => 0.1 + (0.15 * Pressure(at, task)),
            _ => Pressure(at, task) >= 3 ? 0.3 : 0.01,
        };
        return at.Comes(aDay, task.Task, "complete")
            ? new SubmitCompletion(key, at.Temper is Temper.Gaming ? "已全部完成。" : "各项内容已完成，附验收材料。", [new("验收单", $"doc-{task.Task}")])
            : null;
    }

    // In working days from the due date: before it when negative.
    private static int ReadyAfterDue(AgencyDay at, TaskView task) => at.Temper switch
    {
        Temper.Diligent => at.Chance.Between(-15, -1, "ready", task.Task.Value),
        Temper.Gaming => at.Chance.Between(-50, -20, "ready", task.Task.Value),
        Temper.Slow => at.Chance.Between(-4, 15, "ready", task.Task.Value),
        _ => 0,
    };

    private static RequestExtension? Extend(AgencyDay at, TaskView task, CommandKey key)
    {
        var left = -at.Behind(task.Assignment!.DueOn);
        if (left is < 1 or > 10 || task.RequestedDueOn is not null || task.ClockStoppedOn is not null || task.Progress.Extended >= ExtensionsMax)
            return null;

        var aDay = at.Temper switch { Temper.Slow => 0.07, Temper.Diligent => 0.01, _ => 0 };
        return at.Comes(aDay, task.Task, "extend")
            ? new RequestExtension(key, task.Assignment.DueOn.AddDays(at.Chance.Between(20, 45, "days", task.Task.Value)), "前期手续办理时间较长，申请顺延。")
            : null;
    }

    private static ReportProgress? Report(AgencyDay at, TaskView task, CommandKey key)
    {
        if (Waiting(task, WaitKinds.Report) is not { } wait) return null;

        var left = wait.Dues.TryGetValue("limit", out var limit) ? -at.Behind(AgencyDay.DayOf(limit)) : 0;
        var isMissed = task.Progress.MissedPeriod is not null;
        var aDay = at.Temper switch
        {
            Temper.Diligent => left <= 5 || isMissed ? 0.6 : 0,
            Temper.Gaming => left <= 8 || isMissed ? 0.8 : 0,
            Temper.Slow => isMissed ? 0.3 : left <= 3 ? 0.2 : 0,
            _ => isMissed ? 0.06 : 0,
        };
        return at.Comes(aDay, task.Task, "report") ? new ReportProgress(key, PercentOf(at, task), WordsOf(at)) : null;
    }

    private static int PercentOf(AgencyDay at, TaskView task)
    {
        var planned = task.Progress.PlannedPercent;
        var done = at.Temper switch
        {
            Temper.Diligent => planned + at.Chance.Between(-3, 10, "percent", task.Task.Value, $"{at.Day}"),
            Temper.Gaming => planned + 25,
            Temper.Slow => planned * 7 / 10,
            _ => planned / 2,
        };
        return Math.Clamp(done, task.Progress.Percent, 99);
    }

    private static string WordsOf(AgencyDay at) => at.Temper is Temper.Gaming ? EmptyWords : $"{at.Day.Month}月进展：按计划推进，重点环节已落实。";
}
