using Supervision.Agencies;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Actors;

namespace Supervision.Silo.Agencies;

/// <summary>What counties and departments have in common as actors.</summary>
internal abstract class AgencyGrain(ActorServices services) : StreamGrain<AgencyState>(services), IAgencyGrain
{
    private AgencyCode Code => new(this.GetPrimaryKeyString());

    public Task<Receipt> ExecuteAsync(Caller caller, AgencyCommand command) =>
        ExecuteAsync(caller, command, (agency, _) => AgencyRules.Decide(agency, caller, command));

    public Task<AgencyView?> ViewAsync(Caller caller) => Task.FromResult(MayView(caller)
        ? new AgencyView(
            Code, Stream, Version, State.SilentTasks, State.Escalations, State.Proposals, [.. State.Processes.Waits],
            [.. State.Processes.Incidents])
        : null);

    protected override bool MayView(Caller caller) => AgencyRules.MayView(Code, caller);

    protected override Decision Grant(AgencyState state, ProcessRequest request) => AgencyRules.Grant(state, request);
}

[GrainType("county")]
internal sealed class CountyGrain(ActorServices services) : AgencyGrain(services), ICountyGrain;

[GrainType("department")]
internal sealed class DepartmentGrain(ActorServices services) : AgencyGrain(services), IDepartmentGrain;
