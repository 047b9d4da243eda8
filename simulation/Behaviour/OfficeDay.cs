using System.Globalization;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Simulation;

/// <summary>Somebody of the office and what they are about to do.</summary>
internal readonly record struct OfficeMove(Caller Who, TaskCommand Command);

/// <summary>What the supervision office does about one task on one day. It sees what it sees, not who is diligent. Pure.</summary>
/// <param name="Others">Agencies that a matter can be given to instead.</param>
internal sealed record OfficeDay(DateOnly Day, Chance Chance, IReadOnlyList<AgencyCode> Others)
{
    private const int ReturnsMax = 2;

    /// <returns>Null when nothing is done today.</returns>
    public OfficeMove? Next(TaskView task, CommandKey key)
    {
        foreach (var wait in task.Waits)
        {
            if (Answer(task, wait, key) is { } move) return move;
        }

        return null;
    }

    private OfficeMove? Answer(TaskView task, Wait wait, CommandKey key) => wait.Kind switch
    {
        WaitKinds.Review when Comes(0.6, task, "review") => Clerk(Review(task, key)),
        WaitKinds.Verification when Comes(0.45, task, "verify") => Clerk(Verify(task, key)),
        WaitKinds.Appraisal when Comes(0.5, task, "appraise") => Clerk(new Appraise(key, GradeOf(task), "按办理情况评定。")),
        WaitKinds.CloseOut when Comes(0.5, task, "close-out") => Director(new CloseOut(key, "同意销号。", $"回执 {task.Task}")),
        WaitKinds.Archiving when Comes(0.3, task, "archive") => Clerk(new Archive(key)),
        WaitKinds.Assignment when Comes(0.7, task, "assign") => Clerk(new Assign(key, Elsewhere(task))),
        WaitKinds.Approval when Comes(0.5, task, "decide") => Director(Decide(task, wait, key)),
        _ => null,
    };

    // The same words as last month say nothing.
    private ReviewReport Review(TaskView task, CommandKey key)
    {
        var returned = task.Progress.LatestText == AgencyBehaviour.EmptyWords ? 0.6 : 0.06;
        return Roll(task, "passed") < returned
            ? new ReviewReport(key, Passed: false, "内容空泛，请写明具体进展。")
            : new ReviewReport(key, Passed: true);
    }

    // What is done long before its time is looked at closely.
    private Verify Verify(TaskView task, CommandKey key)
    {
        var returned = task.Progress.Returned >= ReturnsMax ? 0 : task.Progress.PlannedPercent < 92 && task.Progress.Returned == 0 ? 0.75 : 0.12;
        return Roll(task, "accepted") < returned
            ? new Verify(key, Accepted: false, "现场核查未见实效，退回重办。")
            : new Verify(key, Accepted: true, "现场核查属实。");
    }

    private Decide Decide(TaskView task, Wait wait, CommandKey key) =>
        Roll(task, "extension") < (task.Progress.Extended == 0 ? 0.7 : 0.3)
            ? new Decide(key, Verdict.Approved, "情况属实，同意。", wait.Id)
            : new Decide(key, Verdict.Rejected, "理由不充分，请按期完成。", wait.Id);

    private Assignment Elsewhere(TaskView task)
    {
        var before = task.Assignment ?? task.Proposed!;
        AgencyCode[] others = [.. Others.Where(code => !before.Agencies.Contains(code))];
        return before with { Lead = others[Chance.Between(0, others.Length - 1, "elsewhere", task.Task.Value, $"{task.Version}")] };
    }

    private static Appraisal GradeOf(TaskView task) => (task.Progress.Returned, task.Progress.Escalated, task.Progress.Extended) switch
    {
        (0, 0, 0) => Appraisal.Excellent,
        (0, <= 2, <= 1) => Appraisal.Good,
        ( <= 1, <= 4, _) => Appraisal.Acceptable,
        _ => Appraisal.Poor,
    };

    private bool Comes(double aDay, TaskView task, string word) => Roll(task, $"comes-{word}") < aDay;

    private double Roll(TaskView task, string word) =>
        Chance.Of("office", word, task.Task.Value, Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    private static OfficeMove Clerk(TaskCommand command) => new(People.Clerk, command);

    private static OfficeMove Director(TaskCommand command) => new(People.Director, command);
}
