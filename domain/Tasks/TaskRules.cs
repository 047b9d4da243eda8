using Supervision.Evidence;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>What may be done to a supervised task, by whom and when. Pure: same arguments, same decision.</summary>
/// <remarks>
/// Process commands need their right, their rule and a waiting point of the process; standing commands need right and
/// rule alone, and the process is told. Which is which stands in docs/commands.md; the picture in docs/task-lifecycle.md.
/// </remarks>
public static partial class TaskRules
{
    public const int TitleLengthMax = 200;
    public const int TextLengthMax = 4000;
    public const int EvidenceMax = 20;

    /// <summary>A plan period is five years; a due date later than this is a slip of the pen.</summary>
    public const int DueOnYearsMax = 10;

    public static Decision Decide(SupervisedTask task, Caller caller, TaskCommand command, TaskContext context)
    {
        if (command is Register register)
            return TaskRights.MayGive(command.GetType(), task, caller) ? Register(task, caller, register, context) : NotAllowed(caller, command);
        if (command is NoteProgress note)
            return TaskRights.MayGive(command.GetType(), task, caller) ? NoteProgress(task, note) : NotAllowed(caller, command);
        if (!TaskRights.MayView(task, caller))
            return Decision.Refuse(TaskRefusals.NotFound);
        if (!TaskRights.MayGive(command.GetType(), task, caller))
            return NotAllowed(caller, command);

        return command switch
        {
            Decide c => Decide(task, caller, c),
            Assign c => Assign(task, caller, c, context),
            Acknowledge c => Acknowledge(task, caller, c),
            RefuseAsNotOurs c => RefuseAsNotOurs(task, caller, c),
            ReportProgress c => ReportProgress(task, caller, c, context),
            ReviewReport c => ReviewReport(task, caller, c),
            SubmitCompletion c => SubmitCompletion(task, caller, c, context),
            Verify c => Verify(task, caller, c),
            Appraise c => Appraise(task, caller, c),
            CloseOut c => CloseOut(task, caller, c),
            Archive c => Answer(task, caller, c, WaitKinds.Archiving, "Archived", new TaskArchived()),
            Expedite c => Expedite(task, c),
            RequestExtension c => RequestExtension(task, caller, c, context),
            StopClock c => StopClock(task, c, context),
            ResumeClock c => ResumeClock(task, context),
            Withdraw c => Withdraw(task, c, c.Reason),
            WithdrawWithPlan c => Withdraw(task, c, c.Reason, c.Plan),
            OrderSubPlans c => OrderSubPlans(task, caller, c, context),
            AllotShares c => AllotShares(task, c),
            RecordValue c => RecordValue(task, caller, c, context),
            NoteSubPlanFiled c => NoteSubPlanFiled(task, c),
            NoteSubPlanSettled c => NoteSubPlanSettled(task, c),
            Readjust c => Readjust(task, c, context),
            RequestTransfer c => RequestTransfer(task, caller, c, context),
            RequestTermination c => RequestTermination(task, caller, c),
            RequestReopening c => RequestReopening(task, caller, c, context),
            CorrectAssignment c => CorrectAssignment(task, c, context),
            RaiseProblem c => RaiseProblem(task, c, context),
            ReportRectification c => ReportRectification(task, caller, c, context),
            VerifyRectification c => VerifyRectification(task, caller, c),
            CloseProblem c => CloseProblem(task, c),
            DelegateToHandler c => DelegateToHandler(task, caller, c, context),
            TakeBack c => TakeBack(task, c),
            RequestMerger c => RequestMerger(task, caller, c, context),
            TakeIn c => TakeIn(task, c, context),
            NoteMerged c => NoteMerged(task, c),
            NoteMergerDeclined c => NoteMergerDeclined(task, c),
            RequestSplit c => RequestSplit(task, caller, c, context),
            NoteNumber c => task.Number?.Text == c.Text ? Decision.Nothing : new NumberGiven(c.Series, c.Number, c.Text),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    private static Decision NotAllowed(Caller caller, TaskCommand command) =>
        Decision.Refuse(TaskRefusals.NotAllowed, RoleLabels.Of(caller), TaskLabels.Of(command));

    /// <summary>The fact, if the process waits for this kind of command; else a refusal that names what it waits for.</summary>
    private static Decision Answer(
        SupervisedTask task, Caller caller, TaskCommand command, string kind, string outcome, params Fact[] facts) =>
        WaitAnswers.Given(task.Processes, caller, kind, outcome, () => NotWaiting(task, command), facts);

    private static Decision NotWaiting(SupervisedTask task, TaskCommand command) => Decision.Refuse(
        TaskRefusals.NotWaiting, TaskLabels.Of(task.Stage), TaskLabels.Of(command),
        WaitedFor(task, task.Processes.Waits.Select(wait => Term.Plain(wait.Name))));

    private static Decision? TextRefused(string? text, Term field, int lengthMax = TextLengthMax) =>
        string.IsNullOrWhiteSpace(text) ? Decision.Refuse(TaskRefusals.TextMissing, field)
        : text.Length > lengthMax ? Decision.Refuse(TaskRefusals.TextTooLong, field, lengthMax)
        : text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? Decision.Refuse(TaskRefusals.TextUnfit, field)
        : null;

    /// <summary>A text that may be left out, but not be longer than others.</summary>
    private static Decision? OptionalTextRefused(string? text, Term field) =>
        string.IsNullOrEmpty(text) ? null : TextRefused(text, field);

    private static Decision? EvidenceRefused(IReadOnlyList<EvidenceReference> evidence, Caller caller, TaskContext context) =>
        evidence.Count > EvidenceMax
            ? Decision.Refuse(TaskRefusals.EvidenceTooMany, EvidenceMax)
            : evidence.Select(piece => TextRefused(piece.Name, Fields.EvidenceName, TitleLengthMax)
                ?? TextRefused(piece.Reference, Fields.EvidenceReference, TitleLengthMax)
                ?? EvidenceRules.CitationRefused(piece.Reference, caller, context.Evidence)).FirstOrDefault(refused => refused is not null);

    private static class Fields
    {
        public static readonly Term Title = new("标题", "title");
        public static readonly Term Content = new("内容", "content");
        public static readonly Term Reason = new("理由", "reason");
        public static readonly Term Text = new("进展", "text");
        public static readonly Term EvidenceName = new("材料名称", "name of the evidence");
        public static readonly Term EvidenceReference = new("材料编号或位置", "reference of the evidence");
        public static readonly Term Finding = new("核查情况", "finding");
        public static readonly Term EvidenceRule = new("佐证要求", "evidenceRule");
        public static readonly Term Problem = new("问题", "problem");
        public static readonly Term Rectification = new("整改情况", "rectification");
        public static readonly Term Opinion = new("意见", "opinion");
        public static readonly Term Conclusion = new("结论", "conclusion");
        public static readonly Term DeliveryReceipt = new("送达回执", "delivery receipt");
    }
}
