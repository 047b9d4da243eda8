using System.Text.Json.Serialization;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Numbers;
using Supervision.Plans;

namespace Supervision.Tasks;

// Facts in the life of a supervised task; the ledger keeps them for ever. Four rules keep old ledgers readable, and
// the golden events in tests/ hold us to them: the kind never changes; a property is added only as optional, with the
// value that was true before; none is renamed, retyped or removed; a new meaning is a new kind, upcast when read.

/// <summary>立项: put on the register by the office, with its authority.</summary>
/// <param name="Indicators">What is measured of it; null for nothing.</param>
/// <param name="EvidenceRule">佐证要求: what proves that it is done, in words.</param>
/// <param name="ResemblesReason">Why there is another task like it; null where none was found.</param>
/// <param name="PartOf">The task that was split into this one and others; null for others.</param>
[Kind("task.registered")]
public sealed record TaskRegistered(
    TaskId Task, string Title, string Content, SupervisionKind Supervision, TaskSource Source, AuthorityRecord Authority,
    Cadence Cadence, PlanOrigin? Origin = null, Assignment? Proposed = null,
    IReadOnlyList<Indicator>? Indicators = null, string? EvidenceRule = null, string? ResemblesReason = null, TaskId? PartOf = null) : Fact;

/// <summary>立项未获批准.</summary>
[Kind("task.registration-refused")]
public sealed record TaskRegistrationRefused : Fact;

/// <summary>交办: given to its agencies; the time to acknowledge runs.</summary>
/// <param name="On">The day from which its progress is measured; null in the first lines: then the day of the authority.</param>
[Kind("task.assigned")]
public sealed record TaskAssigned(Assignment Assignment, DateOnly? On = null) : Fact;

/// <summary>签收: the lead agency has received the task.</summary>
[Kind("task.acknowledged")]
public sealed record TaskAcknowledged(AgencyCode By) : Fact;

/// <summary>退回改派: the lead agency says that the matter is not its duty; the office assigns anew.</summary>
[Kind("task.refused-as-not-ours")]
public sealed record TaskRefusedAsNotOurs(AgencyCode By, string Reason) : Fact;

/// <summary>反馈. <paramref name="Percent"/> done, against <paramref name="PlannedPercent"/> by its own plan, both 0..100.</summary>
[Kind("task.progress-reported")]
public sealed record ProgressReported(
    int Number, AgencyCode By, int Percent, int PlannedPercent, string Text, IReadOnlyList<EvidenceReference> Evidence) : Fact;

/// <summary>审核 of a report: passed, or returned with a reason.</summary>
[Kind("task.report-reviewed")]
public sealed record ReportReviewed(int Number, bool Passed, string? Reason) : Fact;

/// <summary>A report was due for a period and has not come.</summary>
[Kind("task.report-missed")]
public sealed record ReportMissed(AgencyCode Lead, string Period) : Fact;

/// <summary>办结: the lead says on a day that it is done. Not yet closed out; what follows is the office's time, not the lead's.</summary>
[Kind("task.completion-submitted")]
public sealed record CompletionSubmitted(
    AgencyCode By, string Reason, IReadOnlyList<EvidenceReference> Evidence, DateOnly On) : Fact;

/// <summary>核查: the office has checked and found it so.</summary>
[Kind("task.completion-verified")]
public sealed record CompletionVerified(string Finding) : Fact;

/// <summary>退回重办: the completion is not accepted; <paramref name="Times"/> counts all returns of the task.</summary>
[Kind("task.returned")]
public sealed record TaskReturned(string Reason, int Times) : Fact;

/// <summary>办结评价.</summary>
[Kind("task.appraised")]
public sealed record TaskAppraised(Appraisal Grade, string Opinion) : Fact;

/// <summary>销号: struck off, with the conclusion and the proof that it was delivered to the object (条例第十六条, to be confirmed).</summary>
[Kind("task.closed-out")]
public sealed record TaskClosedOut(string Conclusion, string DeliveryReceipt) : Fact;

/// <summary>归档.</summary>
[Kind("task.archived")]
public sealed record TaskArchived : Fact;

/// <summary>催办, by hand or by the process and its clock; <paramref name="Times"/> counts all.</summary>
/// <param name="To">Whom a definition urges: liaison, head, leader-in-charge; null where nobody is named.</param>
[Kind("task.expedited")]
public sealed record TaskExpedited(int Times, string About, string Text, bool ByClock, string? To = null) : Fact;

