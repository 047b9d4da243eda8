using Microsoft.Extensions.Logging.Abstractions;
using Supervision.Api.Live;
using Supervision.Api.Registers;
using Supervision.Api.Security;
using Supervision.Calendars;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Tests.Actors;

namespace Supervision.Tests.RollUps;

/// <summary>One gateway of a city: registers of its own that follow the city's feeds, and tell its actors of marks when the test says so.</summary>
internal sealed class CityGateway : IAsyncDisposable
{
    private readonly City _city;
    private readonly string _folder = Directory.CreateTempSubdirectory("gateway-").FullName;
    private readonly RegisterDatabase _database;
    private readonly RegisterWriter _writer;
    private readonly RegisterPositions _positions = new(TimeProvider.System);
    private readonly RegisterFollower _follower;
    private readonly MarkRecorder _recorder;

    private CityGateway(City city)
    {
        _city = city;
        var settings = new RegisterSettings(_folder);
        var callers = new Callers(city.Seal, city.Time);
        _database = new RegisterDatabase(settings);
        _writer = new RegisterWriter(_database, WorkingCalendar.Shipped, city.Time);
        _follower = new RegisterFollower(
            new FeedsOfCity(city, callers), _writer, _positions, new LiveBoard(), settings, TimeProvider.System, NullLogger<RegisterFollower>.Instance);
        _recorder = new MarkRecorder(_database, _positions, new GrainProgressNotes(city.Grains, callers), TimeProvider.System, NullLogger<MarkRecorder>.Instance);
    }

    public static async Task<CityGateway> OpenAsync(City city)
    {
        var gateway = new CityGateway(city);
        await gateway._follower.StartAsync(default);
        await gateway.CatchUpAsync();
        return gateway;
    }

    public async Task CatchUpAsync()
    {
        for (var shard = 0; shard < _city.Ledger.Store.Shards; shard++)
            (await _positions.WaitAsync(new FeedPosition(shard, await _city.Ledger.FeedEndAsync(shard)), TimeSpan.FromMinutes(1), default)).Should().BeTrue();
    }

    /// <summary>Tells the actors of every mark that is to be told. Returns how many those were.</summary>
    public Task<int> RecordAsync() => _recorder.RecordAsync();

    public async ValueTask DisposeAsync()
    {
        await _follower.StopAsync(default);
        _follower.Dispose();
        _recorder.Dispose();
        _writer.Dispose();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // The office that describes a store has files of its own, which a city in memory has not.
    private sealed class FeedsOfCity(City city, Callers callers) : IFeedSource
    {
        private readonly GrainFeedSource _feeds = new(city.Grains, callers);

        public Task<StoreView> DescribeAsync(CancellationToken cancellation) =>
            Task.FromResult(new StoreView(city.Ledger.Store.Id, "Demo", city.Ledger.Store.Shards));

        public Task<FeedPage> ReadAsync(int shard, long after, int entriesMax, TimeSpan wait, CancellationToken cancellation) =>
            _feeds.ReadAsync(shard, after, entriesMax, wait, cancellation);
    }
}
