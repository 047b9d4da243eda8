using Supervision.Evidence;
using Supervision.Language;
using Supervision.Silo.Actors;

namespace Supervision.Silo.Evidence;

[GrainType("evidence")]
internal sealed class EvidenceGrain(ActorServices services) : StreamGrain<EvidenceFile>(services), IEvidenceGrain
{
    private EvidenceHash Hash => new(this.GetPrimaryKeyString());

    public Task<Receipt> ExecuteAsync(Caller caller, EvidenceCommand command) =>
        ExecuteAsync(caller, command, (file, _) => EvidenceRules.Decide(file, Hash, caller, command));

    public Task<EvidenceView?> ViewAsync(Caller caller) => Task.FromResult(MayView(caller)
        ? new EvidenceView(
            Hash, Hash.Reference, Version, State.Size, State.Type,
            (State.Holders.Find(holder => holder.Agency == caller.Agency) ?? State.Holders[0]).Name, State.Removal?.Basis)
        : null);

    protected override bool MayView(Caller caller) => EvidenceRules.MayView(State, caller);
}
