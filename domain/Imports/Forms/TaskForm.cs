using System.Globalization;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Imports;

/// <summary>The sheet of tasks (台账).</summary>
public static class TaskForm
{
    private static readonly string[] Lights = ["灰", "绿", "蓝", "黄", "红", "紫"];

    internal static readonly SheetColumn<TaskCells> Task = Text("事项编号", "Task", "本系统的编号；新事项留空。", "Our id; empty for a new task.",
        row => row.Task, (row, text) => row with { Task = text }, 24);

    internal static readonly SheetColumn<TaskCells> External = Text("外部编号", "External id",
        "来源系统或清单中的编号；同一编号再次导入即同一事项。", "The number in the list it comes from; the same number is the same task again.",
        row => row.External, (row, text) => row with { External = text });

    internal static readonly SheetColumn<TaskCells> Title = Text("标题", "Title", "必填，最多 200 字；立项后不能改。", "Needed, at most 200 characters; fixed once registered.",
        row => row.Title, (row, text) => row with { Title = text }, 32);

    internal static readonly SheetColumn<TaskCells> Content = Text("内容", "Content", "必填，最多 4000 字；立项后不能改。", "Needed, at most 4000 characters; fixed once registered.",
        row => row.Content, (row, text) => row with { Content = text }, 48);

    internal static readonly SheetColumn<TaskCells> Supervision = new(new("督查种类", "Supervision"), new("必填。", "Needed."),
        (row, _) => SheetWords.Kinds.Show(row.Supervision),
        (row, text, _) => text.Length == 0 ? new(row with { Supervision = null }) : SheetWords.Kinds.Read(text).Into(row, kind => row with { Supervision = kind }),
        SheetWords.Kinds.Choices);

    internal static readonly SheetColumn<TaskCells> Source = new(new("来源", "Source"), new("必填。", "Needed."),
        (row, _) => SheetWords.Sources.Show(row.Source),
        (row, text, _) => text.Length == 0 ? new(row with { Source = null }) : SheetWords.Sources.Read(text).Into(row, source => row with { Source = source }),
        SheetWords.Sources.Choices);

    internal static readonly SheetColumn<TaskCells> Basis = Text("依据", "Basis", "必填：决定或批示。", "Needed: decision or instruction.",
        row => row.Basis, (row, text) => row with { Basis = text }, 28);

    internal static readonly SheetColumn<TaskCells> By = Text("作出者", "Decided by", "必填。", "Needed.", row => row.By, (row, text) => row with { By = text });

    internal static readonly SheetColumn<TaskCells> Reference = Text("文号", "Reference", "必填。", "Needed.",
        row => row.Reference, (row, text) => row with { Reference = text });

    internal static readonly SheetColumn<TaskCells> On = Day("依据日期", "Authority date", "必填，如 2026-06-30。", "Needed, such as 2026-06-30.",
        row => row.On, (row, day) => row with { On = day });

    internal static readonly SheetColumn<TaskCells> Scope = Text("范围", "Scope", "必填，如 全市。", "Needed, such as 全市.", row => row.Scope, (row, text) => row with { Scope = text });

    internal static readonly SheetColumn<TaskCells> Lead = new(
        new("牵头单位", "Lead"), new("名称、简称、别名或代码；交办前可改。", "Name, short form, alias or code; may change before the assignment."),
        (row, names) => CellValues.Show(row.Lead, names),
        (row, text, organisation) => CellValues.Agency(text, organisation).Into(row, lead => row with { Lead = lead }), Width: 24);

    internal static readonly SheetColumn<TaskCells> Responsible = Agencies("责任单位", "Responsible",
        row => row.Responsible, (row, agencies) => row with { Responsible = agencies });

    internal static readonly SheetColumn<TaskCells> Cooperating = Agencies("配合单位", "Cooperating",
        row => row.Cooperating, (row, agencies) => row with { Cooperating = agencies });

    internal static readonly SheetColumn<TaskCells> DueOn = Day("期限", "Due on",
        "如 2026-06-30；交办前可改，之后请申请延期。", "Such as 2026-06-30; may change before the assignment, later by an extension.",
        row => row.DueOn, (row, day) => row with { DueOn = day });

    internal static readonly SheetColumn<TaskCells> SkipLevelReason = Text("越级理由", "Reason to skip a level", "越级交办时必填。", "Needed past the level above.",
        row => row.SkipLevelReason, (row, text) => row with { SkipLevelReason = text });

    internal static readonly SheetColumn<TaskCells> Cadence = new(new("反馈周期", "Cadence"), new("空白即每月。", "Monthly where it is empty."),
        (row, _) => SheetWords.Cadences.Show(row.Cadence),
        (row, text, _) => text.Length == 0 ? new(row with { Cadence = Tasks.Cadence.Monthly }) : SheetWords.Cadences.Read(text).Into(row, cadence => row with { Cadence = cadence!.Value }),
        SheetWords.Cadences.Choices);

    internal static readonly SheetColumn<TaskCells> CadenceReason = Text("每周反馈理由", "Reason for weekly reports", "新事项每周反馈时必填；导出时为空。", "Needed for weekly reports of a new task; empty in an export.",
        row => row.CadenceReason, (row, text) => row with { CadenceReason = text });

    /// <summary>The columns, in their order.</summary>
    public static SheetForm<TaskCells> Form { get; } = new(new("事项", "Tasks"),
    [
        Task, External, Title, Content, Supervision, Source, Basis, By, Reference, On, Scope,
        Lead, Responsible, Cooperating, DueOn, SkipLevelReason, Cadence, CadenceReason,
        Shown("办理阶段", "Stage", stand => TaskLabels.Of(stand.Stage).Chinese),
        Shown("灯", "Light", stand => Lights[(int)stand.Light]),
        Shown("进度", "Percent", stand => stand.Percent.ToString(CultureInfo.InvariantCulture)),
        Shown("计划进度", "Planned percent", stand => stand.PlannedPercent.ToString(CultureInfo.InvariantCulture)),
    ], Task);

    private static SheetColumn<TaskCells> Text(
        string name, string english, string meaning, string means, Func<TaskCells, string> show, Func<TaskCells, string, TaskCells> take, int width = 16) =>
        new(new(name, english), new(meaning, means), (row, _) => show(row), (row, text, _) => take(row, text), Width: width);

    private static SheetColumn<TaskCells> Day(
        string name, string english, string meaning, string means, Func<TaskCells, DateOnly?> show, Func<TaskCells, DateOnly?, TaskCells> take) =>
        new(new(name, english), new(meaning, means), (row, _) => CellValues.Show(show(row)),
            (row, text, _) => CellValues.Day(text).Into(row, day => take(row, day)), Width: 12);

    private static SheetColumn<TaskCells> Agencies(
        string name, string english, Func<TaskCells, IReadOnlyList<AgencyCode>> show, Func<TaskCells, IReadOnlyList<AgencyCode>, TaskCells> take) =>
        new(new(name, english), new("几个单位之间用“、”。", "Several with 、 between."), (row, names) => CellValues.Show(show(row), names),
            (row, text, organisation) => CellValues.Agencies(text, organisation).Into(row, agencies => take(row, agencies)), Width: 24);

    private static SheetColumn<TaskCells> Shown(string name, string english, Func<TaskStand, string> show) =>
        new(new($"{name}（只读）", $"{english} (read only)"), new("只供查看，导入时不看。", "For reading; not looked at when it comes back."),
            (row, _) => row.Stand is { } stand ? show(stand) : "", Width: 10);
}
