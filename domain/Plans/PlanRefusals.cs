using Supervision.Language;

namespace Supervision.Plans;

/// <summary>What a rule of plans says no with, once the text is read; reading has its own, <see cref="PlanReadingRefusals"/>.</summary>
public static class PlanRefusals
{
    public static readonly Refusal NotFound = new("plan.not-found",
        "没有方案“{0}”，或您无权查看；请核对编号。", "There is no plan \"{0}\", or you may not see it; check its id.");

    public static readonly Refusal NotAllowed = new("plan.not-allowed",
        "您的岗位（{0}）不能办理方案；请转督查室。", "Your posts ({0}) do not allow work on plans; pass it to the office.");

    public static readonly Refusal Exists = new("plan.exists",
        "编号“{0}”已有另一份方案；请换一个编号。", "Another plan has the id \"{0}\" already; take another id.");

    public static readonly Refusal NoIssuer = new("plan.no-issuer",
        "方案缺少发文机关或成文日期，无法作为立项依据；请补充。",
        "The plan lacks its issuer or date and cannot be an authority for tasks; add them.");

    public static readonly Refusal NoItems = new("plan.no-items",
        "没有读出任何任务条目；请检查文件内容。", "No item was found in the text; check the file.");

    public static readonly Refusal ItemNotFound = new("plan.item-not-found",
        "方案中没有条目“{0}”；请核对路径。", "The plan has no item \"{0}\"; check its path.");

    public static readonly Refusal ItemIssued = new("plan.item-issued",
        "条目“{0}”已下达为事项 {1}；请在该事项上办理。", "Item \"{0}\" has been issued as task {1}; work on that task.");

    public static readonly Refusal ItemNotSettled = new("plan.item-not-settled",
        "条目“{0}”尚未确定单位和期限（共有 {1} 项如此）；请先填写。", "Item \"{0}\" has no owners and due date yet ({1} such items in all); settle it first.");

    public static readonly Refusal Undecided = new("plan.undecided",
        "还有 {0} 项（共 {1} 项）没有决定采纳与否，第一项是“{2}”《{3}》；请逐项决定后再报审。",
        "{0} of {1} items are still undecided, the first is \"{2}\" ({3}); decide on each, then submit.");

    public static readonly Refusal NothingAccepted = new("plan.nothing-accepted",
        "没有采纳任何条目，不成其为方案；请至少采纳一项。", "No item is accepted, so there is no plan; accept at least one.");

    public static readonly Refusal Accepted = new("plan.accepted",
        "方案已审定（第 {0} 版），不能直接更改；请提请调整。", "The plan is accepted (version {0}) and is not changed directly; propose a revision.");

    public static readonly Refusal NotAccepted = new("plan.not-accepted",
        "方案尚未审定，不需要调整程序；请直接审核条目。", "The plan is not accepted yet and needs no revision; review its items.");

    public static readonly Refusal UnderApproval = new("plan.under-approval",
        "方案正在审批，条目不能更改；等待的是：{0}。如需修改，请审批人退回。",
        "The plan is under approval and its items stand still; waited for: {0}. To change them, let the approver return it.");

    public static readonly Refusal NotAcknowledged = new("plan.not-acknowledged",
        "子方案任务尚未签收；请先签收再编制。", "The order for this sub-plan is not acknowledged; acknowledge it first.");

    public static readonly Refusal Declined = new("plan.declined",
        "本单位已退回子方案任务；请由下达单位重新下达。", "The agency has refused this sub-plan; whoever ordered it has to order it again.");

    public static readonly Refusal Withdrawn = new("plan.withdrawn",
        "子方案已随上级事项 {0} 撤销（{1}），不再办理；如需恢复，请督查室另行下达。",
        "The sub-plan was withdrawn with task {0} above ({1}) and is not worked on any more; if it is needed, the office orders it of another task.");

    public static readonly Refusal NotWaiting = new("plan.not-waiting",
        "方案的流程此刻不接受这一步；现在等待的是：{0}。", "The plan's process does not accept this now; it waits for: {0}.");

    public static readonly Refusal ChangesOutOfRange = new("plan.changes-out-of-range",
        "一次提交 1 至 {0} 项更改；请分批提交。", "Send 1 to {0} changes at once; send the rest in another batch.");

