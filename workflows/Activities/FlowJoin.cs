namespace Supervision.Workflows.Activities;

/// <summary>Brings branches together. The flowchart decides when it runs; see <see cref="JoinRule"/>.</summary>
internal sealed class FlowJoin() : Activity(new(
    TypeName, "汇合", "Join", "等待任一、全部或全部有效分支。", "Waits for any, all, or all active branches.", "Branching")
{
    Inputs =
    [
        new("mode", "方式", "Mode", "FlowJoinMode", Default: JoinRule.WaitAny)
        {
            Options = [JoinRule.WaitAny, JoinRule.WaitAll, JoinRule.WaitAllActive],
            Description = new("等到哪些分支到达才继续；任一时取消其余分支。", "Which branches must arrive before it goes on; with any, the others are cancelled."),
        },
    ],
})
{
    public const string TypeName = "Elsa.FlowJoin";

    public override void Execute(ActivityRun run)
    {
        // A branch that stood in the queue when the race was decided has begun since.
        if (run.Parent is { Activity: Flowchart } flowchart) Flowchart.CancelAncestors(flowchart, run.Node.Id);
        run.Complete();
    }
}
