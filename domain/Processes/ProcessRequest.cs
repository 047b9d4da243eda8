using System.Text.Json.Nodes;

namespace Supervision.Processes;

/// <summary>What an activity asks of the actor in whose stream it runs; a rule of that actor decides it in the same append.</summary>
/// <param name="Name">One of <see cref="RequestNames"/>, or the name of an Elsa task.</param>
/// <param name="Instance">The process instance that asks.</param>
/// <param name="Activity">The activity's id in its definition.</param>
/// <param name="Wait">The waiting point concerned, where there is one.</param>
public sealed record ProcessRequest(string Name, string Instance, string Activity, string? Wait, JsonObject Arguments);

/// <summary>Names of requests that the shipped activities make.</summary>
public static class RequestNames
{
    /// <summary>{ about, rung, to }: a rung of a ladder is reached.</summary>
    public const string Escalate = "escalate";

    /// <summary>{ about, what }: the last rung puts a proposal (bulletin, interview) before the head; never automatic.</summary>
    public const string Propose = "propose";

    /// <summary>{ about, definition }: a limit has passed in silence; start this ladder, attached to the wait.</summary>
    public const string StartLadder = "start-ladder";

    /// <summary>{ about }: the reminder before a limit.</summary>
    public const string Remind = "remind";

    /// <summary>{ period }: a report was due and has not come.</summary>
    public const string ReportMissed = "report-missed";

    /// <summary>{ dueOn }: an extension was approved.</summary>
    public const string GrantExtension = "grant-extension";

    /// <summary>{ }: an extension was refused.</summary>
    public const string RefuseExtension = "refuse-extension";

    /// <summary>{ purpose }: what was registered was not approved.</summary>
    public const string RefuseRegistration = "refuse-registration";

    /// <summary>{ about, to, text }: urge somebody on, without climbing.</summary>
    public const string Expedite = "expedite";

    /// <summary>{ reason }: the clock of the actor's matter stops, as by the standing command.</summary>
    public const string StopClock = "stop-clock";

    /// <summary>{ }: it runs again.</summary>
    public const string ResumeClock = "resume-clock";

    /// <summary>{ reason }: what was submitted as done goes back for rework.</summary>
    public const string ReturnForRework = "return-for-rework";

    /// <summary>{ agency, definition, dueOn }: an agency is to make a sub-plan.</summary>
    public const string StartSubPlan = "start-sub-plan";

    /// <summary>{ agency }: a wait for this agency's sub-plan begins; whoever knows that it is settled answers at once.</summary>
    public const string SubPlanAwaited = "sub-plan-awaited";

    /// <summary>{ }: the plan is accepted as a whole.</summary>
    public const string AcceptPlan = "accept-plan";

    /// <summary>{ }: the revision that was proposed is in force.</summary>
    public const string RevisePlan = "revise-plan";

    /// <summary>{ }: it is not.</summary>
    public const string RefuseRevision = "refuse-revision";

    /// <summary>{ }: what the process was started for is consented to.</summary>
    public const string GrantChange = "grant-change";

    /// <summary>{ }: it is not.</summary>
    public const string RefuseChange = "refuse-change";

    /// <summary>{ to, text }: tell somebody; the notice follows from the recorded fact.</summary>
    public const string Notify = "notify";

    /// <summary>{ name, payload, taskId }: Elsa's RunTask.</summary>
    public const string RunTask = "run-task";

    /// <summary>{ name, payload, correlationId, isLocal }: Elsa's PublishEvent. A local one is told to the asking process alone.</summary>
    public const string PublishEvent = "publish-event";

    /// <summary>{ definition, instance, correlationId, input }: a sub-process in a stream of its own; its end answers the wait, if any.</summary>
    public const string StartProcess = "start-process";

    /// <summary>{ }: the scheme of evaluation is frozen as a version.</summary>
    public const string FreezeScheme = "freeze-scheme";
}
