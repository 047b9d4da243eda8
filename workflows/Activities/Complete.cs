namespace Supervision.Workflows.Activities;

internal sealed class Complete() : Activity(new(
    "Elsa.Complete", "完成流程", "Complete", "以给定的结果完成所在的组合或整个流程。",
    "Completes the composite around it, or else the whole workflow, with the given outcomes.", "Flow")
{
    Inputs = [new("outcomes", "结果", "Outcomes", "Object") { Description = new("流程完成的出口，一个或多个。", "The outcomes that the workflow completes with.") }],
    IsTerminal = true,
})
{
    public override void Execute(ActivityRun run)
    {
        var outcomes = run.Evaluate("outcomes");
        var (composite, inside) = FindComposite(run);
        if (inside != run)
        {
            run.Burst.Write(run, "Completed", []);
            run.Burst.Drop(run);
        }

        if (composite is null)
        {
            run.Burst.Complete(inside, Expressions.ValueTypes.ToWords(outcomes));
            return;
        }

        CompletionOutcomes.Give(composite, outcomes);
        run.Burst.Complete(inside, []);
    }

    // The composite is told by what is directly inside it, as by any completion.
    private static (ActivityRun? Composite, ActivityRun Inside) FindComposite(ActivityRun run)
    {
        var inside = run;
        while (inside.Parent is { } parent && parent.Node.Type is not (InnerWorkflow.TypeName or Composite.TypeName)) inside = parent;
        return (inside.Parent, inside);
    }
}