/// <summary>逐级升级: silence has climbed to <paramref name="To"/>. Each rung once for one silence.</summary>
[Kind("task.escalated")]
public sealed record TaskEscalated(string About, int Rung, string To) : Fact;

/// <summary>A proposal of bulletin or interview lies before the head. It is never carried out by itself.</summary>
[Kind("task.measure-proposed")]
public sealed record MeasureProposed(string About, string What) : Fact;

/// <summary>申请延期.</summary>
[Kind("task.extension-requested")]
public sealed record ExtensionRequested(AgencyCode By, DateOnly DueOn, string Reason) : Fact;

/// <summary>同意延期: the due date moves, by an approval.</summary>
[Kind("task.extension-granted")]
public sealed record ExtensionGranted(DateOnly DueOnBefore, DateOnly DueOn) : Fact;

/// <summary>不同意延期.</summary>
[Kind("task.extension-refused")]
public sealed record ExtensionRefused(DateOnly DueOn) : Fact;

/// <summary>停表: the time limit stops; the work may go on.</summary>
[Kind("task.clock-stopped")]
public sealed record TaskClockStopped(DateOnly On, string Reason) : Fact;

/// <summary>恢复计时: the due date moves by as many working days as the clock stood.</summary>
[Kind("task.clock-resumed")]
public sealed record TaskClockResumed(DateOnly On, int WorkingDays, DateOnly DueOnBefore, DateOnly DueOn, string Rule) : Fact;

/// <summary>撤销: taken back by the office, or with the plan that it comes from.</summary>
/// <param name="Plan">The plan that was withdrawn, or that was revised without it; null where somebody withdrew the task itself.</param>
/// <param name="SubPlans">Its sub-plans that go with it; they follow. Null in the first lines, and for none.</param>
/// <param name="Parts">The tasks that it was split into; they follow. Null for none.</param>
[Kind("task.withdrawn")]
public sealed record TaskWithdrawn(
    string Reason, PlanId? Plan = null, IReadOnlyList<PlanId>? SubPlans = null, IReadOnlyList<TaskId>? Parts = null) : Fact;

/// <summary>下达子方案任务: these agencies are to break the task down, each in a sub-plan of its own, which follows.</summary>
[Kind("task.sub-plans-ordered")]
public sealed record SubPlansOrdered(IReadOnlyList<SubPlanOrder> Orders) : Fact;

/// <summary>分解份额: how an indicator that sums is divided among the agencies that make sub-plans.</summary>
/// <param name="Gap">Target less the sum of the shares: positive where something is left that nobody has taken.</param>
/// <param name="Reason">Why there is a gap, where there is one.</param>
[Kind("task.shares-allotted")]
public sealed record SharesAllotted(string Indicator, IReadOnlyList<Share> Shares, decimal Gap, string? Reason) : Fact;

/// <summary>A sub-plan was submitted for approval, in time or not.</summary>
[Kind("task.sub-plan-filed")]
public sealed record SubPlanFiled(PlanId Plan, DateOnly On) : Fact;

/// <summary>A sub-plan was accepted with what it promises of each indicator, or refused as not the agency's duty.</summary>
[Kind("task.sub-plan-settled")]
public sealed record SubPlanSettled(PlanId Plan, bool Accepted, IReadOnlyList<PromisedShare> Promised) : Fact;

/// <summary>调整: a revision of the plan has changed who is on the task, until when or what is measured.</summary>
[Kind("task.readjusted")]
public sealed record TaskReadjusted(
    PlanId Plan, int Revision, string Reason, Assignment Assignment, IReadOnlyList<Indicator>? Indicators, string? EvidenceRule) : Fact;

/// <summary>报指标值.</summary>
[Kind("task.value-recorded")]
public sealed record ValueRecorded(IndicatorValue Value) : Fact;

/// <summary>A decision on a waiting approval of a process.</summary>
[Kind("approval.given")]
public sealed record ApprovalGiven(string Wait, string Purpose, Verdict Verdict, string? Opinion) : Fact;

[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict { Approved, Rejected }

/// <summary>With its first assignment the task asks for a number of this series.</summary>
[Kind("task.number-requested")]
public sealed record NumberRequested(SeriesId Series) : Fact;

/// <summary>发文字号: the number that the series has allotted.</summary>
[Kind("task.number-given")]
public sealed record NumberGiven(SeriesId Series, int Number, string Text) : Fact;

/// <summary>The task is taken back, and its number, given or on its way, is void.</summary>
[Kind("task.number-given-up")]
public sealed record NumberGivenUp(SeriesId Series) : Fact;
