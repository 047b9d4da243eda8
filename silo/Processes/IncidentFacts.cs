using Supervision.Processes;
using Supervision.Workflows;

namespace Supervision.Silo.Processes;

/// <summary>What a step says of incidents: new ones, and those that the process went on without.</summary>
internal static class IncidentFacts
{
    public static IReadOnlyList<ProcessFact> Between(Process before, WorkflowDefinition definition, InstanceState after)
    {
        if (before.Incidents.IsEmpty && after.Incidents.IsEmpty) return [];
        var known = before.Incidents.Select(KeyOf).ToHashSet();
        var open = after.OpenIncidents.Select(incident => Of(before.Instance, definition, after, incident)).DistinctBy(KeyOf).ToArray();
        var passed = known.Except(open.Select(KeyOf)).Select(key => key.Run).Distinct();
        return
        [
            .. passed.Select(run => new ProcessIncidentResolved(before.Instance, run, IncidentEnd.Passed, Outcome: null, Reason: null)),
            .. open.Where(incident => !known.Contains(KeyOf(incident))).Select(incident => new ProcessIncidentRecorded(incident)),
        ];
    }

    // Not by what people read of it: that changes with the definition.
    private static (int Run, string Activity, string Message, DateTimeOffset At) KeyOf(ProcessIncident incident) =>
        (incident.Run, incident.Activity, incident.Message, incident.At);

    private static ProcessIncident Of(string instance, WorkflowDefinition definition, InstanceState state, Incident incident)
    {
        var (node, name) = Recovery.Describe(definition, state, incident);
        var message = incident.Message.Length > ProcessIncident.MessageLengthMax
            ? incident.Message[..ProcessIncident.MessageLengthMax] : incident.Message;
        return new ProcessIncident(instance, incident.Run, incident.Activity, node, name, message, incident.At);
    }
}
