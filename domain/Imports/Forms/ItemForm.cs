using System.Globalization;
using Supervision.Language;

namespace Supervision.Imports;

/// <summary>The sheet of the items of a plan (方案条目).</summary>
public static class ItemForm
{
    internal static readonly SheetColumn<ItemCells> Path = Text("路径", "Path", "条目在方案中的位置；增补条目留空。", "The place of the item in its plan; empty to add one.",
        row => row.Path, (row, text) => row with { Path = text });

    internal static readonly SheetColumn<ItemCells> Group = Text("所属部分", "Group", "增补条目可填；已有条目不能改。", "May be given for an item that is added; fixed otherwise.",
        row => row.Group, (row, text) => row with { Group = text });

    internal static readonly SheetColumn<ItemCells> Title = Text("任务", "Title", "必填，最多 200 字。", "Needed, at most 200 characters.",
        row => row.Title, (row, text) => row with { Title = text }, 32);

    internal static readonly SheetColumn<ItemCells> Content = Text("内容", "Content", "原文或改写后的内容。", "The words of the plan, or what they were changed to.",
        row => row.Content, (row, text) => row with { Content = text }, 48);

    internal static readonly SheetColumn<ItemCells> Verdict = new(
        new("决定", "Verdict"), new("填写单位和期限即为采纳。", "Agencies and due date accept the item as well."),
        (row, _) => SheetWords.Verdicts.Show(row.Verdict),
        (row, text, _) => text.Length == 0 ? new(row with { Verdict = null }) : SheetWords.Verdicts.Read(text).Into(row, verdict => row with { Verdict = verdict }),
        SheetWords.Verdicts.Choices, 10);

    internal static readonly SheetColumn<ItemCells> VerdictReason = Text("决定理由", "Reason of the verdict", "不采纳、暂缓时必填。", "Needed to drop or postpone.",
        row => row.VerdictReason, (row, text) => row with { VerdictReason = text });

    internal static readonly SheetColumn<ItemCells> Lead = new(
        new("牵头单位", "Lead"), new("名称、简称、别名或代码。", "Name, short form, alias or code."),
        (row, names) => CellValues.Show(row.Lead, names),
        (row, text, organisation) => CellValues.Agency(text, organisation).Into(row, lead => row with { Lead = lead }), Width: 24);

    internal static readonly SheetColumn<ItemCells> Responsible = Agencies("责任单位", "Responsible",
        row => row.Responsible, (row, agencies) => row with { Responsible = agencies });

    internal static readonly SheetColumn<ItemCells> Cooperating = Agencies("配合单位", "Cooperating",
        row => row.Cooperating, (row, agencies) => row with { Cooperating = agencies });

    internal static readonly SheetColumn<ItemCells> DueOn = new(
        new("期限", "Due on"), new("如 2026-06-30。", "Such as 2026-06-30."), (row, _) => CellValues.Show(row.DueOn),
        (row, text, _) => CellValues.Day(text).Into(row, day => row with { DueOn = day }), Width: 12);

    internal static readonly SheetColumn<ItemCells> SkipLevelReason = Text("越级理由", "Reason to skip a level", "越级交办时必填。", "Needed past the level above.",
        row => row.SkipLevelReason, (row, text) => row with { SkipLevelReason = text });

    internal static readonly SheetColumn<ItemCells> Cadence = new(
        new("反馈周期", "Cadence"), new("空白即每月。", "Monthly where it is empty."), (row, _) => SheetWords.Cadences.Show(row.Cadence),
        (row, text, _) => text.Length == 0 ? new(row with { Cadence = Tasks.Cadence.Monthly }) : SheetWords.Cadences.Read(text).Into(row, cadence => row with { Cadence = cadence!.Value }),
        SheetWords.Cadences.Choices, 10);

    internal static readonly SheetColumn<ItemCells> CadenceReason = Text("每周反馈理由", "Reason for weekly reports", "每周反馈时必填。", "Needed for weekly reports.",
        row => row.CadenceReason, (row, text) => row with { CadenceReason = text });

    internal static readonly SheetColumn<ItemCells> LateReason = Text("晚于上级期限的理由", "Reason to be late", "子方案条目晚于上级任务时必填。", "Needed in a sub-plan, past the due date of the task above.",
        row => row.LateReason, (row, text) => row with { LateReason = text });

    internal static readonly SheetColumn<ItemCells> IndicatorNames = Text("指标名称", "Indicators", "每行一个指标，与目标值、单位逐行对应。", "One a line; targets and units go line by line with them.",
        row => row.Measured.Names, (row, text) => row with { Measured = row.Measured with { Names = text } }, 24);

    internal static readonly SheetColumn<ItemCells> Targets = Text("目标值", "Targets", "≥5、≤15、=2、不低于 Ⅲ、完成；没有填“—”。", "≥5, ≤15, =2, 不低于 Ⅲ, 完成; — where there is none.",
        row => row.Measured.Targets, (row, text) => row with { Measured = row.Measured with { Targets = text } });

    internal static readonly SheetColumn<ItemCells> Units = Text("单位", "Units", "家、%、百分点……；没有填“—”。", "家, %, MW …; — where there is none.",
        row => row.Measured.Units, (row, text) => row with { Measured = row.Measured with { Units = text } }, 10);

    internal static readonly SheetColumn<ItemCells> EvidenceRule = Text("佐证要求", "Evidence", "以什么证明完成。", "What proves that it is done.",
        row => row.EvidenceRule, (row, text) => row with { EvidenceRule = text }, 24);

    internal static readonly SheetColumn<ItemCells> Weight = new(
        new("权重", "Weight"), new("同级之间，1 至 1000；空白即 1。", "Among siblings, 1 to 1000; 1 where it is empty."),
        (row, _) => row.Weight.ToString(CultureInfo.InvariantCulture),
        (row, text, _) => text.Length == 0 ? new(row with { Weight = 1 }) : CellValues.Whole(text, 1, 1000).Into(row, weight => row with { Weight = weight!.Value }), Width: 8);

    /// <summary>The columns, in their order.</summary>
    public static SheetForm<ItemCells> Form { get; } = new(new("条目", "Items"),
    [
        Path, Group, Title, Content, Verdict, VerdictReason, Lead, Responsible, Cooperating, DueOn, SkipLevelReason,
        Cadence, CadenceReason, LateReason, IndicatorNames, Targets, Units, EvidenceRule, Weight,
        new(new("事项编号（只读）", "Task (read only)"), new("审定后下达的事项。", "Its task, once the plan is accepted."), (row, _) => row.Task, Width: 24),
    ], Path);

    private static SheetColumn<ItemCells> Text(
        string name, string english, string meaning, string means, Func<ItemCells, string> show, Func<ItemCells, string, ItemCells> take, int width = 16) =>
        new(new(name, english), new(meaning, means), (row, _) => show(row), (row, text, _) => take(row, text), Width: width);

    private static SheetColumn<ItemCells> Agencies(
        string name, string english, Func<ItemCells, IReadOnlyList<AgencyCode>> show, Func<ItemCells, IReadOnlyList<AgencyCode>, ItemCells> take) =>
        new(new(name, english), new("几个单位之间用“、”。", "Several with 、 between."), (row, names) => CellValues.Show(show(row), names),
            (row, text, organisation) => CellValues.Agencies(text, organisation).Into(row, agencies => take(row, agencies)), Width: 24);
}
