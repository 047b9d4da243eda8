using Supervision.Evidence;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Numbers;
using Supervision.Plans;

namespace Supervision.Tasks;

/// <summary>What one can ask of a supervised task. Every command carries a key and may be sent again.</summary>
/// <param name="Key">Made once by the sender for one intention, and sent again with every retry of it.</param>
[GenerateSerializer, Immutable, Alias("TaskCommand")]
public abstract record TaskCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>立项. Starts the directive's process, which asks for an approval.</summary>
/// <param name="Approved">Of an accepted plan: approved and assigned with it. A follower alone may say so.</param>
/// <param name="PartOf">The task that was split into this one and others. A follower alone may say so.</param>
/// <param name="ResemblesReason">Why it is registered although an open task on the same agencies resembles it.</param>
/// <param name="Process">Which of <see cref="Definitions.DefinitionNames.OfTasks"/> it runs; null for the first.</param>
[GenerateSerializer, Immutable, Alias("Task.Register")]
public sealed record Register(
    CommandKey Key,
    [property: Id(1)] string Title,
    [property: Id(2)] string Content,
    [property: Id(3)] SupervisionKind Supervision,
    [property: Id(4)] TaskSource Source,
    [property: Id(5)] AuthorityRecord? Authority,
    [property: Id(6)] Cadence Cadence = Cadence.Monthly,
    [property: Id(7)] string? CadenceReason = null,
    [property: Id(8)] PlanOrigin? Origin = null,
    [property: Id(9)] Assignment? Proposed = null,
    [property: Id(10)] string? Process = null,
    [property: Id(11)] IReadOnlyList<Indicator>? Indicators = null,
    [property: Id(12)] string? EvidenceRule = null,
    [property: Id(13)] bool Approved = false,
    [property: Id(14)] string? ResemblesReason = null,
    [property: Id(15)] TaskId? PartOf = null) : TaskCommand(Key);

/// <summary>Answer an approval that a process asks for (立项审批, 延期审批, any that a definition names).</summary>
/// <param name="Wait">Which waiting approval; null when there is only one that this caller may answer.</param>
[GenerateSerializer, Immutable, Alias("Task.Decide")]
public sealed record Decide(
    CommandKey Key,
    [property: Id(1)] Verdict Verdict,
    [property: Id(2)] string? Opinion = null,
    [property: Id(3)] string? Wait = null) : TaskCommand(Key);

/// <summary>交办. Without an assignment the one proposed at registration is used.</summary>
[GenerateSerializer, Immutable, Alias("Task.Assign")]
public sealed record Assign(CommandKey Key, [property: Id(1)] Assignment? Assignment = null) : TaskCommand(Key);

/// <summary>签收.</summary>
[GenerateSerializer, Immutable, Alias("Task.Acknowledge")]
public sealed record Acknowledge(CommandKey Key) : TaskCommand(Key);

/// <summary>退回改派: not our duty.</summary>
[GenerateSerializer, Immutable, Alias("Task.RefuseAsNotOurs")]
public sealed record RefuseAsNotOurs(CommandKey Key, [property: Id(1)] string Reason) : TaskCommand(Key);

/// <summary>反馈. The percentage lies in 0..100; what was planned by now is computed, so that nobody chooses the own yardstick.</summary>
[GenerateSerializer, Immutable, Alias("Task.ReportProgress")]
public sealed record ReportProgress(
    CommandKey Key,
    [property: Id(1)] int Percent,
    [property: Id(2)] string Text,
    [property: Id(3)] IReadOnlyList<EvidenceReference>? Evidence = null) : TaskCommand(Key), ICitesEvidence;

/// <summary>审核 of the report that waits for it.</summary>
[GenerateSerializer, Immutable, Alias("Task.ReviewReport")]
public sealed record ReviewReport(
    CommandKey Key, [property: Id(1)] bool Passed, [property: Id(2)] string? Reason = null) : TaskCommand(Key);

/// <summary>办结: with a reason and a reference to evidence.</summary>
[GenerateSerializer, Immutable, Alias("Task.SubmitCompletion")]
public sealed record SubmitCompletion(
    CommandKey Key,
    [property: Id(1)] string Reason,
    [property: Id(2)] IReadOnlyList<EvidenceReference> Evidence) : TaskCommand(Key), ICitesEvidence;

/// <summary>核查: true closes the loop, false returns the task for rework. Never by somebody of an agency on the task.</summary>
[GenerateSerializer, Immutable, Alias("Task.Verify")]
public sealed record Verify(
    CommandKey Key, [property: Id(1)] bool Accepted, [property: Id(2)] string Finding) : TaskCommand(Key);

/// <summary>办结评价.</summary>
[GenerateSerializer, Immutable, Alias("Task.Appraise")]
public sealed record Appraise(
    CommandKey Key, [property: Id(1)] Appraisal Grade, [property: Id(2)] string Opinion) : TaskCommand(Key);

/// <summary>销号.</summary>
[GenerateSerializer, Immutable, Alias("Task.CloseOut")]
public sealed record CloseOut(
    CommandKey Key, [property: Id(1)] string Conclusion, [property: Id(2)] string DeliveryReceipt) : TaskCommand(Key);

/// <summary>归档.</summary>
[GenerateSerializer, Immutable, Alias("Task.Archive")]
public sealed record Archive(CommandKey Key) : TaskCommand(Key);

