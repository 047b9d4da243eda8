using Supervision.Language;
using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

/// <summary>What every ledger does. Run against memory, SQLite and Redis, so that they cannot drift apart.</summary>
public abstract class LedgerContract : IAsyncLifetime
{
    private static readonly string Task1 = "task/2026-017-003";

    private ILedger? _ledger;

    internal ILedger Ledger => _ledger!;

    public async ValueTask InitializeAsync() => _ledger = await MakeAsync();

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>An empty store of 4 shards; see <see cref="Sample.Store"/>.</summary>
    private protected abstract Task<ILedger> MakeAsync();

    private protected virtual Task CleanAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_was_appended_is_read_again_byte_for_byte()
    {
        var events = Sample.Events(null, 3);
        await Ledger.AppendAsync(Sample.Of(Task1, 0, "a", events));

        var read = await Ledger.ReadAsync(Task1, 0, default).ToListAsync();

        read.Select(e => (e.Seq, e.Hash, Convert.ToHexString(e.Body.Span)))
            .Should().Equal(events.Select(e => (e.Seq, e.Hash, Convert.ToHexString(e.Body.Span))));
        (await Ledger.ReadAsync(Task1, 2, default).ToListAsync()).Should().ContainSingle().Which.Seq.Should().Be(3);
    }

    [Fact]
    public async Task A_stream_never_written_is_empty()
    {
        var loaded = await Ledger.LoadAsync("task/none", default);

        loaded.Snapshot.Should().BeNull();
        loaded.Tail.Should().BeEmpty();
        (await Ledger.ReadAsync("task/none", 0, default).ToListAsync()).Should().BeEmpty();
        (await Ledger.FindAnswerAsync("task/none", "zhang", "a")).Should().BeNull();
    }

    [Theory]
    [InlineData(0)] // a stale activation
    [InlineData(2)] // one from the future
    public async Task A_wrong_version_is_refused_and_nothing_is_written(int expected)
    {
        await Ledger.AppendAsync(Sample.Append(Task1, null, "a"));
        var before = new RecordedEvent(expected, default, "");

        var append = () => Ledger.AppendAsync(Sample.Append(Task1, before, "b") with { DuesSet = [Sample.Due("d", 0)] });

        (await append.Should().ThrowAsync<LedgerConflictException>()).Which.Actual.Should().Be(1);
        (await Ledger.LoadAsync(Task1, default)).Tail.Should().HaveCount(1);
        (await Ledger.FeedEndAsync(Ledger.ShardOf(Task1))).Should().Be(1);
        (await Ledger.FindAnswerAsync(Task1, "zhang", "b")).Should().BeNull();
        (await Ledger.NextDueAsync(Ledger.ShardOf(Task1))).Should().BeNull();
    }