    public static readonly Refusal NotInReview = new("plan.not-in-review",
        "暂停、恢复、取消只用于已审定方案的调整；审核时请用“不采纳”或“暂缓”。",
        "Suspend, resume and remove belong to revisions of an accepted plan; in the review drop the item or postpone it.");

    public static readonly Refusal NotInRevision = new("plan.not-in-revision",
        "调整已审定的方案不能用这一项；请用增补、采纳暂缓的条目、改写、定单位期限、定指标、定权重、暂停、恢复或取消。",
        "A revision does not take this change; add, accept what was put off, edit, settle, measure, weigh, suspend, resume or remove.");

    public static readonly Refusal NothingRevised = new("plan.nothing-revised",
        "所提调整与现行方案没有差别；请核对后再提。", "The proposal changes nothing of the plan in force; check it.");

    public static readonly Refusal RevisionPending = new("plan.revision-pending",
        "第 {0} 版调整正在审批；请等待结果后再提。", "The revision to version {0} waits for its approval; wait for the outcome.");

    public static readonly Refusal ItemStands = new("plan.item-stands",
        "条目“{0}”现为“{1}”，不能这样调整；请核对其状态。", "Item \"{0}\" is {1} and cannot be changed like this; look at its state.");

    public static readonly Refusal DoubtNotFound = new("plan.doubt-not-found",
        "第 {0} 行没有关于“{1}”的这一存疑；请重新查看存疑清单。", "There is no such doubt at line {0} about \"{1}\"; look at the list of doubts again.");

    public static readonly Refusal MergeNeedsTwo = new("plan.merge-needs-two",
        "合并至少需要两个不同的条目；请逐一列出，不要重复。", "Merging takes at least two items; name each of them once.");

    public static readonly Refusal PartsOutOfRange = new("plan.parts-out-of-range",
        "拆分应为 2 至 {0} 项；请更正。", "An item is split into 2 to {0} parts; correct it.");

    public static readonly Refusal TooManyItems = new("plan.too-many-items",
        "一份方案最多 {0} 个条目；请分成几份方案。", "A plan has at most {0} items; make several plans of it.");

    public static readonly Refusal WeightOutOfRange = new("plan.weight-out-of-range",
        "权重应在 1 到 {1} 之间，现为 {0}；请更正。", "A weight lies between 1 and {1} and is {0}; correct it.");

    public static readonly Refusal IndicatorUnfit = new("plan.indicator-unfit",
        "指标“{0}”不能用：{1}；请更正。", "Indicator \"{0}\" cannot be used: {1}; correct it.");

    public static readonly Refusal LeadOutside = new("plan.lead-outside",
        "子方案条目的牵头单位须是“{1}”或其下属单位，“{0}”不是；请改为本单位或下属单位。",
        "An item of this sub-plan is led by \"{1}\" or an agency below it, and \"{0}\" is neither; choose one of them.");

    public static readonly Refusal DueAfterParent = new("plan.due-after-parent",
        "期限 {0} 晚于上级事项 {2} 的期限 {1}，须说明理由（lateReason）；请填写理由或提前期限。",
        "The due date {0} is after {1}, that of task {2} above; give a reason (lateReason), or an earlier day.");

    public static readonly Refusal VersionNotFound = new("plan.version-not-found",
        "方案“{0}”没有第 {1} 版，或您无权查看；请核对版本清单。", "Plan \"{0}\" has no version {1}, or you may not see it; look at the list of versions.");

    /// <summary>The refusal of one change among several: the code stays, the sentence says which.</summary>
    internal static Decision At(int index, string about, Decision.Refused refused) => Said($"changes[{index}]", about, refused);

    /// <summary>The same of one item among all.</summary>
    internal static Decision At(string path, Decision.Refused refused) => Said("", path, refused);

    private static Decision Said(string where, string about, Decision.Refused refused)
    {
        var named = (about.Length <= AboutLengthMax ? about : about[..AboutLengthMax] + "…").Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        return Decision.Refuse(
            new Refusal(refused.Refusal.Code, $"{where}“{named}”：{refused.Refusal.Chinese}", $"{where} \"{named}\": {refused.Refusal.English}".TrimStart()),
            [.. refused.Values]);
    }

    private const int AboutLengthMax = 60;
}
