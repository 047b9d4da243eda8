using Supervision.Language;
using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

/// <summary>What every ledger's feed, due times and followers' places do.</summary>
public abstract class FeedContract : IAsyncLifetime
{
    private static readonly string Task1 = "task/2026-017-003";

    private ILedger? _ledger;

    internal ILedger Ledger => _ledger!;

    private int Shard => Ledger.ShardOf(Task1);

    public async ValueTask InitializeAsync() => _ledger = await MakeAsync();

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<ILedger> MakeAsync();

    private protected virtual Task CleanAsync() => Task.CompletedTask;

    [Fact]
    public async Task One_append_is_one_entry()
    {
        var first = Sample.Append(Task1, null, "a", count: 2);
        await Ledger.AppendAsync(first);
        var second = Sample.Append(Task1, first.Events[^1], "b");
        await Ledger.AppendAsync(second);

        (await Ledger.ReadFeedAsync(Shard, 0, 10)).Should().Equal(
            new FeedEntry(Shard, 1, Task1, 1, 2, first.Events[^1].Hash),
            new FeedEntry(Shard, 2, Task1, 3, 3, second.Events[^1].Hash));
        (await Ledger.ReadFeedAsync(Shard, 1, 10)).Should().ContainSingle().Which.Position.Should().Be(2);
        (await Ledger.ReadFeedAsync(Shard, 0, 1)).Should().ContainSingle().Which.Position.Should().Be(1);
        (await Ledger.ReadFeedAsync(Shard, 2, 10)).Should().BeEmpty();
    }

