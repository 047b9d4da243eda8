using System.Text.Json.Nodes;
using Supervision.Agencies;
using Supervision.Definitions;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Numbers;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>立项, 审批, 交办, 签收.</summary>
public static partial class TaskRules
{
    public const string DirectiveInstance = "directive";

    private static Decision Register(SupervisedTask task, Caller caller, Register command, TaskContext context)
    {
        if (task.Stage is not TaskStage.Unregistered)
            return Decision.Refuse(TaskRefusals.AlreadyRegistered, task.Registration!.Task);
        if ((TextRefused(command.Title, Fields.Title, TitleLengthMax) ?? TextRefused(command.Content, Fields.Content)) is { } refused)
            return refused;
        if (MissingIn(command.Authority) is { } missing)
            return Decision.Refuse(TaskRefusals.NoAuthority, missing);
        if (command.Authority!.On > context.Today)
            return Decision.Refuse(TaskRefusals.AuthorityAhead, command.Authority.On, context.Today);
        if (command.Process is { } process && !DefinitionNames.OfTasks.Contains(process) && !(process == DefinitionNames.SubTask && caller.Is(Role.Follower)))
            return Decision.Refuse(TaskRefusals.ProcessUnknown, process, string.Join(", ", DefinitionNames.OfTasks));

        // What a plan has issued was judged when it was issued; a day that has passed on the way must not lose the task.
        if (!caller.Is(Role.Follower) && FlawByHand(command, context) is { } flaw)
            return flaw;

        var registered = new TaskRegistered(
            context.TaskId, command.Title.Trim(), command.Content.Trim(), command.Supervision, command.Source,
            command.Authority!, command.Cadence, command.Origin, command.Proposed, command.Indicators, command.EvidenceRule?.Trim(),
            string.IsNullOrWhiteSpace(command.ResemblesReason) ? null : command.ResemblesReason.Trim(), command.PartOf);
        var start = new Stimulus.Start(DirectiveInstance, command.Process ?? DefinitionNames.Directive,
            InputsOf(command.Supervision, command.Source, command.Cadence, command.Approved));

        // The assignment comes first, so that the process counts its limits from it. Whether an approved task still waits for
        // anything before it is acknowledged is the definition's to say.
        return command is { Approved: true, Proposed: { } assignment }
            ? Decision.Record([registered, .. Assigned(task, command.Origin, assignment, context)]).Then(start)
            : Decision.Record(registered).Then(start);
    }

    private static JsonObject InputsOf(SupervisionKind kind, TaskSource source, Cadence cadence, bool approved) => new()
    {
        ["kind"] = kind.ToString(),
        ["source"] = source.ToString(),
        ["cadence"] = cadence.ToString(),
        ["approved"] = approved,
    };

    private static Decision? FlawByHand(Register command, TaskContext context) =>
        command.Origin is not null || command.PartOf is not null || command.Approved
            ? Decision.Refuse(TaskRefusals.OriginByHand)
            : FlawOf(command.Proposed, command.Cadence, command.CadenceReason, context)
                ?? IndicatorRules.FlawOf(command.Indicators) ?? OptionalTextRefused(command.EvidenceRule, Fields.EvidenceRule)
                ?? OptionalTextRefused(command.ResemblesReason, Fields.Reason);

    private static Term? MissingIn(AuthorityRecord? authority) => authority switch
    {
        null => new("依据", "authority"),
        _ when string.IsNullOrWhiteSpace(authority.Basis) => new("依据内容", "basis"),
        _ when string.IsNullOrWhiteSpace(authority.By) => new("作出者", "by"),
        _ when string.IsNullOrWhiteSpace(authority.Reference) => new("文号", "reference"),
        _ when string.IsNullOrWhiteSpace(authority.Scope) => new("范围", "scope"),
        _ when new[] { authority.Basis, authority.By, authority.Reference, authority.Scope }.Any(IsUnfit) =>
            new("依据（每项最多 " + TitleLengthMax + " 字，不含控制字符）", $"authority (at most {TitleLengthMax} characters each, none of them control characters)"),
        _ when authority.On == default => new("日期", "on"),
        _ => null,
    };

    private static bool IsUnfit(string text) => text.Length > TitleLengthMax || text.Any(char.IsControl);

