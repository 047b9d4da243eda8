using Supervision.Agencies;
using Supervision.Evidence;
using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Silo.Agencies;
using Supervision.Silo.Callers;
using Supervision.Silo.Evidence;
using Supervision.Tasks;

namespace Supervision.Silo.Followers;

/// <summary>A command that follows from a recorded fact.</summary>
/// <param name="Target">The actor it goes to; parked as a whole when it cannot be delivered.</param>
internal sealed record FollowUp(string Target, Func<Task<Receipt>> SendAsync);

/// <summary>What follows from a fact, for other actors. One table; each follow-up is keyed by the fact, so twice is as good as once.</summary>
internal sealed class Dispatch(
    IGrainFactory grains, ActorServices services, SystemCallers callers, ProcessDispatch processes, EventDispatch events,
    EvidenceDispatch evidence, ImportDispatch imports, PlanDispatch plans)
{
    /// <param name="source">The stream, sequence, author and instant of the fact.</param>
    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => fact switch
    {
        ReportMissed e => Agency(source, e.Lead, key => new NoteMissedReport(key, TaskOf(source), e.Period)),
        ProgressReported e => Agency(source, e.By, key => new NoteReport(key, TaskOf(source))),
        CompletionSubmitted e => Agency(source, e.By, key => new NoteReport(key, TaskOf(source))),
        TaskWithdrawn or TaskClockStopped => Leading(source),
        EvidenceRemoved e => evidence.Of(source, e),
        _ => [.. processes.Of(source, fact), .. events.Of(source, fact), .. imports.Of(source, fact), .. plans.Of(source, fact)],
    };

    private IEnumerable<FollowUp> Agency(FactSource source, AgencyCode code, Func<CommandKey, AgencyCommand> command)
    {
        if (services.Organisation.Find(code) is not { } agency) yield break;

        var actor = grains.GetAgency(agency);
        yield return new FollowUp(
            actor.GetGrainId().ToString(),
            () => actor.ExecuteAsync(callers.Follower(source.Author), command(source.CommandKey(0))));
    }

    // The task owes no report for now, whoever leads it.
    private IEnumerable<FollowUp> Leading(FactSource source)
    {
        var task = grains.GetGrain<ITaskGrain>(source.Key);
        yield return new FollowUp(source.Stream, async () =>
        {
            var view = await task.ViewAsync(callers.Follower(source.Author));
            foreach (var followUp in view?.Assignment is { } on ? Agency(source, on.Lead, key => new NoteReport(key, TaskOf(source))) : [])
                await followUp.SendAsync();
            return new Receipt.Done(0, null);
        });
    }

    private static TaskId TaskOf(FactSource source) => new(source.Key);
}

/// <summary>Where a fact stands in the ledger.</summary>
internal sealed record FactSource(string Stream, long Seq, AccountId Author, DateTimeOffset RecordedAt)
{
    public string Key => Stream[(Stream.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The key of the n-th command that follows from this fact.</summary>
    public CommandKey CommandKey(int n) => new($"{Stream}:{Seq}:{n}");
}