    [Fact]
    public async Task Positions_have_no_gaps_under_concurrency()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 400).Select(n => Ledger.AppendAsync(Sample.Append($"task/{n}", null, "a"))));

        foreach (var shard in results.Cast<AppendResult.Appended>().GroupBy(r => r.Position.Shard))
        {
            var expected = Enumerable.Range(1, shard.Count()).Select(n => (long)n).ToArray();
            shard.Select(r => r.Position.Position).Order().Should().Equal(expected);
            (await Ledger.ReadFeedAsync(shard.Key, 0, 1_000)).Select(entry => entry.Position).Should().Equal(expected);
            (await Ledger.FeedEndAsync(shard.Key)).Should().Be(expected.Length);
        }
    }

    [Fact]
    public async Task A_waiter_is_woken_by_the_next_append_of_its_shard()
    {
        await Ledger.AppendAsync(Sample.Append(Task1, null, "a"));
        await Ledger.WaitForFeedAsync(Shard, 0, default);

        var waiting = Ledger.WaitForFeedAsync(Shard, 1, default);
        waiting.IsCompleted.Should().BeFalse();
        await Ledger.AppendAsync(Sample.Append(Sample.SameShard(Ledger).One, null, "a"));
        await Ledger.AppendAsync(Sample.Append(Task1, (await Ledger.LoadAsync(Task1, default)).Tail[^1], "b"));

        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_waiter_can_give_up()
    {
        using var patience = new CancellationTokenSource();
        var waiting = Ledger.WaitForFeedAsync(Shard, 0, patience.Token);
        await patience.CancelAsync();

        await waiting.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Due_times_come_in_order_of_time()
    {
        await Ledger.AppendAsync(Sample.Append(Task1, null, "a") with
        {
            DuesSet = [Sample.Due("late", 30), Sample.Due("early", 10), Sample.Due("middle", 20)],
        });

        (await Keys(after: 25)).Should().Equal("early", "middle");
        (await Ledger.ListDueAsync(Shard, Sample.Monday.AddHours(1), max: 1)).Should()
            .Equal(new DueEntry(Task1, "early", Sample.Monday.AddMinutes(10), "rule 1"));
        (await Ledger.NextDueAsync(Shard)).Should().Be(Sample.Monday.AddMinutes(10));
        (await Keys(after: 9)).Should().BeEmpty();
        (await Ledger.ListAllDuesAsync(Shard, default).ToListAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_due_time_is_due_at_its_instant_and_not_a_tick_before()
    {
        var at = Sample.Monday.AddTicks(12_345_678);
        await Ledger.AppendAsync(Sample.Append(Task1, null, "a") with { DuesSet = [new DueTime("d", at, "rule 1")] });

        (await Ledger.ListDueAsync(Shard, at.AddTicks(-1), 10)).Should().BeEmpty();
        (await Ledger.ListDueAsync(Shard, at, 10)).Should().ContainSingle().Which.At.Should().Be(at);
        (await Ledger.NextDueAsync(Shard)).Should().Be(at);
    }

    [Fact]
    public async Task Setting_a_due_time_again_replaces_it_and_completing_removes_it()
    {
        var first = Sample.Append(Task1, null, "a") with { DuesSet = [Sample.Due("d", 10), Sample.Due("e", 5)] };
        await Ledger.AppendAsync(first);
        await Ledger.AppendAsync(Sample.Append(Task1, first.Events[^1], "b") with
        {
            DuesSet = [Sample.Due("d", 40)],
            DuesCompleted = ["e", "d"],
        });

        (await Ledger.NextDueAsync(Shard)).Should().Be(Sample.Monday.AddMinutes(40));
        (await Keys(after: 39)).Should().BeEmpty();
        (await Keys(after: 40)).Should().Equal("d");
    }

    [Fact]
    public async Task Completing_twice_is_as_good_as_once()
    {
        await Ledger.AppendAsync(Sample.Append(Task1, null, "a") with { DuesSet = [Sample.Due("d", 10)] });

        await Ledger.CompleteDueAsync(Task1, "d");
        await Ledger.CompleteDueAsync(Task1, "d");
        await Ledger.CompleteDueAsync("task/none", "d");

        (await Ledger.NextDueAsync(Shard)).Should().BeNull();
    }

    [Fact]
    public async Task The_same_key_in_two_streams_is_two_due_times()
    {
        var (one, other) = Sample.SameShard(Ledger);
        await Ledger.AppendAsync(Sample.Append(one, null, "a") with { DuesSet = [Sample.Due("d", 10)] });
        await Ledger.AppendAsync(Sample.Append(other, null, "a") with { DuesSet = [Sample.Due("d", 20)] });

        await Ledger.CompleteDueAsync(one, "d");

        (await Ledger.ListDueAsync(Ledger.ShardOf(one), Sample.Monday.AddHours(1), 10)).Should().ContainSingle()
            .Which.Stream.Should().Be(other);
    }

    [Fact]
    public async Task A_cursor_stands_where_it_was_left()
    {
        (await Ledger.FindCursorAsync("registers", 1)).Should().Be(0);

        await Ledger.MoveCursorAsync("registers", 1, 7);
        await Ledger.MoveCursorAsync("registers", 2, 3);
        await Ledger.MoveCursorAsync("notices", 1, 5);
        await Ledger.MoveCursorAsync("registers", 1, 4); // A rebuild goes back.

        (await Ledger.FindCursorAsync("registers", 1)).Should().Be(4);
        (await Ledger.ListCursorsAsync()).Should().BeEquivalentTo<FollowerCursor>(
            [new("registers", 1, 4), new("registers", 2, 3), new("notices", 1, 5)]);
    }

    [Fact]
    public async Task Parked_entries_wait_until_they_are_taken_out()
    {
        await Ledger.ParkAsync("notices", 2, 9, "task/b", "no answer");
        await Ledger.ParkAsync("notices", 1, 30, "task/a", "no answer");
        await Ledger.ParkAsync("notices", 1, 30, "task/a", "still no answer");
        await Ledger.ParkAsync("registers", 1, 1, "task/a", "no answer");

        (await Ledger.ListParkedAsync("notices")).Should().Equal(
            new ParkedEntry("notices", 1, 30, "task/a", "still no answer"),
            new ParkedEntry("notices", 2, 9, "task/b", "no answer"));

        await Ledger.UnparkAsync("notices", 1, 30, "task/a");
        await Ledger.UnparkAsync("notices", 1, 30, "task/a");
        (await Ledger.ListParkedAsync("notices")).Should().ContainSingle().Which.Target.Should().Be("task/b");
    }

    [Fact]
    public async Task Seals_are_numbered_without_gaps()
    {
        await Ledger.AppendSealAsync(new StoredSeal(1, new byte[] { 1, 2 }));

        await Ledger.Awaiting(it => it.AppendSealAsync(new StoredSeal(1, new byte[] { 3 }))).Should().ThrowAsync<LedgerConflictException>();
        await Ledger.Awaiting(it => it.AppendSealAsync(new StoredSeal(3, new byte[] { 3 }))).Should().ThrowAsync<LedgerConflictException>();
        await Ledger.AppendSealAsync(new StoredSeal(2, new byte[] { 4 }));

        (await Ledger.ListSealsAsync()).Select(seal => (seal.Number, Convert.ToHexString(seal.Body.Span)))
            .Should().Equal((1, "0102"), (2, "04"));
    }

    private async Task<IEnumerable<string>> Keys(int after) =>
        (await Ledger.ListDueAsync(Shard, Sample.Monday.AddMinutes(after), 10)).Select(due => due.Key);
}
