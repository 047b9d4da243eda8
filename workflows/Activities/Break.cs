namespace Supervision.Workflows.Activities;

/// <summary>Ends the loop around it, and on the way there every sequence, each when what runs in it has ended.</summary>
/// <remarks>As in Elsa it also ends the container it stands in; without a loop it ends every sequence up to the workflow.</remarks>
internal sealed class Break() : Activity(new(
    "Elsa.Break", "跳出", "Break", "结束所在的循环。", "Ends the loop around it.", "Looping")
{
    IsTerminal = true,
})
{
    private const string Mark = "break";

    public static bool IsBreaking(ActivityRun run) => run.Marks.Contains(Mark);

    public override void Execute(ActivityRun run)
    {
        for (var at = run.Parent; at is { IsInnerWorkflow: false }; at = at.Parent)
        {
            if (at.Activity is Loop or Sequence) at.Marks = at.Marks.Add(Mark);
            if (at.Activity is Loop) break;
        }

        run.Complete();
    }
}
