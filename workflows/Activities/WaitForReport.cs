using System.Text.Json.Nodes;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>反馈: waits for a progress report. Its limit is the last working day of the reporting period; a period that passes without a report is asked after, and the next begins.</summary>
internal sealed class WaitForReport() : OfficeWait(new(
    WaitKinds.Report, "等待反馈", "Wait for report", "按反馈周期等待进展报告。", "Waits for a progress report, period by period.", "")
{
    Inputs =
    [
        new(CadenceInput, "反馈周期", "Cadence", Default: nameof(Cadence.None))
        {
            Options = [.. Enum.GetNames<Cadence>()],
            Description = new("多久反馈一次；每期的时限是该期最后一个工作日。", "How often a report is owed; the limit is the last working day of the period."),
        },
    ],
    Outcomes = ["Reported"],
}, "report")
{
    public const string Period = "period";
    public const string CadenceInput = "cadence";

    public override void Execute(ActivityRun run)
    {
        var terms = WaitTerms.Read(run, "report").SetItem(WaitTerms.Outcomes, string.Join(',', Answers));
        if (!Enum.TryParse<Cadence>(terms.GetValueOrDefault(CadenceInput), out _))
            throw new ActivityFault($"Input '{CadenceInput}' is '{terms.GetValueOrDefault(CadenceInput)}'; it may be {string.Join(", ", Enum.GetNames<Cadence>())}.");
        var bookmark = run.Wait(terms, Limits.Count(terms, run.Burst.Context));
        var today = run.Burst.Context.Calendar.DayOf(run.Burst.Context.Now);
        Arm(run, bookmark, ReportingPeriod.Of(CadenceOf(bookmark), today));
    }

    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer)
    {
        if (!base.Answer(run, bookmark, answer)) return false;

        // The period in which it comes, not the one that is waited for: who reports twice in March still owes April.
        if (ReportingPeriod.Of(CadenceOf(bookmark), run.Burst.Context.Calendar.DayOf(run.Burst.Context.Now)) is { } period)
            run.Burst.Properties = run.Burst.Properties.SetItem(Reported + run.Node.Id, Values.Of(period.Name));
        return true;
    }

    public override bool Fire(ActivityRun run, Bookmark bookmark, string due)
    {
        if (due != DueNames.Limit || bookmark.Term(Period).Length == 0) return base.Fire(run, bookmark, due);
        var period = bookmark.Term(Period);
        run.Request(RequestNames.ReportMissed, new JsonObject { [Period] = period }, bookmark);
        Arm(run, bookmark.Without(due), ReportingPeriod.Parse(CadenceOf(bookmark), period)?.Next);
        return true;
    }

    /// <summary>A report that is returned is none: its period, while it lasts, is owed again.</summary>
    public static void Forget(Burst burst) =>
        burst.Properties = burst.Properties.RemoveRange(burst.Properties.Keys.Where(name => name.StartsWith(Reported, StringComparison.Ordinal)));

    /// <summary>The clock has stood: what fell due meanwhile is not owed, and a period that still runs keeps its last day.</summary>
    public static Bookmark? Resume(Bookmark bookmark, StepContext context)
    {
        if (bookmark.Kind != WaitKinds.Report) return null;
        var period = ReportingPeriod.Parse(CadenceOf(bookmark), bookmark.Term(Period));
        if (period is null || bookmark.Dues.GetValueOrDefault(DueNames.Limit) is not { } limit) return null;
        return limit.At <= context.Now ? With(bookmark, period, context) : bookmark;
    }

    // A report for this period, or a later one, was given already: the one after it is to be waited for.
    private static void Arm(ActivityRun run, Bookmark bookmark, ReportingPeriod? period)
    {
        if (period is null) return;
        if (run.Burst.Properties.TryGetValue(Reported + run.Node.Id, out var name)
            && ReportingPeriod.Parse(period.Cadence, name.GetString()!) is { } reported && period.First <= reported.First)
        {
            period = reported.Next;
        }

        run.Burst.Replace(With(bookmark, period, run.Burst.Context));
    }

    private static Bookmark With(Bookmark bookmark, ReportingPeriod period, StepContext context)
    {
        DateOnly last;
        while (period.LastWorkingDay(context.Calendar) is not { } day || context.Calendar.EndOf(last = day) <= context.Now)
            period = period.Next;

        return bookmark with
        {
            Terms = bookmark.Terms.SetItem(Period, period.Name),
            Dues = Limits.Ending(last, bookmark.Terms, context),
        };
    }

    private static Cadence CadenceOf(Bookmark bookmark) => Enum.Parse<Cadence>(bookmark.Term(CadenceInput));

    // Of the process, by the node that waits: the newest period with a report.
    private const string Reported = "reported:";
}
