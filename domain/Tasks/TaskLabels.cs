using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>The words for stages and commands, as sentences and pages use them.</summary>
public static class TaskLabels
{
    public static Term Of(TaskStage stage) => stage switch
    {
        TaskStage.Unregistered => new("未立项", "not registered"),
        TaskStage.Registered => new("待审", "waiting for approval"),
        TaskStage.NotApproved => new("未获批准", "not approved"),
        TaskStage.Approved => new("待交办", "to be assigned"),
        TaskStage.Assigned => new("待签收", "to be acknowledged"),
        TaskStage.InProgress => new("办理中", "in progress"),
        TaskStage.Completed => new("待核查", "to be verified"),
        TaskStage.Verified => new("待评价", "to be appraised"),
        TaskStage.Appraised => new("待销号", "to be closed out"),
        TaskStage.ClosedOut => new("已销号", "closed out"),
        TaskStage.Archived => new("已归档", "archived"),
        TaskStage.Withdrawn => new("已撤销", "withdrawn"),
        TaskStage.Terminated => new("已终止", "terminated"),
        TaskStage.Merged => new("已并案", "merged"),
        TaskStage.Split => new("已拆分", "split"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Term Of(ProblemStage stage) => stage switch
    {
        ProblemStage.Raised => new("待整改", "to be rectified"),
        ProblemStage.Rectified => new("待核验", "to be verified"),
        ProblemStage.Verified => new("待销号", "to be closed"),
        ProblemStage.Closed => new("已销号", "closed"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Term Of(ChangeKind change) => change switch
    {
        ChangeKind.Transfer => new("转办", "transfer"),
        ChangeKind.Termination => new("终止", "termination"),
        ChangeKind.Reopening => new("重新办理", "reopening"),
        ChangeKind.Merger => new("并案", "merger"),
        ChangeKind.Split => new("拆分", "split"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Term Of(Appraisal grade) => grade switch
    {
        Appraisal.Excellent => new("优秀", "excellent"),
        Appraisal.Good => new("良好", "good"),
        Appraisal.Acceptable => new("合格", "acceptable"),
        Appraisal.Poor => new("较差", "poor"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Term Of(TaskCommand command) => command switch
    {
        Register => new("立项", "register"),
        Decide => new("审批", "decide"),
        Assign => new("交办", "assign"),
        Acknowledge => new("签收", "acknowledge"),
        RefuseAsNotOurs => new("退回改派", "refuse as not ours"),
        ReportProgress => new("反馈", "report progress"),
        ReviewReport => new("审核", "review a report"),
        SubmitCompletion => new("办结", "submit completion"),
        Verify => new("核查", "verify"),
        Appraise => new("评价", "appraise"),
        CloseOut => new("销号", "close out"),
        Archive => new("归档", "archive"),
        Expedite => new("催办", "expedite"),
        RequestExtension => new("申请延期", "request an extension"),
        StopClock => new("停表", "stop the clock"),
        ResumeClock => new("恢复计时", "resume the clock"),
        Withdraw => new("撤销", "withdraw"),
        WithdrawWithPlan => new("随方案撤销", "withdraw with its plan"),
        OrderSubPlans => new("下达子方案任务", "order sub-plans"),
        AllotShares => new("分解份额", "allot shares"),
        RecordValue => new("报指标值", "record a value"),
        NoteSubPlanFiled => new("记子方案报送", "note that a sub-plan was filed"),
        NoteSubPlanSettled => new("记子方案审定", "note what became of a sub-plan"),
        Readjust => new("随方案调整", "readjust"),
        RequestTransfer => new("提请转办", "request a transfer"),
        RequestTermination => new("提请终止", "request a termination"),
        RequestReopening => new("提请重新办理", "request a reopening"),
        CorrectAssignment => new("更正交办", "correct the assignment"),
        RaiseProblem => new("列入问题清单", "raise a problem"),
        ReportRectification => new("报整改结果", "report a rectification"),
        VerifyRectification => new("核验整改", "verify a rectification"),
        CloseProblem => new("问题销号", "close a problem"),
        DelegateToHandler => new("交承办人", "delegate to a handler"),
        TakeBack => new("收回", "take back from the handler"),
        RequestMerger => new("提请并案", "request a merger"),
        TakeIn => new("并入事项", "take in a task"),
        NoteMerged => new("记并案", "note the merger"),
        NoteMergerDeclined => new("记未能并案", "note that the merger was declined"),
        RequestSplit => new("提请拆分", "request a split"),
        NoteNumber => new("记文号", "note the document number"),
        NoteProgress => new("记汇总进展", "note rolled-up progress"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
