using Supervision.Imports;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Callers;
using Supervision.Tasks;

namespace Supervision.Silo.Followers;

/// <summary>
/// Carries an import out, a chunk of rows at a time: what became of one chunk is the fact that the next follows from, so
/// that other work of the shard passes between two of them, and a crash goes on where it broke off.
/// </summary>
/// <remarks>Each row has a key of its own, so that a chunk that is sent again does nothing twice.</remarks>
internal sealed class ImportDispatch(IGrainFactory grains, SystemCallers callers) : IDispatch
{
    /// <summary>Tasks that are on their way at once, to share the ledger's group commits. A plan is one actor: its rows go in their order.</summary>
    private const int AtOnceMax = 16;

    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => fact switch
    {
        ImportStarted { Next: { } chunk } => [Chunk(source, chunk)],
        ImportRowsSettled { Next: { } chunk } => [Chunk(source, chunk)],
        _ => [],
    };

    private FollowUp Chunk(FactSource source, int chunk) => new(source.Stream, async () =>
    {
        var import = grains.GetGrain<IImportGrain>(source.Key);
        if (await import.FindBatchAsync(callers.Follower(source.Author), chunk) is not { } batch)
            return new Receipt.Done(0, null); // Cancelled, or noted already.

        var settled = new List<SettledRow>();
        foreach (var some in batch.Rows.Index().Chunk(batch.Plan is null ? AtOnceMax : 1))
            settled.AddRange(await Task.WhenAll(some.Select(row => SettleAsync(source, batch.Plan, row.Item, row.Index))));

        return await import.ExecuteAsync(
            callers.Follower(source.Author), new NoteRows(source.CommandKey(settled.Count), chunk, settled));
    });

    private async Task<SettledRow> SettleAsync(FactSource source, PlanId? plan, ImportRow row, int n)
    {
        var (caller, key) = (callers.Follower(source.Author), source.CommandKey(n));
        var receipt = plan is { } of
            ? await grains.GetGrain<IPlanGrain>(of.Value).ExecuteAsync(caller, new ReviewItems(key, ItemChecks.ChangesOf(row)))
            : await grains.GetGrain<ITaskGrain>(row.Task!.Value.Value).ExecuteAsync(caller, CommandOf(row, key));
        return new SettledRow(row.Number, receipt is Receipt.Refused no ? RowProblem.Of(no, column: null) : null);
    }

    private static TaskCommand CommandOf(ImportRow row, CommandKey key) => row.Outcome is RowOutcome.New
        ? TaskChecks.RegistrationOf(row.SaidTask!, key)
        : new Assign(key, row.SaidTask!.Assignment);
}
