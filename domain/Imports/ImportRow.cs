using System.Text.Json.Serialization;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Imports;

/// <summary>What the rows of a sheet are.</summary>
[GenerateSerializer, Alias("ImportKind"), JsonConverter(typeof(JsonStringEnumConverter<ImportKind>))]
public enum ImportKind { Tasks, PlanItems }

/// <summary>What becomes of a row, or would.</summary>
[GenerateSerializer, Alias("RowOutcome"), JsonConverter(typeof(JsonStringEnumConverter<RowOutcome>))]
public enum RowOutcome
{
    /// <summary>新增: what it names is not there yet.</summary>
    New,

    /// <summary>变更: it is there, and the row says something else in some columns.</summary>
    Changed,

    /// <summary>无变化.</summary>
    Unchanged,

    /// <summary>不能导入.</summary>
    Refused,
}

/// <summary>One row of the file, and what the dry run says of it.</summary>
/// <param name="Number">Its row in the sheet, from 1, or its line in a csv.</param>
/// <param name="Task">The task it names or would register; null where it names none.</param>
/// <param name="Path">The item of the plan; null for a new one.</param>
/// <param name="Changes">For a changed row: which columns, and how. Of a new row nothing is listed.</param>
/// <param name="SaidTask">The values to carry out, for a new or changed row of tasks.</param>
/// <param name="SaidItem">The values to carry out, for a new or changed row of a plan.</param>
[GenerateSerializer, Immutable, Alias("ImportRow")]
public sealed record ImportRow(
    [property: Id(0)] int Number,
    [property: Id(1)] RowOutcome Outcome,
    [property: Id(2)] TaskId? Task,
    [property: Id(3)] string? Path,
    [property: Id(4)] IReadOnlyList<CellChange> Changes,
    [property: Id(5)] IReadOnlyList<RowProblem> Problems,
    [property: Id(6)] ImportedTask? SaidTask = null,
    [property: Id(7)] ImportedItem? SaidItem = null)
{
    /// <summary>Whether something is sent for it when the import is carried out.</summary>
    public bool IsWork => Outcome is RowOutcome.New or RowOutcome.Changed;
}

/// <summary>A cell that says something else than what is there, as the sheet shows both.</summary>
[GenerateSerializer, Immutable, Alias("CellChange")]
public sealed record CellChange([property: Id(0)] string Column, [property: Id(1)] string Before, [property: Id(2)] string After);

/// <summary>Why a row is refused.</summary>
/// <param name="Column">The heading of the column to mend; null where it is the row as a whole.</param>
[GenerateSerializer, Immutable, Alias("RowProblem")]
public sealed record RowProblem(
    [property: Id(0)] string Code, [property: Id(1)] string Chinese, [property: Id(2)] string English, [property: Id(3)] string? Column)
{
    public static RowProblem Of(Receipt.Refused no, string? column) => new(no.Code, no.Chinese, no.English, column);
}

/// <summary>What a row says of a task.</summary>
[GenerateSerializer, Immutable, Alias("ImportedTask")]
public sealed record ImportedTask(
    [property: Id(0)] string Title,
    [property: Id(1)] string Content,
    [property: Id(2)] SupervisionKind Supervision,
    [property: Id(3)] TaskSource Source,
    [property: Id(4)] AuthorityRecord Authority,
    [property: Id(5)] Assignment? Assignment,
    [property: Id(6)] Cadence Cadence,
    [property: Id(7)] string? CadenceReason);

/// <summary>What a row says of an item of a plan.</summary>
[GenerateSerializer, Immutable, Alias("ImportedItem")]
public sealed record ImportedItem(
    [property: Id(0)] string? Group,
    [property: Id(1)] string Title,
    [property: Id(2)] string Content,
    [property: Id(3)] ItemVerdict Verdict,
    [property: Id(4)] string? VerdictReason,
    [property: Id(5)] Assignment? Assignment,
    [property: Id(6)] Cadence Cadence,
    [property: Id(7)] string? CadenceReason,
    [property: Id(8)] string? LateReason,
    [property: Id(9)] IReadOnlyList<Indicator> Indicators,
    [property: Id(10)] string? EvidenceRule,
    [property: Id(11)] int Weight);

/// <summary>What became of a row that was sent: done, or refused after all.</summary>
[GenerateSerializer, Immutable, Alias("SettledRow")]
public sealed record SettledRow([property: Id(0)] int Number, [property: Id(1)] RowProblem? Problem);
