using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Activities;

/// <summary>Waits for elapsed time. Limits of the office are counted in working days elsewhere.</summary>
internal sealed class Delay() : TimeWait(new(
    "Elsa.Delay", "延时", "Delay", "等待一段自然时间。", "Waits for a span of elapsed time.", "Scheduling")
{
    Inputs = [new("timeSpan", "时长", "Time Span", "TimeSpan", IsRequired: true) { Description = new("如 1.00:00:00 为一天；夜间和假日照算。", "Such as 1.00:00:00 for a day; nights and holidays count.") }],
})
{
    protected override DateTimeOffset? Until(ActivityRun run) => run.Burst.Context.Now + ValueTypes.ToTimeSpan(run.Evaluate("timeSpan"));
}
