using Supervision.Language;
using Supervision.Numbers;
using Supervision.Silo.Actors;

namespace Supervision.Silo.Numbers;

[GrainType("number-series")]
internal sealed class NumberSeriesGrain(ActorServices services) : StreamGrain<NumberSeries>(services), INumberSeriesGrain
{
    private SeriesId Id => new(this.GetPrimaryKeyString());

    public Task<Receipt> ExecuteAsync(Caller caller, SeriesCommand command) =>
        ExecuteAsync(caller, command, (series, _) => SeriesRules.Decide(series, Id, caller, command));

    public Task<SeriesView?> ViewAsync(Caller caller, int after, int limit) => Task.FromResult(
        MayView(caller) ? SeriesView.Of(State, Id, Version, after, limit) : null);

    protected override bool MayView(Caller caller) => SeriesRules.MayView(caller);
}