/// <summary>催办 by hand. Standing: needs no waiting point.</summary>
[GenerateSerializer, Immutable, Alias("Task.Expedite")]
public sealed record Expedite(CommandKey Key, [property: Id(1)] string Text) : TaskCommand(Key);

/// <summary>申请延期. Standing: starts an approval of its own beside the directive.</summary>
[GenerateSerializer, Immutable, Alias("Task.RequestExtension")]
public sealed record RequestExtension(
    CommandKey Key, [property: Id(1)] DateOnly DueOn, [property: Id(2)] string Reason) : TaskCommand(Key);

/// <summary>停表. Standing.</summary>
[GenerateSerializer, Immutable, Alias("Task.StopClock")]
public sealed record StopClock(CommandKey Key, [property: Id(1)] string Reason) : TaskCommand(Key);

/// <summary>恢复计时. Standing.</summary>
[GenerateSerializer, Immutable, Alias("Task.ResumeClock")]
public sealed record ResumeClock(CommandKey Key) : TaskCommand(Key);

/// <summary>撤销. Standing. Its sub-plans go with it.</summary>
[GenerateSerializer, Immutable, Alias("Task.Withdraw")]
public sealed record Withdraw(CommandKey Key, [property: Id(1)] string Reason) : TaskCommand(Key);

/// <summary>下达子方案任务: agencies are to break the task down, each in a sub-plan of its own. Standing.</summary>
[GenerateSerializer, Immutable, Alias("Task.OrderSubPlans")]
public sealed record OrderSubPlans(
    CommandKey Key, [property: Id(1)] IReadOnlyList<SubPlanRequest> Agencies, [property: Id(2)] string? Definition = null) : TaskCommand(Key);

/// <param name="FileBy">The day by which the sub-plan is to be submitted.</param>
[GenerateSerializer, Immutable, Alias("SubPlanRequest")]
public sealed record SubPlanRequest([property: Id(0)] AgencyCode Agency, [property: Id(1)] DateOnly FileBy);

/// <summary>分解份额 of an indicator that sums up; replaces what was allotted of it before. Standing.</summary>
/// <param name="Reason">Needed where the shares do not add up to the target.</param>
[GenerateSerializer, Immutable, Alias("Task.AllotShares")]
public sealed record AllotShares(
    CommandKey Key,
    [property: Id(1)] string Indicator,
    [property: Id(2)] IReadOnlyList<Share> Shares,
    [property: Id(3)] string? Reason = null) : TaskCommand(Key);

/// <summary>报指标值, with what proves it. Standing.</summary>
/// <param name="ReferenceValue">The value of the other series on that day, for an indicator that is a difference.</param>
[GenerateSerializer, Immutable, Alias("Task.RecordValue")]
public sealed record RecordValue(
    CommandKey Key,
    [property: Id(1)] string Indicator,
    [property: Id(2)] DateOnly On,
    [property: Id(3)] TargetValue Value,
    [property: Id(5)] IReadOnlyList<EvidenceReference> Evidence,
    [property: Id(4)] decimal? ReferenceValue = null) : TaskCommand(Key), ICitesEvidence;

/// <summary>A follower alone: a sub-plan of this task was submitted.</summary>
[GenerateSerializer, Immutable, Alias("Task.NoteSubPlanFiled")]
public sealed record NoteSubPlanFiled(CommandKey Key, [property: Id(1)] PlanId Plan, [property: Id(2)] DateOnly On) : TaskCommand(Key);

/// <summary>A follower alone: a sub-plan was accepted or revised, or the agency refused it as not its duty.</summary>
[GenerateSerializer, Immutable, Alias("Task.NoteSubPlanSettled")]
public sealed record NoteSubPlanSettled(
    CommandKey Key,
    [property: Id(1)] PlanId Plan,
    [property: Id(2)] bool Accepted,
    [property: Id(3)] IReadOnlyList<PromisedShare> Promised) : TaskCommand(Key);

/// <summary>A follower alone: a revision of the plan has changed the item that this task comes from.</summary>
[GenerateSerializer, Immutable, Alias("Task.Readjust")]
public sealed record Readjust(
    CommandKey Key,
    [property: Id(1)] PlanId Plan,
    [property: Id(2)] int Revision,
    [property: Id(3)] string Reason,
    [property: Id(4)] Assignment Assignment,
    [property: Id(5)] IReadOnlyList<Indicator>? Indicators = null,
    [property: Id(6)] string? EvidenceRule = null) : TaskCommand(Key);

/// <summary>A follower alone: 撤销 with the plan that the task comes from, which was withdrawn or revised without it.</summary>
[GenerateSerializer, Immutable, Alias("Task.WithdrawWithPlan")]
public sealed record WithdrawWithPlan(CommandKey Key, [property: Id(1)] PlanId Plan, [property: Id(2)] string Reason) : TaskCommand(Key);

/// <summary>A gateway alone: what is below has brought the task to a mark; see <see cref="RollUps.Thresholds"/>.</summary>
[GenerateSerializer, Immutable, Alias("Task.NoteProgress")]
public sealed record NoteProgress(CommandKey Key, [property: Id(1)] int Percent) : TaskCommand(Key);

/// <summary>A follower alone: the document number 发文字号 that the task has asked for.</summary>
[GenerateSerializer, Immutable, Alias("Task.NoteNumber")]
public sealed record NoteNumber(
    CommandKey Key, [property: Id(1)] SeriesId Series, [property: Id(2)] int Number, [property: Id(3)] string Text) : TaskCommand(Key);
