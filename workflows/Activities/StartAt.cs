using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Activities;

/// <summary>As a trigger it starts an instance at an instant; inside a workflow it waits for it, and goes on at once when it has passed.</summary>
internal sealed class StartAt() : TimeWait(new(
    TypeName, "定点启动", "Start At", "到指定时间启动流程；在流程中等到该时间。", "Starts the workflow at an instant; inside one, waits for it.", "Scheduling")
{
    Inputs = [new("dateTime", "时间", "Date Time", "DateTimeOffset", IsRequired: true) { Description = new("到这一时刻。", "The instant, with its offset.") }],
})
{
    public const string TypeName = "Elsa.StartAt";

    protected override DateTimeOffset? Until(ActivityRun run)
    {
        var at = ValueTypes.ToInstant(run.Evaluate("dateTime"));
        return at > run.Burst.Context.Now ? at : null;
    }
}
