using Supervision.Language;
using Supervision.Processes;
using Supervision.RollUps;

namespace Supervision.Tasks;

/// <summary>What a fact of a task says, for people who read its history.</summary>
internal static class TaskSentences
{
    /// <summary>The sentence; null for a fact that says nothing to them.</summary>
    public static Term? Of(Fact fact) =>
        OfLine(fact) ?? OfWork(fact) ?? OfClock(fact) ?? OfSidePath(fact) ?? OfProblem(fact) ?? OfCascade(fact) ?? OfProcess(fact);

    private static Term? OfLine(Fact fact) => fact switch
    {
        TaskRegistered e => new($"立项《{e.Title}》", $"registered \"{e.Title}\""),
        TaskRegistrationRefused => new("立项未获批准", "the registration was not approved"),
        ApprovalGiven e => Judged(e.Verdict is Verdict.Approved, e.Opinion, "审批同意", "approved", "审批不同意", "not approved"),
        NumberGiven e => new($"编发文号 {e.Text}", $"was given number {e.Text}"),
        NumberGivenUp => new("文号作废", "its number is void"),
        TaskAssigned e => new($"交办：{SaidOf.Chinese(e.Assignment)}", $"assigned: {SaidOf.English(e.Assignment)}"),
        TaskAcknowledged => new("签收", "acknowledged"),
        TaskRefusedAsNotOurs e => new($"退回改派：{e.Reason}", $"refused as not their duty: {e.Reason}"),
        CompletionSubmitted e => new($"报送办结：{e.Reason}", $"submitted completion: {e.Reason}"),
        CompletionVerified e => new($"核查属实：{e.Finding}", $"verified: {e.Finding}"),
        TaskReturned e => new($"退回重办（第 {e.Times} 次）：{e.Reason}", $"returned ({e.Times}): {e.Reason}"),
        TaskAppraised e => new($"评价“{TaskLabels.Of(e.Grade).Chinese}”：{e.Opinion}", $"appraised {TaskLabels.Of(e.Grade).English}: {e.Opinion}"),
        TaskClosedOut e => new($"销号：{e.Conclusion}", $"closed out: {e.Conclusion}"),
        TaskArchived => new("归档", "archived"),
        _ => null,
    };

    private static Term? OfWork(Fact fact) => fact switch
    {
        ProgressReported e => new($"第 {e.Number} 次反馈 {e.Percent}%（计划 {e.PlannedPercent}%）：{e.Text}", $"report {e.Number}: {e.Percent} % (planned {e.PlannedPercent} %): {e.Text}"),
        ReportReviewed e => Judged(e.Passed, e.Reason, $"第 {e.Number} 次反馈审核通过", $"report {e.Number} passed", $"第 {e.Number} 次反馈退回", $"report {e.Number} was returned"),
        ReportMissed e => new($"未报送 {e.Period} 的进展", $"no report came for {e.Period}"),
        TaskDelegated e => new($"交承办人 {e.Handler}{(e.Note is { } zh ? $"：{zh}" : "")}", $"delegated to {e.Handler}{(e.Note is { } en ? $": {en}" : "")}"),
        DelegationTakenBack e => new($"从承办人 {e.Handler} 收回", $"taken back from {e.Handler}"),
        ValueRecorded e => new($"报指标“{e.Value.Indicator}”的值", $"recorded a value of \"{e.Value.Indicator}\""),
        ProgressReached e => new($"汇总进展达到 {e.Percent}%", $"rolled-up progress has reached {e.Percent} %"),
        _ => null,
    };

    private static Term? OfClock(Fact fact) => fact switch
    {
        TaskExpedited { ByClock: true } e => new($"自动催办（第 {e.Times} 次）", $"reminded by the clock ({e.Times})"),
        TaskExpedited e => new($"催办（第 {e.Times} 次）：{e.Text}", $"expedited ({e.Times}): {e.Text}"),
        TaskEscalated e => new(
            $"无人应答，升级至{SaidOf.Rung(e.To).Chinese}", $"silence has climbed to the {SaidOf.Rung(e.To).English}"),
        MeasureProposed e => new($"提请{SaidOf.Measure(e.What).Chinese}", $"proposed: {SaidOf.Measure(e.What).English}"),
        ExtensionRequested e => new($"申请延期至 {SaidOf.Day(e.DueOn)}：{e.Reason}", $"requested an extension to {SaidOf.Day(e.DueOn)}: {e.Reason}"),
        ExtensionGranted e => new($"同意延期，{SaidOf.Day(e.DueOnBefore)} → {SaidOf.Day(e.DueOn)}", $"extension granted, {SaidOf.Day(e.DueOnBefore)} → {SaidOf.Day(e.DueOn)}"),
        ExtensionRefused e => new($"不同意延期至 {SaidOf.Day(e.DueOn)}", $"extension to {SaidOf.Day(e.DueOn)} refused"),
        TaskClockStopped e => new($"停表：{e.Reason}", $"clock stopped: {e.Reason}"),
        TaskClockResumed e => new(
            $"恢复计时，顺延 {e.WorkingDays} 个工作日，{SaidOf.Day(e.DueOnBefore)} → {SaidOf.Day(e.DueOn)}",
            $"clock resumed after {e.WorkingDays} working days, {SaidOf.Day(e.DueOnBefore)} → {SaidOf.Day(e.DueOn)}"),
        _ => null,
    };