    [Fact]
    public async Task Of_two_writers_with_the_same_version_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => TryAsync(Sample.Append(Task1, null, $"key-{n}"))));

        outcomes.Count(appended => appended).Should().Be(1);
        (await Ledger.LoadAsync(Task1, default)).Tail.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_conflict_leaves_its_neighbours_alone()
    {
        await Ledger.AppendAsync(Sample.Append(Task1, null, "first"));
        var appends = Enumerable.Range(0, 50).Select(n =>
            n % 10 == 5 ? Sample.Append(Task1, null, $"late-{n}") : Sample.Append($"task/{n}", null, "a"));

        var outcomes = await Task.WhenAll(appends.Select(TryAsync));

        outcomes.Select((appended, n) => appended == (n % 10 != 5)).Should().AllBeEquivalentTo(true);
        (await Ledger.LoadAsync(Task1, default)).Tail.Should().HaveCount(1);
    }

    [Fact]
    public async Task The_same_key_gets_the_same_answer_and_writes_nothing()
    {
        var first = await Ledger.AppendAsync(Sample.Append(Task1, null, "a"));

        var again = await Ledger.AppendAsync(Sample.Append(Task1, null, "a") with { Answer = "another", BodyHash = "other" });

        var position = first.Should().BeOfType<AppendResult.Appended>().Which.Position;
        var kept = new KeptAnswer("body of a", "answer to a", position);
        again.Should().BeOfType<AppendResult.Repeated>().Which.Answer.Should().Be(kept);
        (await Ledger.FindAnswerAsync(Task1, "zhang", "a")).Should().Be(kept);
        (await Ledger.LoadAsync(Task1, default)).Tail.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_repeated_key_is_found_before_the_version_is_compared_and_also_when_it_fits()
    {
        var append = Sample.Append(Task1, null, "a");
        await Ledger.AppendAsync(append);

        var next = await Ledger.AppendAsync(Sample.Append(Task1, append.Events[0], "a"));

        next.Should().BeOfType<AppendResult.Repeated>();
        (await Ledger.FeedEndAsync(Ledger.ShardOf(Task1))).Should().Be(1);
    }

    [Fact]
    public async Task The_same_key_many_times_at_once_is_written_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Ledger.AppendAsync(Sample.Append(Task1, null, "a"))));

        results.OfType<AppendResult.Appended>().Should().ContainSingle();
        results.OfType<AppendResult.Repeated>().Should().HaveCount(29)
            .And.OnlyContain(repeated => repeated.Answer.Answer == "answer to a");
    }

    [Fact]
    public async Task A_key_belongs_to_an_account_and_a_stream()
    {
        var append = Sample.Append(Task1, null, "a");
        await Ledger.AppendAsync(append);

        (await Ledger.FindAnswerAsync(Task1, "wang", "a")).Should().BeNull();
        (await Ledger.FindAnswerAsync("task/other", "zhang", "a")).Should().BeNull();
        (await Ledger.AppendAsync(Sample.Append(Task1, append.Events[0], "a") with { Account = "wang" }))
            .Should().BeOfType<AppendResult.Appended>();
    }

    [Fact]
    public async Task Old_answers_are_purged_and_young_ones_kept()
    {
        var old = Sample.Append(Task1, null, "old");
        await Ledger.AppendAsync(old);
        await Ledger.AppendAsync(Sample.Append(Task1, old.Events[0], "new") with { RecordedAt = Sample.Monday.AddDays(1) });

        (await Ledger.PurgeAnswersAsync(Sample.Monday.AddHours(1))).Should().Be(1);

        (await Ledger.FindAnswerAsync(Task1, "zhang", "old")).Should().BeNull();
        (await Ledger.FindAnswerAsync(Task1, "zhang", "new")).Should().NotBeNull();
    }

    [Fact]
    public async Task A_load_gives_the_newest_snapshot_and_the_tail()
    {
        var first = Sample.Append(Task1, null, "a", count: 2);
        await Ledger.AppendAsync(first with { Snapshot = Snapshot(first.Events[^1], [1]) });
        var second = Sample.Append(Task1, first.Events[^1], "b", count: 2);
        await Ledger.AppendAsync(second with { Snapshot = Snapshot(second.Events[^1], [2, 0, 255]) });
        await Ledger.AppendAsync(Sample.Append(Task1, second.Events[^1], "c"));

        var loaded = await Ledger.LoadAsync(Task1, default);

        loaded.Snapshot.Should().NotBeNull();
        (loaded.Snapshot!.Seq, loaded.Snapshot.Hash, loaded.Snapshot.RecordedAt)
            .Should().Be((4, second.Events[^1].Hash, Sample.Monday));
        loaded.Snapshot.State.ToArray().Should().Equal(2, 0, 255);
        loaded.Tail.Should().ContainSingle().Which.Seq.Should().Be(5);
    }

    [Fact]
    public async Task A_big_stream_is_read_in_order()
    {
        RecordedEvent? last = null;
        for (var n = 0; n < 4; n++)
        {
            var append = Sample.Append(Task1, last, $"key-{n}", count: 600);
            await Ledger.AppendAsync(append);
            last = append.Events[^1];
        }

        (await Ledger.ReadAsync(Task1, 0, default).Select(e => e.Seq).ToListAsync())
            .Should().Equal(Enumerable.Range(1, 2_400).Select(n => (long)n));
        (await Ledger.LoadAsync(Task1, default)).Tail.Should().HaveCount(2_400);
    }

    [Fact]
    public async Task A_malformed_append_is_refused()
    {
        var good = Sample.Append(Task1, null, "a");
        Append[] malformed =
        [
            good with { Events = [], DuesSet = [Sample.Due("d", 0)] },
            good with { ExpectedSeq = 1 },
            good with { Stream = "a\nb" },
            good with { CommandKey = "" },
            good with { Snapshot = new Snapshot(2, "", Sample.Monday, default) },
        ];

        foreach (var append in malformed)
            await Ledger.Awaiting(ledger => ledger.AppendAsync(append)).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Every_stream_is_listed_in_its_shard()
    {
        var names = Enumerable.Range(0, 40).Select(n => $"task/{n}").ToArray();
        await Task.WhenAll(names.Select(name => Ledger.AppendAsync(Sample.Append(name, null, "a"))));

        for (var shard = 0; shard < 4; shard++)
        {
            (await Ledger.ListStreamsAsync(shard, default).Distinct().ToListAsync())
                .Should().BeEquivalentTo(names.Where(name => Ledger.ShardOf(name) == shard));
        }
    }

    private static Snapshot Snapshot(RecordedEvent last, byte[] state) => new(last.Seq, last.Hash, Sample.Monday, state);

    private async Task<bool> TryAsync(Append append)
    {
        try
        {
            return await Ledger.AppendAsync(append) is AppendResult.Appended;
        }
        catch (LedgerConflictException)
        {
            return false;
        }
    }
}
