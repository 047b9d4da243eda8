namespace Supervision.Workflows.Activities;

/// <summary>延长时限: moves the limit of another wait of this process while it waits; what was answered there stays answered. Where nobody waits there any more, nothing happens.</summary>
internal sealed class ExtendLimit() : Activity(new(
    "Supervision.ExtendLimit", "延长时限", "Extend limit", "延长本流程中另一个等待环节的时限。", "Moves the limit of another wait of this process.", DesignerWords.Office)
{
    Inputs =
    [
        new(Wait, "环节", "Wait", IsRequired: true) { Description = new("等待环节的活动编号。", "The id of the activity that waits.") },
        new(More, "延长天数", "More days", "Int32") { Description = new("与原时限同一口径：工作日或自然日。", "Of the kind that the limit is counted in.") },
        new(WaitTerms.LimitBase, "改按基准日", "Follow base")
        {
            Description = new("改为以事项的这一天为时限，如 dueOn；填写后不看延长天数。", "From now on the limit is this day of the task, such as dueOn; then no days are added."),
        },
    ],
})
{
    public const string Wait = "wait";
    public const string More = "more";

    public override IEnumerable<DefinitionFault> Check(ActivityNode node)
    {
        if (!node.Inputs.ContainsKey(More) && !node.Inputs.ContainsKey(WaitTerms.LimitBase))
            yield return new($".{More}", "须填写延长天数或基准日。", "Give the days to add, or the base to follow.");
    }

    public override void Execute(ActivityRun run)
    {
        var wait = run.Text(Wait);
        if (run.Definition.Find(wait) is null) throw new ActivityFault($"There is no activity '{wait}' whose limit could be moved.");
        foreach (var bookmark in run.Burst.WaitsAt(wait, run).ToArray())
            run.Burst.Replace(Moved(run, bookmark));
        run.Complete();
    }

    private static Bookmark Moved(ActivityRun run, Bookmark bookmark)
    {
        if (run.Text(WaitTerms.LimitBase) is { Length: > 0 } name) return Limits.Rest(bookmark, name, run.Burst.Context);
        return run.WorkingDays(More) is { } more and > 0
            ? Limits.Extend(bookmark, more, run.Burst.Context)
            : throw new ActivityFault("A limit is extended by one day at least.");
    }
}
