using Supervision.Language;
using Supervision.Numbers;
using Supervision.Silo.Callers;
using Supervision.Tasks;

namespace Supervision.Silo.Followers;

/// <summary>Document numbers 发文字号: a task asks its series, and what the series says comes back to the task.</summary>
/// <remarks>A crash on the way loses nothing: what a task has asked for and what a series has said are facts, and are followed again.</remarks>
internal sealed class NumberDispatch(IGrainFactory grains, SystemCallers callers) : IDispatch
{
    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => fact switch
    {
        NumberRequested e => [Series(source, e.Series, new AllotNumber(source.CommandKey(0), new TaskId(source.Key)))],
        NumberGivenUp e => [Series(source, e.Series, new VoidNumber(source.CommandKey(0), new TaskId(source.Key)))],
        NumberAllotted e => [Given(source, e)],
        _ => [],
    };

    // One target a series: a number is never voided before it was allotted.
    private FollowUp Series(FactSource source, SeriesId series, SeriesCommand command)
    {
        var actor = grains.GetGrain<INumberSeriesGrain>(series.Value);
        return new FollowUp(actor.GetGrainId().ToString(), () => actor.ExecuteAsync(callers.Follower(source.Author), command));
    }

    private FollowUp Given(FactSource source, NumberAllotted e)
    {
        var task = grains.GetGrain<ITaskGrain>(e.Task.Value);
        return new FollowUp(task.GetGrainId().ToString(), () => task.ExecuteAsync(
            callers.Follower(source.Author), new NoteNumber(source.CommandKey(0), new SeriesId(source.Key), e.Number, e.Text)));
    }
}
