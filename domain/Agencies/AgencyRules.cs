using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Agencies;

/// <summary>What a county or a department does about its own silence. Pure.</summary>
public static class AgencyRules
{
    /// <summary>One ladder for all silent tasks of an agency: whoever owes five reports is asked once, not five times.</summary>
    public const string MissedReportInstance = "missed-report";

    public static Decision Decide(AgencyState agency, Caller caller, AgencyCommand command)
    {
        if (!caller.Is(Role.Follower))
            return Decision.Refuse(AgencyRefusals.NotFollower);

        return command switch
        {
            NoteMissedReport c => Missed(agency, c),
            NoteReport c => CaughtUp(agency, c.Task),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Who may see an agency's own process: the office, auditors, its own people, and the leader in charge of it.</summary>
    public static bool MayView(AgencyCode agency, Caller caller) =>
        caller.IsAny(Role.OfficeClerk, Role.OfficeDirector, Role.Auditor)
        || (caller.Agency == agency && caller.IsAny(Role.Handler, Role.Liaison, Role.AgencyHead))
        || (caller.Is(Role.LeaderInCharge) && caller.Portfolio.Contains(agency));

    public static Decision Grant(AgencyState agency, ProcessRequest request) => request.Name switch
    {
        RequestNames.Escalate when agency.Silent.Count > 0 => new AgencyEscalated(
            Text(request, "about"), request.Arguments["rung"]?.GetValue<int>() ?? 0, Text(request, "to"), agency.SilentTasks),
        RequestNames.Propose when agency.Silent.Count > 0 => new AgencyMeasureProposed(
            Text(request, "about"), Text(request, "what"), agency.SilentTasks),
        RequestNames.Escalate or RequestNames.Propose => Decision.Nothing,
        _ => ProcessRules.Grant(request),
    };

    private static Decision Missed(AgencyState agency, NoteMissedReport command)
    {
        var fact = Decision.Record(new AgencyReportMissed(command.Task, command.Period));
        return agency.Processes.Running.ContainsKey(MissedReportInstance)
            ? fact
            : fact.Then(new Stimulus.Start(
                MissedReportInstance, DefinitionNames.MissedReport, new JsonObject { ["about"] = "missed-report" }));
    }

    private static Decision CaughtUp(AgencyState agency, TaskId task)
    {
        if (!agency.Silent.ContainsKey(task.Value))
            return Decision.Nothing;

        var fact = Decision.Record(new AgencyReportCaughtUp(task));
        return agency.Silent.Count == 1 && agency.Processes.Running.ContainsKey(MissedReportInstance)
            ? fact.Then(new Stimulus.Cancel(MissedReportInstance))
            : fact;
    }

    private static string Text(ProcessRequest request, string name) => request.Arguments[name]?.ToString() ?? "";
}
