using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Activities;

/// <summary>As a trigger it starts an instance whenever the expression says; inside a workflow it waits for the next such instant.</summary>
internal sealed class Cron() : TimeWait(new(
    TypeName, "Cron 定时", "Cron", "按 Cron 表达式（北京时间）启动流程；在流程中等到下一次。",
    "Starts the workflow by a cron expression, in the office's time; inside one, waits for the next time.", "Scheduling")
{
    Inputs =
    [
        new(Expression, "Cron 表达式", "Cron Expression", IsRequired: true)
        {
            Description = new("五段或六段，例如 0 9 * * 1 为每周一上午九点。", "Five or six fields; 0 9 * * 1 is every Monday at nine."),
        },
    ],
})
{
    public const string TypeName = "Elsa.Cron";
    public const string Expression = "cronExpression";

    protected override DateTimeOffset? Until(ActivityRun run)
    {
        var expression = run.Text(Expression);
        return CronTimes.Next(expression, run.Burst.Context.Now) ?? throw new ActivityFault($"'{expression}' never comes again.");
    }
}
