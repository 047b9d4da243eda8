namespace Supervision.Workflows.Activities;

/// <summary>Waits for an instant on the durable clock: elapsed time, nights and holidays included.</summary>
internal abstract class TimeWait(ActivityDescriptor descriptor) : Activity(descriptor)
{
    /// <summary>The instant to wait for; null to go on at once.</summary>
    protected abstract DateTimeOffset? Until(ActivityRun run);

    public sealed override void Execute(ActivityRun run)
    {
        if (run.StartsInstance() || Until(run) is not { } at) run.Complete();
        else run.Wait(Values.NoTerms, Values.NoDues.Add(DueNames.Timer, new Due(at)));
    }

    public sealed override bool Fire(ActivityRun run, Bookmark bookmark, string due)
    {
        run.Complete();
        return true;
    }

    public sealed override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer) => Fire(run, bookmark, DueNames.Timer);
}
