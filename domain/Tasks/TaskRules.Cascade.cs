using Supervision.Agencies;
using Supervision.Definitions;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.RollUps;

namespace Supervision.Tasks;

/// <summary>分解: sub-plans are ordered, shares allotted, and what becomes of both is noted.</summary>
public static partial class TaskRules
{
    /// <summary>City, county, township, and as many again: deeper is a circle, not an organisation.</summary>
    public const int CascadeDepthMax = 6;

    public const int SubPlansMax = 60;

    /// <summary>How long an agency has where a process orders a sub-plan and names no day.</summary>
    public const int SubPlanWorkingDays = 10;

    /// <summary>Room in the id of a sub-plan for the number of an item: its tasks have ids as well.</summary>
    private const int NumberRoom = 6;

    private static Decision OrderSubPlans(SupervisedTask task, Caller caller, OrderSubPlans command, TaskContext context)
    {
        if (!task.IsUnderWay)
            return NotUnderWay(task, command);
        if (command.Agencies.Count is 0 or > SubPlansMax)
            return Decision.Refuse(TaskRefusals.SubPlansMissing, SubPlansMax);
        if (command.Agencies.GroupBy(asked => asked.Agency).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Decision.Refuse(TaskRefusals.AgencyTwice, twice.Key);
        if (!caller.IsAny(Role.OfficeClerk, Role.OfficeDirector)
            && command.Agencies.FirstOrDefault(asked => !IsBelow(task, caller.Agency, asked.Agency, context.Organisation)) is { } foreign)
        {
            return Decision.Refuse(TaskRefusals.SubPlanNotYours, foreign.Agency);
        }

        return Ordered(task, command.Agencies, command.Definition, context);
    }

    private static Decision Ordered(
        SupervisedTask task, IReadOnlyList<SubPlanRequest> agencies, string? definition, TaskContext context)
    {
        var orders = agencies.Select(asked => new SubPlanOrder(
            SubPlanOf(context.TaskId, asked.Agency), asked.Agency, asked.FileBy,
            definition is DefinitionNames.SubPlanApproval ? null : definition)).ToArray();
        return orders.Select(order => OrderFlaw(task, order, context)).FirstOrDefault(flaw => flaw is not null)
            ?? new SubPlansOrdered(orders);
    }

    private static Decision? OrderFlaw(SupervisedTask task, SubPlanOrder order, TaskContext context)
    {
        if (context.Organisation.Find(order.Agency) is not { } agency)
            return Decision.Refuse(TaskRefusals.AgencyUnknown, order.Agency);
        if (IsNoObject(agency))
            return Decision.Refuse(TaskRefusals.AgencyNoObject, agency.Name);
        if (task.Cascade.SubPlans.GetValueOrDefault(order.Plan.Value) is { Accepted: not false })
            return Decision.Refuse(TaskRefusals.SubPlanOrdered, agency.Name, order.Plan);
        if (DepthOf(task) >= CascadeDepthMax || order.Plan.Value.Length > PlanId.LengthMax - NumberRoom)
            return Decision.Refuse(TaskRefusals.CascadeTooDeep, CascadeDepthMax, order.Plan);

        return order.FileBy < context.Today || order.FileBy > LastFileBy(task, context)
            ? Decision.Refuse(TaskRefusals.FileByUnfit, agency.Name, order.FileBy, context.Today, LastFileBy(task, context))
            : null;
    }

    // A task that is overdue can still be broken down, today.
    private static DateOnly LastFileBy(SupervisedTask task, TaskContext context) =>
        task.DueOn > context.Today ? task.DueOn.Value : context.Today;

    /// <summary>How many sub-plans stand above the task.</summary>
    public static int DepthOf(SupervisedTask task) => task.Registration?.Origin?.Depth ?? 0;

    /// <summary>The sub-plan of an agency under a task: one, also when the agency has refused it and is asked again.</summary>
    public static PlanId SubPlanOf(TaskId task, AgencyCode agency) => new($"{task}-{agency}");

    private static bool IsBelow(SupervisedTask task, AgencyCode own, AgencyCode asked, Organisation organisation) =>
        asked == own || task.Assignment?.Involves(asked) == true || organisation.Find(asked)?.Parent == own;

    /// <summary>What opens the sub-plan of an agency, as a follower sends it; null where none was ordered.</summary>
    public static SubPlanOpening? OpeningOf(SupervisedTask task, TaskId id, AgencyCode agency, CommandKey key)
    {
        if (task.Registration is not { } registration
            || task.Cascade.SubPlans.GetValueOrDefault(SubPlanOf(id, agency).Value) is not { Order: var order } stand)
        {
            return null;
        }

        var indicators = task.Indicators.All.Select(indicator => PartOf(task, indicator, order.Agency)).ToArray();
        return new SubPlanOpening(stand.Accepted is not null, new OpenSubPlan(key, registration.Title, registration.Content, registration.Authority, new PlanParent(
            id, registration.Origin?.Plan, order.Agency, task.DueOn ?? order.FileBy, order.FileBy, indicators,
            DepthOf(task) + 1), order.Definition));
    }

    // Of what adds up, an agency sees its share alone; how the whole should move says nothing about a part.
    private static Indicator PartOf(SupervisedTask task, Indicator indicator, AgencyCode agency) => indicator.Sums is not Aggregation.Sum
        ? indicator
        : indicator with
        {
            Baseline = null,
            Trajectory = [],
            Target = task.Cascade.ShareOf(indicator.Id, agency) is { } share ? new TargetValue(share) : null,
        };

    private static Decision AllotShares(SupervisedTask task, AllotShares command)
    {
        if (!task.IsUnderWay)
            return NotUnderWay(task, command);
        if (task.Indicators.Find(command.Indicator) is not { } indicator)
            return IndicatorUnknown(task, command.Indicator);
        if (indicator is not { Sums: Aggregation.Sum, Target.Number: { } target })
            return Decision.Refuse(IndicatorRefusals.NotDivisible, indicator.Name);
        if (command.Shares.GroupBy(share => share.Agency).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Decision.Refuse(TaskRefusals.ShareTwice, twice.Key);
        if (command.Shares.FirstOrDefault(share => !task.Cascade.SubPlans.Values.Any(stand => stand.Order.Agency == share.Agency) && task.Assignment?.Involves(share.Agency) != true) is { } stranger)
            return Decision.Refuse(TaskRefusals.ShareNotOnTask, stranger.Agency);
        if (command.Shares.FirstOrDefault(share => share.Value is < 0 or > IndicatorRules.NumberMax) is { } unfit)
            return Decision.Refuse(TaskRefusals.ShareOutOfRange, unfit.Agency, unfit.Value, IndicatorRules.NumberMax);

        var gap = target - command.Shares.Sum(share => share.Value);
        if (gap != 0 && string.IsNullOrWhiteSpace(command.Reason))
            return Decision.Refuse(IndicatorRefusals.GapUnexplained, gap);

        return OptionalTextRefused(command.Reason, Fields.Reason)
            ?? new SharesAllotted(indicator.Id, command.Shares, gap, gap == 0 ? null : command.Reason!.Trim());
    }

    private static Decision NoteSubPlanFiled(SupervisedTask task, NoteSubPlanFiled command) =>
        task.Cascade.SubPlans.GetValueOrDefault(command.Plan.Value) is not { } stand ? Decision.Refuse(TaskRefusals.SubPlanUnknown, command.Plan)
        : stand.FiledOn == command.On ? Decision.Nothing
        : new SubPlanFiled(command.Plan, command.On);

    private static Decision NoteSubPlanSettled(SupervisedTask task, NoteSubPlanSettled command)
    {
        if (task.Cascade.SubPlans.GetValueOrDefault(command.Plan.Value) is not { } stand)
            return Decision.Refuse(TaskRefusals.SubPlanUnknown, command.Plan);

        var waits = task.Processes.Waits.Where(wait =>
            wait.Kind == WaitKinds.SubPlan && wait.Term("agency") == stand.Order.Agency.Value);
        return Decision.Record(new SubPlanSettled(command.Plan, command.Accepted, command.Promised))
            .Then([.. waits.Select(wait => new Stimulus.Answer(wait.Id, SettledOutcome(command.Accepted)))]);
    }

    /// <summary>What becomes of a wait for a sub-plan that is settled already when the wait begins; later ones hear of it when it is.</summary>
    private static Decision SubPlanAwaited(SupervisedTask task, ProcessRequest request) =>
        task.Cascade.SubPlans.Values.FirstOrDefault(stand => stand.Order.Agency.Value == Text(request, "agency")) is { Accepted: { } accepted }
            ? Decision.Nothing.Then(new Stimulus.Answer(request.Wait!, SettledOutcome(accepted)))
            : Decision.Nothing;

    private static string SettledOutcome(bool accepted) => accepted ? "Accepted" : "Refused";

    // A gateway reads behind the task: what it says of one that is closed meanwhile comes too late, and is no fault.
    private static Decision NoteProgress(SupervisedTask task, NoteProgress command) =>
        task.Registration is null ? Decision.Refuse(TaskRefusals.NotFound)
        : task.IsClosed ? Decision.Nothing
        : Thresholds.Note(task.Reached, command.Percent);

    /// <summary>调整: the plan has decided; what is on the task follows, and the limits counted from its due date with it.</summary>
    private static Decision Readjust(SupervisedTask task, Readjust command, TaskContext context)
    {
        if (task.IsClosed)
            return Decision.Refuse(TaskRefusals.Closed, TaskLabels.Of(task.Stage), TaskLabels.Of(command));

        var readjusted = new TaskReadjusted(
            command.Plan, command.Revision, command.Reason, command.Assignment, command.Indicators, command.EvidenceRule);

        // Another lead acknowledges for itself, as after a transfer; what is with the office stays there.
        if (IsWithLead(task) && task.Assignment!.Lead is var before && before != command.Assignment.Lead)
        {
            return Decision.Record(readjusted, new TaskReassigned(before, command.Assignment, context.Today, command.Reason))
                .Then(BeginAgain(task));
        }

        return command.Assignment.DueOn == task.DueOn
            ? readjusted
            : Decision.Record(readjusted).Then(new Stimulus.MoveBase(DueOnBase, command.Assignment.DueOn));
    }
}
