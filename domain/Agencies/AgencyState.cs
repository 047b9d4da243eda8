using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Agencies;

/// <summary>A county or a department as its ledger tells it.</summary>
/// <param name="Silent">Tasks whose report is missing, with the period; bounded by the tasks it leads.</param>
public sealed record AgencyState(
    ImmutableSortedDictionary<string, string> Silent, int Escalations, int Proposals, ProcessSet Processes)
    : IStreamState<AgencyState>
{
    public static AgencyState Initial { get; } = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), 0, 0, ProcessSet.None);

    public IReadOnlyList<TaskId> SilentTasks => [.. Silent.Keys.Select(key => new TaskId(key))];

    public AgencyState Evolve(Fact fact) => fact switch
    {
        AgencyReportMissed e => this with { Silent = Silent.SetItem(e.Task.Value, e.Period) },
        AgencyReportCaughtUp e => this with { Silent = Silent.Remove(e.Task.Value) },
        AgencyEscalated => this with { Escalations = Escalations + 1 },
        AgencyMeasureProposed => this with { Proposals = Proposals + 1 },
        ProcessFact => this with { Processes = Processes.Evolve(fact) },
        _ => throw UnknownFactException.Of(fact),
    };
}
