using Supervision.Language;

namespace Supervision.Schemes;

/// <summary>What a rule about the life of a scheme says no with. What the check finds in its content: docs/rules/evaluation-schemes.md.</summary>
public static class SchemeRefusals
{
    public static readonly Refusal NotFound = new("scheme.not-found",
        "没有考核办法“{0}”，或您无权查看；请核对代码。", "There is no scheme \"{0}\", or you may not see it; check its code.");

    public static readonly Refusal VersionNotFound = new("scheme.version-not-found",
        "考核办法“{0}”没有第 {1} 版，或您无权查看；请查看版本清单。",
        "The scheme \"{0}\" has no version {1}, or you may not see it; look at the list of versions.");

    public static readonly Refusal NotAllowed = new("scheme.not-allowed",
        "您的岗位（{0}）不能这样办理考核办法；请转督查室。", "Your posts ({0}) do not allow this with a scheme; pass it to the office.");

    public static readonly Refusal Exists = new("scheme.exists",
        "代码“{0}”已有考核办法；请换一个代码，或直接修改其草案。", "There is a scheme \"{0}\" already; take another code, or change its draft.");

    public static readonly Refusal Unreadable = new("scheme.unreadable",
        "考核办法无法读取（{0}：{1}）；请对照格式说明改正。", "The scheme cannot be read ({0}: {1}); compare it with the description of the format.");

    public static readonly Refusal TooLarge = new("scheme.too-large",
        "考核办法有 {0} 个字符，最多 {1} 个；请精简。", "The scheme has {0} characters, at most {1} are possible; make it shorter.");

    public static readonly Refusal CodeDiffers = new("scheme.code-differs",
        "内容中的代码“{0}”与地址中的“{1}”不同；请改成一致。", "The scheme says its code is \"{0}\" and the address says \"{1}\"; make them the same.");

    public static readonly Refusal VersionDiffers = new("scheme.version-differs",
        "内容中的版本号为 {0}，应为 {1}；请改正。", "The scheme says it is version {0} and would become version {1}; correct it.");

    public static readonly Refusal Unsound = new("scheme.unsound",
        "检查发现 {0} 处错误，不能报审；第一处是“{1}”：{2}", "The check finds {0} errors and it cannot be submitted; the first is \"{1}\": {2}");

    public static readonly Refusal Unchanged = new("scheme.unchanged",
        "与现行第 {0} 版没有差别，无需报审；请修改，或放弃修订。", "It says what version {0} in force says; change it, or abandon the change.");

    public static readonly Refusal UnderApproval = new("scheme.under-approval",
        "考核办法正在审批，内容不能更改；等待的是：{0}。如需修改，请审批人退回。",
        "The scheme is under approval and stands still; waited for: {0}. To change it, let the approver return it.");

    public static readonly Refusal Frozen = new("scheme.is-frozen",
        "考核办法已冻结为第 {0} 版，不能直接更改；如需修改，请先启动修订并说明理由。",
        "The scheme is frozen as version {0} and is not changed directly; reopen it first and say why.");

    public static readonly Refusal NotFrozen = new("scheme.not-frozen",
        "考核办法尚未冻结，不需要修订程序；请直接修改草案。", "The scheme is not frozen yet and needs no change procedure; change its draft.");

    public static readonly Refusal ReopenedAlready = new("scheme.reopened-already",
        "修订已经启动（理由：{0}）；请继续修改草案，或先放弃。", "A change is under way already ({0}); go on with its draft, or abandon it first.");

    public static readonly Refusal NotReopened = new("scheme.not-reopened",
        "没有正在进行的修订，无可放弃。", "No change is under way, so there is none to abandon.");

    public static readonly Refusal NotWaiting = new("scheme.not-waiting",
        "考核办法的流程此刻不接受这一步；现在等待的是：{0}。", "The scheme's process does not accept this now; it waits for: {0}.");

    public static readonly Refusal ApprovalNotYours = new("scheme.approval-not-yours",
        "此刻没有需要您审批的环节；现在等待的是：{0}。", "No approval waits for you now; waited for: {0}.");
}