    private static Term? OfSidePath(Fact fact) => fact switch
    {
        ChangeRequested e => new($"提请{TaskLabels.Of(e.Change).Chinese}：{e.Reason}", $"requested a {TaskLabels.Of(e.Change).English}: {e.Reason}"),
        ChangeRefused e => new($"不同意{TaskLabels.Of(e.Change).Chinese}", $"{TaskLabels.Of(e.Change).English} refused"),
        TaskReassigned e => new(
            $"{(e.IsCorrection ? "更正交办" : "转办")}：{SaidOf.Chinese(e.Assignment)}；{e.Reason}",
            $"{(e.IsCorrection ? "assignment corrected" : "transferred")}: {SaidOf.English(e.Assignment)}; {e.Reason}"),
        TaskReadjusted e => new($"随方案第 {e.Revision} 版调整：{SaidOf.Chinese(e.Assignment)}", $"readjusted by version {e.Revision} of the plan: {SaidOf.English(e.Assignment)}"),
        MergerAgreed e => new($"同意并入 {e.Into}", $"agreed to merge into {e.Into}"),
        TaskTookIn e => new($"并入《{e.Title}》（{e.From}）", $"took in \"{e.Title}\" ({e.From})"),
        TaskMerged e => new($"并案至 {e.Into}：{e.Reason}", $"merged into {e.Into}: {e.Reason}"),
        TaskSplit e => new(
            $"拆分为 {string.Join('、', e.Parts.Select(part => $"《{part.Title}》"))}：{e.Reason}",
            $"split into {string.Join(", ", e.Parts.Select(part => $"\"{part.Title}\""))}: {e.Reason}"),
        TaskTerminated e => new($"终止：{e.Reason}", $"terminated: {e.Reason}"),
        TaskReopened e => new($"重新办理（第 {e.Times} 次）：{e.Reason}", $"reopened ({e.Times}): {e.Reason}"),
        TaskWithdrawn e => new($"{(e.Plan is null ? "撤销" : "随方案撤销")}：{e.Reason}", $"withdrawn{(e.Plan is null ? "" : " with its plan")}: {e.Reason}"),
        _ => null,
    };

    private static Term? OfProblem(Fact fact) => fact switch
    {
        ProblemRaised e => new(
            $"列入问题 {e.Number}，{SaidOf.Name(e.Agency).Chinese} {SaidOf.Day(e.DueOn)} 前整改：{e.Text}",
            $"problem {e.Number}, for {SaidOf.Name(e.Agency).English} by {SaidOf.Day(e.DueOn)}: {e.Text}"),
        ProblemRectified e => new($"问题 {e.Number} 整改：{e.Text}", $"problem {e.Number} rectified: {e.Text}"),
        ProblemReturned e => new($"问题 {e.Number} 退回（第 {e.Times} 次）：{e.Finding}", $"problem {e.Number} returned ({e.Times}): {e.Finding}"),
        ProblemVerified e => new($"问题 {e.Number} 核验属实：{e.Finding}", $"problem {e.Number} verified: {e.Finding}"),
        ProblemClosed e => new($"问题 {e.Number} 销号：{e.Conclusion}", $"problem {e.Number} closed: {e.Conclusion}"),
        _ => null,
    };

    private static Term? OfCascade(Fact fact) => fact switch
    {
        SubPlansOrdered e => new(
            $"下达子方案任务：{string.Join('、', e.Orders.Select(order => SaidOf.Name(order.Agency).Chinese))}",
            $"ordered sub-plans of {string.Join(", ", e.Orders.Select(order => SaidOf.Name(order.Agency).English))}"),
        SharesAllotted e => new(
            $"分解指标“{e.Indicator}”{(e.Gap == 0 ? "" : $"，缺口 {e.Gap}")}", $"allotted shares of \"{e.Indicator}\"{(e.Gap == 0 ? "" : $", gap {e.Gap}")}"),
        SubPlanFiled e => new($"子方案 {e.Plan} 已报送", $"sub-plan {e.Plan} was filed"),
        SubPlanSettled e => new($"子方案 {e.Plan} {(e.Accepted ? "已审定" : "被退回")}", $"sub-plan {e.Plan} was {(e.Accepted ? "accepted" : "refused")}"),
        _ => null,
    };

    private static Term? OfProcess(Fact fact) => fact switch
    {
        ProcessEnded { How: "Aborted" } e => new($"流程被中止：{e.Why}", $"the process was ended: {e.Why}"),
        ProcessIncidentRecorded e => new($"流程在“{e.Incident.Name}”出错", $"the process failed at \"{e.Incident.Name}\""),
        _ => null,
    };

    private static Term Judged(bool passed, string? said, string yesZh, string yes, string noZh, string no)
    {
        var (zh, en) = string.IsNullOrEmpty(said) ? ("", "") : ($"：{said}", $": {said}");
        return passed ? new(yesZh + zh, yes + en) : new(noZh + zh, no + en);
    }
}
