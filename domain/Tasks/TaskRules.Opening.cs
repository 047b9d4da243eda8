using System.Text.Json.Nodes;
using Supervision.Agencies;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>立项, 审批, 交办, 签收.</summary>
public static partial class TaskRules
{
    public const string DirectiveInstance = "directive";

    private static Decision Register(SupervisedTask task, Register command, TaskContext context)
    {
        if (task.Stage is not TaskStage.Unregistered)
            return Decision.Refuse(TaskRefusals.AlreadyRegistered, task.Registration!.Task);
        if ((TextRefused(command.Title, Fields.Title, TitleLengthMax) ?? TextRefused(command.Content, Fields.Content)) is { } refused)
            return refused;
        if (MissingIn(command.Authority) is { } missing)
            return Decision.Refuse(TaskRefusals.NoAuthority, missing);
        if (FlawOf(command.Proposed, command.Cadence, command.CadenceReason, context) is { } flaw)
            return flaw;

        return Decision.Record(new TaskRegistered(
            context.TaskId, command.Title.Trim(), command.Content.Trim(), command.Supervision, command.Source,
            command.Authority!, command.Cadence, command.Origin, command.Proposed)).Then(new Stimulus.Start(
                DirectiveInstance, DefinitionNames.Directive, new JsonObject
                {
                    ["kind"] = command.Supervision.ToString(),
                    ["source"] = command.Source.ToString(),
                    ["cadence"] = command.Cadence.ToString(),
                }));
    }

    private static Term? MissingIn(AuthorityRecord? authority) => authority switch
    {
        null => new("依据", "authority"),
        _ when string.IsNullOrWhiteSpace(authority.Basis) => new("依据内容", "basis"),
        _ when string.IsNullOrWhiteSpace(authority.By) => new("作出者", "by"),
        _ when string.IsNullOrWhiteSpace(authority.Reference) => new("文号", "reference"),
        _ when string.IsNullOrWhiteSpace(authority.Scope) => new("范围", "scope"),
        _ when authority.On == default => new("日期", "on"),
        _ => null,
    };

    private static Decision Assign(SupervisedTask task, Caller caller, Assign command, TaskContext context)
    {
        if ((command.Assignment ?? task.Registration!.Proposed) is not { } assignment)
            return Decision.Refuse(TaskRefusals.AssignmentMissing);
        if (Flaw(assignment, context) is { } flaw)
            return flaw;

        // First, so that limits counted from the due date are counted from this one when the process goes on.
        return Answer(task, caller, command, WaitKinds.Assignment, "Assigned", new TaskAssigned(assignment, context.Today));
    }

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
        if (agencies.GroupBy(code => code).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Decision.Refuse(TaskRefusals.AgencyTwice, twice.Key);
        if (assignment.DueOn < context.Today)
            return Decision.Refuse(TaskRefusals.DueOnPast, assignment.DueOn, context.Today);
        if (assignment.DueOn > context.Today.AddYears(DueOnYearsMax))
            return Decision.Refuse(TaskRefusals.DueOnTooFar, assignment.DueOn, DueOnYearsMax);

        return SkippedLevel(assignment, context.Organisation);
    }

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
