using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Activities;

/// <summary>Waits for elapsed time, nights and holidays included. Limits of the office are counted in working days elsewhere.</summary>
internal sealed class Delay() : Activity(new(
    "Elsa.Delay", "延时", "Delay", "等待一段自然时间。", "Waits for a span of elapsed time.", "Scheduling")
{
    Inputs = [new("timeSpan", "时长", "Time Span", "TimeSpan", IsRequired: true)],
})
{
    public override void Execute(ActivityRun run)
    {
        var at = run.Burst.Context.Now + ValueTypes.ToTimeSpan(run.Evaluate("timeSpan"));
        run.Wait(Values.NoTerms, Values.NoDues.Add(DueNames.Timer, new Due(at)));
    }

    public override bool Fire(ActivityRun run, Bookmark bookmark, string due)
    {
        run.Complete();
        return true;
    }

    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer) => Fire(run, bookmark, DueNames.Timer);
}
