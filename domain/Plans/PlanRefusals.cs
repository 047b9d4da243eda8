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
        "条目“{0}”尚未确定单位和期限；请先填写。", "Item \"{0}\" has no owners and due date yet; settle it first.");

    public static readonly Refusal NothingSettled = new("plan.nothing-settled",
        "还没有任何条目确定单位和期限；请先填写再下达。", "No item has owners and a due date yet; settle some, then issue.");
}
