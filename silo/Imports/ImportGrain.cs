using Supervision.Calendars;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Imports;

/// <remarks>The rows are read where they lie, in the facts of the stream; the state knows only how many there are.</remarks>
[GrainType("import")]
internal sealed class ImportGrain(ActorServices services) : StreamGrain<Import>(services), IImportGrain
{
    private ImportId Id => new(this.GetPrimaryKeyString());

    public Task<Receipt> ExecuteAsync(Caller caller, ImportCommand command) => ExecuteAsync(
        caller, command, (import, now) => ImportRules.Decide(import, Id, caller, command, WorkingCalendar.DayOf(now)));

    public Task<ImportView?> ViewAsync(Caller caller) => Task.FromResult(
        MayView(caller) && State.Opened is { } opened
            ? new ImportView(
                Id, Version, opened.Kind, opened.Plan, opened.Source, opened.File, opened.Sha256, opened.Columns, opened.On,
                State.Phase, opened.Rows, State.Taken, State.Found, State.ToDo, State.Done, State.Failed, opened.PlanVersion)
            : null);

    public async Task<ImportRowPage?> ListRowsAsync(Caller caller, RowOutcome? outcome, int from, int limit)
    {
        if (!MayView(caller) || State.Opened is null) return null;

        var chunks = State.Work.Count;
        var settled = await SettledAsync(chunks);
        var items = new List<ImportRowView>();
        await foreach (var (place, row) in RowsAsync(from, chunks))
        {
            var view = View(row, settled);
            if (outcome is { } only && view.Outcome != only) continue;
            if (items.Count == limit) return new ImportRowPage(items, place);

            items.Add(view);
        }

        return new ImportRowPage(items, null);
    }

    public async Task<ImportBatch?> FindBatchAsync(Caller caller, int chunk)
    {
        if (!caller.Is(Role.Follower) || State is not { Phase: ImportPhase.Running, Opened: { } opened } || State.Next != chunk) return null;

        var rows = new List<ImportRow>();
        await foreach (var (place, row) in RowsAsync(chunk * ImportRules.ChunkRows, chunk + 1))
        {
            if (row.IsWork) rows.Add(row);
        }

        return new ImportBatch(opened.Kind, opened.Plan, rows);
    }

    protected override bool MayView(Caller caller) => ImportRules.MayView(caller);

    private static ImportRowView View(ImportRow row, Dictionary<int, RowProblem?> settled)
    {
        var isSettled = settled.TryGetValue(row.Number, out var problem);
        return new ImportRowView(
            row.Number, problem is null ? row.Outcome : RowOutcome.Refused, isSettled && problem is null, row.Task, row.Path, row.Changes,
            problem is null ? row.Problems : [problem]);
    }

    // Chunk n is fact n + 2: only the opening comes before the rows, and nothing between them.
    private async IAsyncEnumerable<(int Place, ImportRow Row)> RowsAsync(int from, int chunks)
    {
        var first = from / ImportRules.ChunkRows;
        if (first >= chunks) yield break;

        var place = first * ImportRules.ChunkRows;
        await foreach (var fact in FactsAsync(first + 1))
        {
            if (fact is not ImportRowsTaken taken || taken.Chunk >= chunks) yield break;

            foreach (var row in taken.Rows)
            {
                if (place >= from) yield return (place, row);
                place++;
            }
        }
    }

    private async Task<Dictionary<int, RowProblem?>> SettledAsync(int chunks)
    {
        var settled = new Dictionary<int, RowProblem?>();
        await foreach (var fact in FactsAsync(chunks + 1))
        {
            foreach (var row in (fact as ImportRowsSettled)?.Rows ?? [])
                settled[row.Number] = row.Problem;
        }

        return settled;
    }

    private async IAsyncEnumerable<Fact> FactsAsync(long after)
    {
        await foreach (var recorded in Services.Ledger.ReadAsync(Stream, after, CancellationToken.None))
        {
            var envelope = EnvelopeJson.Read(recorded.Body.Span);
            yield return FactJson.Read(envelope.Kind, envelope.Fact) ?? throw UnknownFactException.OfKind(envelope.Kind);
        }
    }
}
