namespace Supervision.Workflows.Activities;

/// <summary>Brings branches together. The flowchart decides when it runs; see <see cref="JoinRule"/>.</summary>
internal sealed class FlowJoin() : Activity(new(
    TypeName, "汇合", "Join", "等待任一、全部或全部有效分支。", "Waits for any, all, or all active branches.", "Branching")
{
    Inputs = [new("mode", "方式", "Mode", "FlowJoinMode", Default: JoinRule.WaitAny) { Options = [JoinRule.WaitAny, JoinRule.WaitAll, JoinRule.WaitAllActive] }],
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
