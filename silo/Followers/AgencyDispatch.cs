using Supervision.Agencies;
using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Silo.Agencies;
using Supervision.Silo.Callers;
using Supervision.Tasks;

namespace Supervision.Silo.Followers;

/// <summary>What a county or department hears of its tasks: which report it owes, and that it does not owe it any more.</summary>
internal sealed class AgencyDispatch(IGrainFactory grains, ActorServices services, SystemCallers callers) : IDispatch
{
    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => fact switch
    {
        ReportMissed e => Agency(source, e.Lead, key => new NoteMissedReport(key, TaskOf(source), e.Period)),
        ProgressReported e => Agency(source, e.By, key => new NoteReport(key, TaskOf(source))),
        CompletionSubmitted e => Agency(source, e.By, key => new NoteReport(key, TaskOf(source))),
        TaskReassigned e when e.From != e.Assignment.Lead => Agency(source, e.From, key => new NoteReport(key, TaskOf(source))),
        TaskWithdrawn or TaskTerminated or TaskMerged or TaskSplit or TaskClockStopped => [Leading(source)],
        _ => [],
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
    private FollowUp Leading(FactSource source) => new(source.Stream, async () =>
    {
        var view = await grains.GetGrain<ITaskGrain>(source.Key).ViewAsync(callers.Follower(source.Author));
        foreach (var followUp in view?.Assignment is { } on ? Agency(source, on.Lead, key => new NoteReport(key, TaskOf(source))) : [])
            await followUp.SendAsync();
        return new Receipt.Done(0, null);
    });

    private static TaskId TaskOf(FactSource source) => new(source.Key);
}
