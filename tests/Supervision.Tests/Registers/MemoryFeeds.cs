using Supervision.Api.Registers;
using Supervision.Feeds;
using Supervision.Language;

namespace Supervision.Tests.Registers;

/// <summary>The feeds of a store in memory: what is appended is read, a read of nothing new waits for the next append.</summary>
internal sealed class MemoryFeeds : IFeedSource
{
    public const int Shards = 4;

    private readonly Lock _lock = new();
    private readonly List<FeedItem>[] _shards = [.. Enumerable.Range(0, Shards).Select(_ => new List<FeedItem>())];
    private readonly Dictionary<string, long> _versions = [];
    private TaskCompletionSource _appended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string StoreId { get; set; } = "store-1";

    /// <summary>Who records what is appended next.</summary>
    public AccountId Author { get; set; } = new("wang");

    /// <summary>When; null for a minute later with each entry of a shard.</summary>
    public DateTimeOffset? Now { get; set; }

    public IReadOnlyList<FeedPosition> Ends
    {
        get
        {
            lock (_lock)
                return [.. _shards.Select((items, shard) => new FeedPosition(shard, items.Count))];
        }
    }

    public FeedPosition Append(string stream, params IReadOnlyList<Fact> facts) =>
        AppendRaw(stream, [.. facts.Select(fact => (FactJson.KindOf(fact), FactJson.Write(fact)))]);

    public FeedPosition AppendRaw(string stream, params IReadOnlyList<(string Kind, byte[] Json)> facts)
    {
        TaskCompletionSource appended;
        FeedPosition position;
        lock (_lock)
        {
            var shard = (int)((uint)string.GetHashCode(stream, StringComparison.Ordinal) % Shards);
            var version = _versions.GetValueOrDefault(stream);
            var items = _shards[shard];
            items.Add(new FeedItem(items.Count + 1, stream, [.. facts.Select((fact, index) => new FeedFact(
                version + index + 1, fact.Kind, Now ?? Sample.Start.AddMinutes(items.Count), Author,
                Sample.Office, null, fact.Json))]));
            _versions[stream] = version + facts.Count;
            position = new FeedPosition(shard, items.Count);
            (appended, _appended) = (_appended, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        appended.SetResult();
        return position;
    }

    /// <summary>Forgets the newest entries of all shards, as an older copy of a store does.</summary>
    public void RollBack(int entries)
    {
        lock (_lock)
        {
            foreach (var items in _shards)
                items.RemoveRange(Math.Max(0, items.Count - entries), Math.Min(entries, items.Count));
        }
    }

    public Task<StoreView> DescribeAsync(CancellationToken cancellation) =>
        Task.FromResult(new StoreView(StoreId, "Demo", Shards));

    public async Task<FeedPage> ReadAsync(
        int shard, long after, int entriesMax, TimeSpan wait, CancellationToken cancellation)
    {
        while (true)
        {
            Task appended;
            lock (_lock)
            {
                FeedItem[] items = [.. _shards[shard].Skip((int)after).Take(entriesMax)];
                if (items.Length > 0 || after > _shards[shard].Count || wait == TimeSpan.Zero)
                    return new FeedPage(StoreId, items, _shards[shard].Count);
                appended = _appended.Task;
            }

            await appended.WaitAsync(cancellation);
        }
    }
}
