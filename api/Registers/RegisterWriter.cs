using Supervision.Agencies;
using Supervision.Api.Live;
using Supervision.Api.Notices;
using Supervision.Calendars;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Processes;
using Supervision.RollUps;

namespace Supervision.Api.Registers;

/// <summary>Applies pages of the feeds, one at a time: rows and position in one transaction, or neither.</summary>
internal sealed class RegisterWriter(RegisterDatabase database, WorkingCalendar calendar, TimeProvider time) : IDisposable
{
    private readonly Statements _sql = new(database.Writer);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SetAside _setAside = new();

    /// <summary>How many streams the register does not follow any more, because what they hold cannot be shown.</summary>
    public int StreamsSetAside => _setAside.Count;

    /// <summary>Makes the register one of this store; begins anew where it is of another, or when told to.</summary>
    /// <returns>The position of every shard.</returns>
    public async Task<long[]> OpenAsync(StoreView store, bool anew, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (anew || !database.Fits(store.StoreId))
            {
                _sql.Forget();
                database.Reset(store.StoreId);
            }

            _setAside.Load(_sql);
            return [.. Enumerable.Range(0, store.Shards).Select(PositionOf)];
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Applies a page and says what others may want to hear of it.</summary>
    /// <exception cref="UnfitStreamException">One stream cannot be shown. Nothing of the page was applied; without that stream it can be.</exception>
    public Task<IReadOnlyList<LiveUpdate>> ApplyAsync(DecodedPage page, CancellationToken cancellation) =>
        InTransactionAsync<IReadOnlyList<LiveUpdate>>(() => Apply(page), cancellation);

    /// <summary>Follows a stream no longer, until the registers are made anew: what it showed last stays.</summary>
    public Task SetAsideAsync(UnfitStreamException unfit, CancellationToken cancellation) =>
        InTransactionAsync(() => _setAside.Add(_sql, unfit), cancellation);

    private async Task<T> InTransactionAsync<T>(Func<T> write, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            _sql.Begin();
            var written = write();
            _sql.Commit();
            return written;
        }
        catch
        {
            _sql.Rollback();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _sql.Dispose();
        _turn.Dispose();
    }

    /// <summary>Lights the rows for today where nothing was applied since midnight.</summary>
    public Task TurnDayAsync(CancellationToken cancellation) => InTransactionAsync(() => Today.Turn(_sql), cancellation);

    private LightDay Today => new(WorkingCalendar.DayOf(time.GetUtcNow()), calendar);

    private long PositionOf(int shard) =>
        (long?)_sql.Scalar("SELECT position FROM positions WHERE shard = $shard", ("$shard", shard)) ?? 0;

    private List<LiveUpdate> Apply(DecodedPage page)
    {
        if (PositionOf(page.Shard) != page.After)
        {
            throw new InvalidOperationException(
                $"Shard {page.Shard} of the register is not at {page.After}; read on from where it is.");
        }

        var rollUp = new RollUp(new RollUpRows(_sql));
        var (tasks, plans) = (new TaskBatch(_sql, Today.Turn(_sql), rollUp), new PlanBatch(_sql, rollUp, Organisation.Shipped));
        foreach (var decoded in page.Facts.Where(decoded => !_setAside.Holds(decoded.Stream)))
        {
            if (UnfitStreamException.Watch(decoded.Stream, () => TryApply(tasks, plans, page.Shard, decoded)))
                continue;

            _sql.Execute(
                "INSERT INTO skipped (kind, times) VALUES ($kind, 1) ON CONFLICT DO UPDATE SET times = times + 1",
                ("$kind", decoded.Envelope.Kind));
        }

        tasks.Save();
        plans.Save();
        rollUp.Settle();
        foreach (var decoded in page.Facts)
        {
            if (decoded.Fact is ProgressReached reached)
                RollUpRows.Recorded(_sql, decoded.Stream, reached.Percent);
        }

        _sql.Execute(
            "INSERT INTO positions (shard, position) VALUES ($shard, $position) "
            + "ON CONFLICT DO UPDATE SET position = excluded.position",
            ("$shard", page.Shard), ("$position", page.Last));
        return [.. page.Facts.Select(decoded => LiveUpdate.Of(page.Shard, decoded, tasks.OnTask(decoded.Id))).OfType<LiveUpdate>()];
    }

    private bool TryApply(TaskBatch tasks, PlanBatch plans, int shard, DecodedFact decoded)
    {
        if (decoded.Fact is not { } fact)
            return false;

        try
        {
            switch (decoded.Actor)
            {
                case "task":
                    tasks.Apply(decoded, fact);
                    EvidenceRows.Apply(_sql, decoded, fact);
                    break;
                case "county" or "department":
                    AgencyRows.Apply(_sql, decoded, fact);
                    break;
                case "plan":
                    plans.Apply(decoded, fact);
                    break;
                case "scheme":
                    SchemeRows.Apply(_sql, decoded, fact);
                    break;
            }

            if (fact is ProcessFact step)
            {
                ProcessRows.Apply(_sql, decoded, step);
                WaitRows.Apply(_sql, decoded, step);
            }

            NoticeRows.Apply(_sql, shard, decoded, fact, tasks.Find(decoded));
            return true;
        }
        catch (Exception odd) when (odd is UnknownFactException or KeyNotFoundException)
        {
            // A known kind where this program does not expect it: the task shows what it showed before.
            return false;
        }
    }
}