    private static Decision Assign(SupervisedTask task, Caller caller, Assign command, TaskContext context)
    {
        // Once refused, the proposal is used up: it would only go back to the agency that said no.
        var proposed = task.Counts.Refused == 0 ? task.Registration!.Proposed : null;
        if ((command.Assignment ?? proposed) is not { } assignment)
            return Decision.Refuse(TaskRefusals.AssignmentMissing);
        if (Flaw(assignment, context) is { } flaw)
            return flaw;

        // First, so that limits counted from the due date are counted from this one when the process goes on.
        return Answer(task, caller, command, WaitKinds.Assignment, "Assigned", Assigned(task, task.Registration?.Origin, assignment, context));
    }

    // 交办 is when the paper goes out: what is not approved spends no number, and a second assignment keeps the first one.
    // The tasks of a sub-plan are an agency's own work, and no paper of the office.
    private static Fact[] Assigned(SupervisedTask task, PlanOrigin? origin, Assignment assignment, TaskContext context) =>
        task.Number is not null || origin?.Depth > 0
            ? [new TaskAssigned(assignment, context.Today)]
            : [new TaskAssigned(assignment, context.Today), new NumberRequested(SeriesId.OfTasks(context.Today.Year))];

    /// <summary>What is wrong with owners, due date and cadence, as a refusal; null when nothing is.</summary>
    public static Decision? FlawOf(Assignment? assignment, Cadence cadence, string? cadenceReason, TaskContext context) =>
        cadence is Cadence.Weekly && string.IsNullOrWhiteSpace(cadenceReason)
            ? Decision.Refuse(TaskRefusals.CadenceNeedsReason)
            : assignment is null ? null : Flaw(assignment, context);

    private static Decision? Flaw(Assignment assignment, TaskContext context)
    {
        var agencies = assignment.Responsible.Concat(assignment.Cooperating).Prepend(assignment.Lead).ToArray();
        if (agencies.Length > Assignment.AgenciesMax)
            return Decision.Refuse(TaskRefusals.AgenciesTooMany, Assignment.AgenciesMax);
        if (agencies.Cast<AgencyCode?>().FirstOrDefault(code => context.Organisation.Find(code!.Value) is null) is { } unknown)
            return Decision.Refuse(TaskRefusals.AgencyUnknown, unknown);
        if (agencies.Select(code => context.Organisation.Find(code)!).FirstOrDefault(IsNoObject) is { } keeper)
            return Decision.Refuse(TaskRefusals.AgencyNoObject, keeper.Name);
        if (agencies.GroupBy(code => code).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Decision.Refuse(TaskRefusals.AgencyTwice, twice.Key);
        if (assignment.DueOn < context.Today)
            return Decision.Refuse(TaskRefusals.DueOnPast, assignment.DueOn, context.Today);
        if (assignment.DueOn > context.Today.AddYears(DueOnYearsMax))
            return Decision.Refuse(TaskRefusals.DueOnTooFar, assignment.DueOn, DueOnYearsMax);

        return SkippedLevel(assignment, context.Organisation);
    }

    // Who supervises, governs or scores is no object of supervision: nobody could review its work.
    private static bool IsNoObject(Agency agency) =>
        agency.Kind is AgencyKind.SupervisionOffice or AgencyKind.Leadership or AgencyKind.Committee;

    private static Decision? SkippedLevel(Assignment assignment, Organisation organisation) =>
        string.IsNullOrWhiteSpace(assignment.SkipLevelReason)
        && organisation.Find(assignment.Lead)?.Parent is { } parent
        && organisation.Find(parent) is { Kind: AgencyKind.County or AgencyKind.Department } above
            ? Decision.Refuse(TaskRefusals.SkipsLevel, assignment.Lead, above.Name)
            : null;

    private static Decision Acknowledge(SupervisedTask task, Caller caller, Acknowledge command) =>
        task.Stage is TaskStage.InProgress
            ? Decision.Nothing // A second 签收 changes nothing, whatever its key.
            : Answer(task, caller, command, WaitKinds.Acknowledgement, "Acknowledged", new TaskAcknowledged(caller.Agency));

    private static Decision RefuseAsNotOurs(SupervisedTask task, Caller caller, RefuseAsNotOurs command) =>
        TextRefused(command.Reason, Fields.Reason) ?? Answer(
            task, caller, command, WaitKinds.Acknowledgement, "Refused", new TaskRefusedAsNotOurs(caller.Agency, command.Reason.Trim()));
}
