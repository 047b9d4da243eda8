using Supervision.Language;

namespace Supervision.Imports;

/// <summary>What a single row is refused with; the other rows go on. Rules of tasks and plans have theirs besides.</summary>
public static class RowRefusals
{
    public static readonly Refusal CellTooLong = new("import.cell-too-long",
        "单元格有 {0} 字，超过 {1} 字；请精简。", "The cell has {0} characters, more than {1}; shorten it.");

    public static readonly Refusal CellMissing = new("import.cell-missing",
        "“{0}”不能为空；请填写。", "\"{0}\" is empty; fill it in.");

    public static readonly Refusal DayUnread = new("import.day-unread",
        "“{0}”不是日期；请写成 2026-06-30。", "\"{0}\" is no day; write it as 2026-06-30.");

    public static readonly Refusal NumberUnread = new("import.number-unread",
        "“{0}”不是 {1} 至 {2} 的整数；请更正。", "\"{0}\" is no whole number from {1} to {2}; correct it.");

    public static readonly Refusal WordUnknown = new("import.word-unknown",
        "“{0}”不是可选的值；可选：{1}。", "\"{0}\" is no value of this column; choose one of {1}.");

    public static readonly Refusal IdUnfit = new("import.id-unfit",
        "“{0}”不是事项编号；新事项请留空，已有事项请用导出表中的编号。",
        "\"{0}\" is no id of a task; leave it empty for a new one, take the id of the export for one that is there.");

    public static readonly Refusal IdsContradict = new("import.ids-contradict",
        "事项编号“{0}”与外部编号“{1}”不是同一事项；请清空其中一个。",
        "The task \"{0}\" is not that of the external id \"{1}\"; clear one of the two.");

    public static readonly Refusal RowTwice = new("import.row-twice",
        "与第 {0} 行是同一条；请只保留一行，或填写不同的外部编号。",
        "This row means the same as row {0}; keep one, or give them different external ids.");

    public static readonly Refusal TaskUnknown = new("import.task-unknown",
        "没有事项“{0}”；新事项请将编号留空。", "There is no task \"{0}\"; leave the id empty to register a new one.");

    public static readonly Refusal AssignmentIncomplete = new("import.assignment-incomplete",
        "牵头单位和期限须同时填写；请补齐，或连同责任、配合单位一起清空。",
        "Lead agency and due date go together; fill in both, or clear them with the other agencies.");

    public static readonly Refusal Fixed = new("import.registered-fixed",
        "事项已立项，“{0}”不能改；如确需更改，请撤销后重新立项。",
        "The task is registered and \"{0}\" is fixed; to change it, withdraw the task and register it anew.");

    public static readonly Refusal AwaitsApproval = new("import.awaits-approval",
        "事项处于“{0}”，单位和期限要等批准后由“交办”确定；请批准后再导入。",
        "The task is at \"{0}\"; agencies and due date are settled by its assignment, after the approval. Import it again then.");

    public static readonly Refusal DueOnFixed = new("import.due-on-fixed",
        "事项已交办，期限不能在表中改；请由牵头单位“申请延期”。",
        "The task is assigned and its due date is not moved by a sheet; the lead agency requests an extension.");

    public static readonly Refusal AgenciesFixed = new("import.agencies-fixed",
        "事项已交办，单位不能在表中改；请由牵头单位“退回改派”，再重新交办。",
        "The task is assigned and its agencies are not changed by a sheet; the lead refuses it as not its duty, then it is assigned anew.");

    public static readonly Refusal TaskClosed = new("import.task-closed",
        "事项处于“{0}”，不能再改；请恢复此行原来的内容。", "The task is at \"{0}\" and changes no more; put back what the row said.");

    public static readonly Refusal ItemNotNew = new("import.item-not-new",
        "方案中没有条目“{0}”；增补条目请将路径留空。", "The plan has no item \"{0}\"; leave the path empty to add one.");

    public static readonly Refusal VerdictBack = new("import.verdict-back",
        "已作出的决定不能改回“待定”；请改为采纳、不采纳或暂缓。",
        "What was decided does not become open again; accept, drop or postpone it.");

    public static readonly Refusal IndicatorsUneven = new("import.indicators-uneven",
        "指标名称、目标值、单位须逐行对应（{0}、{1}、{2} 行）；请对齐，没有的留空行。",
        "Names, targets and units of indicators go line by line ({0}, {1}, {2} lines); align them, with an empty line where there is none.");

    public static readonly Refusal TargetUnread = new("import.target-unread",
        "“{0}”不是目标值；请写成 ≥5、≤15、=2、不低于 Ⅲ 或 完成。",
        "\"{0}\" is no target; write it as ≥5, ≤15, =2, 不低于 Ⅲ or 完成.");

    public static readonly Refusal GroupFixed = new("import.group-fixed",
        "已有条目的所属部分不能在表中改；请恢复原来的内容。", "The part that an item stands under is not changed by a sheet; put back what the cell said.");
}
