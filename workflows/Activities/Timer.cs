using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Activities;

/// <summary>As a trigger it starts an instance at every interval; inside a workflow it waits for one.</summary>
internal sealed class Timer() : TimeWait(new(
    TypeName, "定时", "Timer", "按固定间隔启动流程；在流程中等待一个间隔。", "Starts the workflow at an interval; inside one, waits for it.", "Scheduling")
{
    Inputs = [new("interval", "间隔", "Interval", "TimeSpan", IsRequired: true) { Description = new("如 01:00:00 为一小时。", "Such as 01:00:00 for an hour.") }],
})
{
    public const string TypeName = "Elsa.Timer";

    protected override DateTimeOffset? Until(ActivityRun run) => run.Burst.Context.Now + ValueTypes.ToTimeSpan(run.Evaluate("interval"));
}
