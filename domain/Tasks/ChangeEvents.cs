using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Tasks;

// Facts of the side paths on which a task comes to another lead, to an end before its time, or back to life.

/// <summary>提请: somebody asks for a change that needs consent.</summary>
/// <param name="Assignment">The one that is asked for; null for an end.</param>
/// <param name="Into">The other task of a merger.</param>
/// <param name="Parts">Those of a split.</param>
/// <param name="GapReason">Why the shares of a split miss a target; null where they do not.</param>
[Kind("task.change-requested")]
public sealed record ChangeRequested(
    ChangeKind Change, AgencyCode By, string Reason, Assignment? Assignment = null, TaskId? Into = null,
    IReadOnlyList<PartOfTask>? Parts = null, string? GapReason = null) : Fact;

/// <summary>不同意提请: the task stays as it is.</summary>
/// <param name="Because">What stood against it although it was consented to; null where somebody said no.</param>
[Kind("task.change-refused")]
public sealed record ChangeRefused(ChangeKind Change, string? Because = null) : Fact;

/// <summary>转办, by consent, or 更正交办 of a wrong assignment. With another lead it begins anew, from the day of this fact.</summary>
[Kind("task.reassigned")]
public sealed record TaskReassigned(AgencyCode From, Assignment Assignment, DateOnly On, string Reason, bool IsCorrection = false) : Fact;

/// <summary>终止: an end, by consent, of what need not be done any more. What was done stays counted.</summary>
/// <param name="SubPlans">Withdrawn with it; null for none.</param>
[Kind("task.terminated")]
public sealed record TaskTerminated(string Reason, IReadOnlyList<PlanId>? SubPlans = null) : Fact;

/// <summary>重新办理: what was struck off is to be done again; <paramref name="Times"/> counts.</summary>
[Kind("task.reopened")]
public sealed record TaskReopened(Assignment Assignment, DateOnly On, string Reason, int Times) : Fact;
