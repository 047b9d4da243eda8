using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Imports;

/// <summary>Where an import stands.</summary>
[GenerateSerializer, Alias("ImportPhase"), JsonConverter(typeof(JsonStringEnumConverter<ImportPhase>))]
public enum ImportPhase
{
    /// <summary>接收: not all rows are here; the upload goes on when it is sent again with its key.</summary>
    Taking,

    /// <summary>已试算: the dry run is there, nothing is changed; it waits for somebody to start or cancel it.</summary>
    Checked,

    /// <summary>执行中.</summary>
    Running,

    /// <summary>完成.</summary>
    Finished,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>An import as its ledger tells it. The rows stay in the facts: its size does not grow with theirs.</summary>
/// <param name="Work">For each chunk that was taken, how many of its rows ask for something.</param>
/// <param name="Found">What the dry run says, by outcome.</param>
/// <param name="Next">The chunk whose rows are on their way; null where none are.</param>
public sealed record Import(
    ImportOpened? Opened, ImportPhase Phase, ImmutableList<int> Work, int Taken, RowCounts Found, int? Next, int Done, int Failed)
    : IStreamState<Import>
{
    public static Import Initial { get; } = new(null, ImportPhase.Taking, [], 0, RowCounts.None, null, 0, 0);

    public ProcessSet Processes => ProcessSet.None;

    public int ToDo => Found.New + Found.Changed;

    public Import Evolve(Fact fact) => fact switch
    {
        ImportOpened e => this with { Opened = e, Phase = e.Rows == 0 ? ImportPhase.Checked : ImportPhase.Taking },
        ImportRowsTaken e => With(e),
        ImportStarted e => this with { Phase = ImportPhase.Running, Next = e.Next },
        ImportRowsSettled e => this with
        {
            Next = e.Next,
            Done = Done + e.Rows.Count(row => row.Problem is null),
            Failed = Failed + e.Rows.Count(row => row.Problem is not null),
        },
        ImportFinished => this with { Phase = ImportPhase.Finished, Next = null },
        ImportCancelled => this with { Phase = ImportPhase.Cancelled },
        _ => throw UnknownFactException.Of(fact),
    };

    /// <summary>The first chunk from here on that asks for something; null where none does.</summary>
    public int? WorkFrom(int chunk) => Work.FindIndex(chunk, count => count > 0) is var at and >= 0 ? at : null;

    private Import With(ImportRowsTaken e)
    {
        var taken = Taken + e.Rows.Count;
        return this with
        {
            Work = Work.Add(e.Rows.Count(row => row.IsWork)),
            Taken = taken,
            Found = Found.With(e.Rows),
            Phase = taken == Opened!.Rows ? ImportPhase.Checked : Phase,
        };
    }
}

/// <summary>How many rows the dry run found new, changed, unchanged and refused.</summary>
[GenerateSerializer, Immutable, Alias("RowCounts")]
public sealed record RowCounts(
    [property: Id(0)] int New, [property: Id(1)] int Changed, [property: Id(2)] int Unchanged, [property: Id(3)] int Refused)
{
    public static RowCounts None { get; } = new(0, 0, 0, 0);

    public RowCounts With(IReadOnlyList<ImportRow> rows)
    {
        int Count(RowOutcome outcome) => rows.Count(row => row.Outcome == outcome);
        return new RowCounts(
            New + Count(RowOutcome.New), Changed + Count(RowOutcome.Changed), Unchanged + Count(RowOutcome.Unchanged), Refused + Count(RowOutcome.Refused));
    }
}
