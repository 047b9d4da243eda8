using Supervision.Language;

namespace Supervision.Imports;

/// <summary>What an import as a whole is refused with: the file, its table, or what is asked of it.</summary>
public static class ImportRefusals
{
    public static readonly Refusal NotFound = new("import.not-found",
        "没有批量导入“{0}”，或您无权查看；请核对编号。", "There is no import \"{0}\", or you may not see it; check its id.");

    public static readonly Refusal NotAllowed = new("import.not-allowed",
        "您的岗位（{0}）不能批量导入；请转督查室。", "Your posts ({0}) do not allow imports; pass it to the office.");

    public static readonly Refusal PlanMissing = new("import.plan-missing",
        "导入方案条目须指明方案；请在地址中加上 plan=方案编号。", "Items of a plan need their plan; add plan=ID to the address.");

    public static readonly Refusal PlanNotReviewed = new("import.plan-not-reviewed",
        "方案处于“{0}”，您现在不能用表格改条目；请在审核期间由承办人员导入，审定后请提请调整。",
        "The plan is at \"{0}\" and its items are not yours to change by a sheet now; import while it is reviewed, or propose a revision.");

    public static readonly Refusal SourceUnfit = new("import.source-unfit",
        "外部编号的来源“{0}”只能用 1 至 {1} 个小写字母和数字；请更正。",
        "The source of external ids, \"{0}\", takes 1 to {1} lower-case letters and digits; correct it.");

    public static readonly Refusal FormatNotRead = new("import.format-not-read",
        "“{0}”不是可导入的表格。请另存为 .xlsx 或 .csv 后再导入。",
        "\"{0}\" is no sheet that can be imported. Save it as .xlsx or .csv and import that.");

    public static readonly Refusal NoTable = new("import.no-table",
        "没有找到表头。首行须写列名，至少有“{0}”；请下载空白模板对照。",
        "There is no header. The first row names the columns, \"{0}\" among them; compare it with the empty template.");

    public static readonly Refusal SeveralTables = new("import.several-tables",
        "工作表“{0}”和“{1}”都像要导入的表；请只保留一张。", "The sheets \"{0}\" and \"{1}\" both look like the table; keep one.");

    public static readonly Refusal ColumnUnknown = new("import.column-unknown",
        "不认识的列“{0}”；请改成模板中的列名，或删去此列。",
        "There is no column \"{0}\"; rename it as in the template, or delete it.");

    public static readonly Refusal ColumnTwice = new("import.column-twice",
        "列“{0}”出现了两次；请只保留一列。", "The column \"{0}\" is there twice; keep one.");

    public static readonly Refusal ColumnUnnamed = new("import.column-unnamed",
        "第 {0} 行第 {1} 列有内容，但表头没有列名；请补上列名或清空该列。",
        "Row {0} says something in column {1}, which has no heading; name the column or clear it.");

    public static readonly Refusal MergedCells = new("import.merged-cells",
        "第 {0} 行有合并单元格（{1}）；请取消合并，每行各自填写。",
        "Row {0} holds merged cells ({1}); unmerge them and fill in each row.");

    public static readonly Refusal TableLies = new("import.table-lies",
        "第 {0} 行的位置与表格自身的记录矛盾；请用 Excel 或 WPS 打开后另存一份再导入。",
        "The place of row {0} contradicts the table itself; open the file and save a fresh copy.");

    public static readonly Refusal TooManyRows = new("import.too-many-rows",
        "表格超过 {0} 行；请分成几个文件。", "The table has more than {0} rows; split it into several files.");

    public static readonly Refusal NoRows = new("import.no-rows",
        "表头下面没有内容；请填写后再导入。", "There is nothing below the header; fill it in and import it again.");

    public static readonly Refusal RowsUnexpected = new("import.rows-unexpected",
        "这些行不是接下来的（已收 {0} 行，共 {1} 行）；请用同一个键重新上传整个文件。",
        "These are not the next rows ({0} of {1} are here); upload the whole file again with its key.");

    public static readonly Refusal NotWhole = new("import.not-whole",
        "文件还没有收完（{0}/{1} 行）；请用同一个键重新上传，再执行。",
        "The file is not here as a whole ({0} of {1} rows); upload it again with its key, then start.");

    public static readonly Refusal Cancelled = new("import.cancelled",
        "此导入已取消；如需导入请重新上传。", "This import was cancelled; upload the file anew to import it.");

    public static readonly Refusal Finished = new("import.finished",
        "此导入已完成（{0} 行），不能取消；请在各事项上办理。",
        "This import has finished ({0} rows) and cannot be cancelled; work on what it has made.");

    public static readonly Refusal Outdated = new("import.outdated",
        "试算是 {0} 做的，已超过 {1} 天；请重新上传，看过新的试算再执行。",
        "The dry run is of {0}, more than {1} days ago; upload the file again and look at the new one first.");

    public static readonly Refusal PlanMoved = new("import.plan-moved",
        "试算之后方案“{0}”又有改动；请重新上传，看过新的试算再执行。",
        "Plan \"{0}\" was changed after the dry run; upload the file again and look at the new one first.");
}
