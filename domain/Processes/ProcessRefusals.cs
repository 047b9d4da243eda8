using Supervision.Language;

namespace Supervision.Processes;

/// <summary>What is said no with to those who mend, end or move processes.</summary>
public static class ProcessRefusals
{
    public static readonly Refusal NotAllowed = new("process.not-allowed",
        "您的岗位（{0}）不能处置流程；请转流程设计员。", "Your posts ({0}) do not allow work on processes; ask a workflow designer.");

    public static readonly Refusal NotFound = new("process.not-found",
        "这里没有正在运行的流程“{0}”；请核对编号，或查看它是否已经结束。",
        "No process \"{0}\" runs here; check its id, or whether it has ended.");

    public static readonly Refusal IncidentNotFound = new("process.incident-not-found",
        "流程“{0}”在 {1} 处没有待处理的故障；请重新查看故障清单。",
        "Process \"{0}\" has no open incident at run {1}; look at the list of incidents again.");

    public static readonly Refusal ReasonUnfit = new("process.reason-unfit",
        "请填写理由：1 至 {0} 字，不含控制字符。", "Give a reason: 1 to {0} characters, none of them control characters.");

    public static readonly Refusal OutcomeUnknown = new("process.outcome-unknown",
        "活动“{0}”没有出口“{1}”；可用：{2}。请选择其一。", "Activity \"{0}\" has no outcome \"{1}\"; choose one of: {2}.");

    public static readonly Refusal WholeProcess = new("process.whole-faulted",
        "出错的是整个流程（{0}），不能跳过；请迁移到改正后的版本再重试，或中止流程。",
        "The process as a whole has failed (at {0}) and cannot be skipped; migrate it to a mended version and retry, or abort it.");

    public static readonly Refusal OtherVersion = new("process.other-version",
        "流程“{0}”现按版本 {1} 运行，不是所指明的 {2}；请重新试算。",
        "Process \"{0}\" runs version {1}, not {2} as was said; make the dry run again.");

    public static readonly Refusal VersionUnknown = new("process.version-unknown",
        "流程定义“{0}”没有内容为 {1} 的版本；请先发布。",
        "Definition \"{0}\" has no version with the content {1}; publish it first.");

    public static readonly Refusal NotMovable = new("process.not-movable",
        "流程“{0}”现在不能迁移：{1}。请等它走过此处，或修改新版本。",
        "Process \"{0}\" cannot be moved now: {1}. Wait until it has passed this point, or change the new version.");
}
