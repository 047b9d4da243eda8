using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

/// <summary>What somebody with access to the store, and not to the key, can do; and that each deed is called by its name.</summary>
public abstract class TamperContract : IAsyncLifetime
{
    private static readonly string Victim = "task/victim";

    private readonly SealKey _key = SealKey.New();
    private ILedger? _ledger;
    private Anchor? _anchor;
    private RecordedEvent[] _events = [];

    private ILedger Ledger => _ledger!;

    private int Shard => Ledger.ShardOf(Victim);

    private protected abstract IIntruder Intruder { get; }

    // Ten events in five appends, neighbours in every shard; a seal in the middle, one at the end, and one append after it.
    public async ValueTask InitializeAsync()
    {
        _ledger = await MakeAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Ledger.AppendAsync(Sample.Append($"task/{n}", null, "a", count: 2))));

        _events = Sample.Events(null, 10);
        for (var n = 0; n < 10; n += 2)
        {
            await Ledger.AppendAsync(Sample.Of(Victim, n, $"key-{n}", _events[n], _events[n + 1]));
            if (n == 4) await Sealer.SealAsync(Ledger, _key, Sample.Monday);
        }

        _anchor = Sealer.AnchorOf(await Sealer.SealAsync(Ledger, _key, Sample.Monday.AddDays(1)));
        await Ledger.AppendAsync(Sample.Append("task/unsealed", null, "a"));
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<ILedger> MakeAsync();

    private protected virtual Task CleanAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_honest_ledger_has_no_findings()
    {
        var report = await LedgerVerifier.VerifyAsync(Ledger, _key, _anchor);

        report.Findings.Should().BeEmpty();
        (report.Events, report.Streams, report.Seals, report.Unsealed, report.SealedAt)
            .Should().Be((91, 42, 2, 1, Sample.Monday.AddDays(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10)]
    public async Task A_changed_byte_is_found_where_it_is(int seq)
    {
        var body = _events[seq - 1].Body.ToArray();
        body[^4] ^= 1;
        await Intruder.ReplaceAsync(Victim, seq, _events[seq - 1] with { Body = body });

        await FindsAsync(FindingKind.EventChanged, seq, $"Event {seq} of {Victim} was changed*", $"“{Victim}”第 {seq} 条记录的内容与其摘要不符*");
    }

    [Fact]
    public async Task A_changed_hash_is_found_where_it_is()
    {
        await Intruder.ReplaceAsync(Victim, 5, _events[4] with { Hash = _events[5].Hash });

        await FindsAsync(FindingKind.EventChanged, 5, "Event 5*", "*第 5 条*");
    }

    [Fact]
    public async Task An_event_that_is_no_json_is_changed()
    {
        await Intruder.ReplaceAsync(Victim, 6, _events[5] with { Body = "nothing"u8.ToArray() });

        await FindsAsync(FindingKind.EventChanged, 6, "Event 6*", "*第 6 条*");
    }

    [Fact]
    public async Task An_event_copied_over_another_is_a_change()
    {
        await Intruder.ReplaceAsync(Victim, 6, _events[4]);

        await FindsAsync(FindingKind.EventChanged, 6, "Event 6*", "*第 6 条*");
    }

    [Fact]
    public async Task A_missing_event_is_found()
    {
        await Intruder.RemoveAsync(Victim, 4, 1);

        await FindsAsync(FindingKind.EventMissing, 4, $"Events 4 to 4 of {Victim} are missing*", "*缺少第 4 至第 4 条*");
    }

    [Fact]
    public async Task Missing_events_are_one_finding()
    {
        await Intruder.RemoveAsync(Victim, 1, 3);

        await FindsAsync(FindingKind.EventMissing, 1, "Events 1 to 3*", "*第 1 至第 3 条*");
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(2, 9)]
    public async Task Swapped_events_are_found(int one, int other)
    {
        await Intruder.ReplaceAsync(Victim, one, _events[other - 1]);
        await Intruder.ReplaceAsync(Victim, other, _events[one - 1]);

        await FindsAsync(FindingKind.EventsSwapped, one, $"Events {one} and {other} of {Victim}*", $"*第 {one} 条与第 {other} 条记录被互换*");
    }

    [Theory]
    [InlineData(7)] // in the middle of nothing: an append is two events
    [InlineData(9)]
    public async Task A_cut_tail_is_found(int from)
    {
        await Intruder.RemoveAsync(Victim, from, 10 - from + 1);

        await FindsAsync(FindingKind.TailCut, from - 1, $"{Victim} ends at event {from - 1}, its feed tells of 10*", $"*只剩到第 {from - 1} 条*");
    }

    [Fact]
    public async Task A_deleted_stream_is_found()
    {
        await Intruder.DeleteStreamAsync(Victim);

        await FindsAsync(FindingKind.StreamDeleted, null, $"{Victim} was deleted whole*", "*整个被删*");
    }

    [Fact]
    public async Task A_chain_computed_again_is_found_by_the_feed()
    {
        await RechainAsync(from: 5);

        await FindsAsync(FindingKind.Rechained, 5, $"{Victim} was re-chained from event 5 on*", "*自第 5 条起被改写*");
    }

    [Fact]
    public async Task One_event_computed_again_is_found_by_the_next()
    {
        var other = Sample.Events(_events[3], 1, text: "退回")[0];
        await Intruder.ReplaceAsync(Victim, 5, other);

        await FindsAsync(FindingKind.Rechained, 5, "*re-chained from event 5 on*", "*自第 5 条起被改写*");
    }

    [Fact]
    public async Task A_chain_and_a_feed_computed_again_are_found_by_the_seal()
    {
        var rewritten = await RechainAsync(from: 7);
        foreach (var entry in (await Ledger.ReadFeedAsync(Shard, 0, 1_000)).Where(entry => entry.Stream == Victim && entry.ToSeq > 6))
            await Intruder.ReplaceAsync(entry with { Hash = rewritten[entry.ToSeq - 7].Hash });

        await FindsAsync(FindingKind.Rechained, null, $"The feed of shard {Shard} from * is not what seal 2 saw*", "*与第 2 号封存不符*", stream: null);
    }

    [Fact]
    public async Task An_old_copy_is_found_by_the_anchor()
    {
        await Intruder.RemoveNewestSealAsync();

        await FindsAsync(FindingKind.RolledBack, null, "The newest seal in the store is 1, outside it 2 is remembered*", "*旧副本*", stream: null);
    }

    [Fact]
    public async Task A_hole_in_the_feed_is_found()
    {
        await Intruder.RemoveEntryAsync(Shard, 3);

        await FindsAsync(FindingKind.FeedDamaged, null, $"Entry 3 of the feed of shard {Shard}*", "*流水第 3 条*", stream: null);
    }

    [Fact]
    public async Task A_changed_entry_of_the_feed_is_found()
    {
        var entry = (await Ledger.ReadFeedAsync(Shard, 0, 1_000)).First(entry => entry.Stream == Victim);
        await Intruder.ReplaceAsync(entry with { Hash = _events[7].Hash });

        var report = await LedgerVerifier.VerifyAsync(Ledger, _key, _anchor);
        report.Findings.Select(finding => finding.Kind).Should().Contain(FindingKind.FeedDamaged)
            .And.NotContain(FindingKind.EventChanged);
    }

    [Fact]
    public async Task A_tail_cut_together_with_its_feed_is_found_by_the_seal()
    {
        var end = await Ledger.FeedEndAsync(Shard);
        await Intruder.RemoveAsync(Victim, 9, 2);
        for (var position = end; position > 0; position--)
        {
            var entry = (await Ledger.ReadFeedAsync(Shard, position - 1, 1))[0];
            await Intruder.RemoveEntryAsync(Shard, position);
            if (entry.Stream == Victim) break;
        }

        var report = await LedgerVerifier.VerifyAsync(Ledger, _key, _anchor);
        report.Findings.Should().Contain(finding => finding.Kind == FindingKind.TailCut && finding.English.Contains("together with its feed"));
    }

    [Fact]
    public async Task A_forged_seal_is_found()
    {
        var seals = await Ledger.ListSealsAsync();
        var forged = SealKey.New().Sign(Seal.Read(seals[1])! with { SealedAt = Sample.Monday.AddDays(2) });
        await Intruder.ReplaceAsync(forged.ToStored());

        await FindsAsync(FindingKind.SealForged, null, "Seal 2 was not signed*", "*不是用本库的密钥签的*", stream: null);
    }

    [Fact]
    public async Task A_damaged_seal_is_found()
    {
        await Intruder.ReplaceAsync(new StoredSeal(1, "{}"u8.ToArray()));

        await FindsAsync(FindingKind.SealDamaged, null, "Seal 1 is missing or cannot be read*", "第 1 号封存*", stream: null);
    }

    private async Task<RecordedEvent[]> RechainAsync(int from)
    {
        var rewritten = Sample.Events(from == 1 ? null : _events[from - 2], 10 - from + 1, text: "退回");
        foreach (var recorded in rewritten) await Intruder.ReplaceAsync(Victim, recorded.Seq, recorded);
        return rewritten;
    }

    private async Task FindsAsync(FindingKind kind, long? seq, string english, string chinese, string? stream = "task/victim")
    {
        var report = await LedgerVerifier.VerifyAsync(Ledger, _key, _anchor);

        var finding = report.Findings.Should().ContainSingle().Subject;
        (finding.Kind, finding.Stream, finding.Seq).Should().Be((kind, stream, seq));
        finding.English.Should().Match(english);
        finding.Chinese.Should().Match(chinese);
    }
}

/// <summary>Writes past the ledger, straight into its store.</summary>
internal interface IIntruder
{
    Task ReplaceAsync(string stream, long place, RecordedEvent recorded);

    Task RemoveAsync(string stream, long first, int count);

    Task DeleteStreamAsync(string stream);

    Task ReplaceAsync(FeedEntry entry);

    Task RemoveEntryAsync(int shard, long position);

    Task ReplaceAsync(StoredSeal seal);

    Task RemoveNewestSealAsync();
}
