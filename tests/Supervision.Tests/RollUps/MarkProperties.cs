using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Supervision.Agencies;
using Supervision.Api.Registers;
using Supervision.Calendars;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Plans;
using Supervision.RollUps;
using Supervision.Tasks;
using Supervision.Tests.Registers;

namespace Supervision.Tests.RollUps;

/// <summary>
/// Whatever happens, in whatever order two gateways hear of it and however often each tells: a stream has the marks that
/// one of them has seen it reach, each once and rising, and no others.
/// </summary>
public sealed class MarkProperties
{
    [Fact]
    public Task Each_mark_that_a_gateway_has_seen_is_recorded_once() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[20, 140], Gen.Int[0, 1_000_000]).SampleAsync(async (seed, steps, order) =>
        {
            var store = new Store(new CascadeHistory(seed, steps));
            using var one = new Reader(store);
            using var other = new Reader(store);
            await one.OpenAsync();
            await other.OpenAsync();
            var random = new Random(order);

            foreach (var (stream, from, count) in store.History.InAnyOrder(order))
            {
                store.Append(stream, store.History.Streams[stream].Skip(from).Take(count));
                await (random.Next(2) == 0 ? one : other).HearAsync(random);
                if (random.Next(3) == 0)
                    await (random.Next(2) == 0 ? one : other).TellAsync();
            }

            foreach (var reader in new[] { one, other, one, other })
            {
                await reader.HearAsync(random: null);
                await reader.TellAsync();
            }

            foreach (var stream in store.Streams.Keys)
            {
                store.Streams[stream].OfType<ProgressReached>().Select(mark => mark.Percent).Should().Equal(
                    Thresholds.Percents.Where(mark => mark <= store.Expected.GetValueOrDefault(stream)), stream);
            }
        }, iter: 40, threads: 1);

    /// <summary>The streams as they are recorded: the history, and among it the marks, which the rules of the domain decide on.</summary>
    private sealed class Store(CascadeHistory history) : IProgressNotes
    {
        public CascadeHistory History => history;

        public string[] Shards { get; } = [.. history.Streams.Keys];

        public Dictionary<string, List<Fact>> Streams { get; } = history.Streams.Keys.ToDictionary(stream => stream, _ => new List<Fact>());

        /// <summary>The highest mark that was rightly told of each stream.</summary>
        public Dictionary<string, int> Expected { get; } = [];

        public void Append(string stream, IEnumerable<Fact> facts) => Streams[stream].AddRange(facts);

        // Each command comes twice, as after an answer that was lost.
        public Task<Receipt> NoteAsync(string stream, int percent)
        {
            for (var times = 0; times < 2; times++)
                Append(stream, Decide(stream, percent).Should().BeOfType<Decision.Accepted>().Which.Facts);
            return Task.FromResult<Receipt>(new Receipt.Done(0, null));
        }

        public bool IsClosed(string stream) => stream.StartsWith("task/", StringComparison.Ordinal) && TaskOf(stream).IsClosed;

        private SupervisedTask TaskOf(string stream) => Streams[stream].Aggregate(SupervisedTask.Initial, (task, fact) => task.Evolve(fact));

        private Decision Decide(string stream, int percent)
        {
            var (gateway, key) = (Sample.Caller(Sample.Office, Role.Gateway), new CommandKey("k"));
            return stream.StartsWith("task/", StringComparison.Ordinal)
                ? TaskRules.Decide(TaskOf(stream), gateway, new NoteProgress(key, percent), new TaskContext(new TaskId(stream[5..]), Sample.Start, WorkingCalendar.Shipped, Organisation.Shipped))
                : PlanRules.Decide(CascadeHistory.PlanOf(Streams[stream]), gateway, new NotePlanProgress(key, percent), new PlanContext(new PlanId(stream[5..]), Sample.Start, WorkingCalendar.Shipped, Organisation.Shipped));
        }
    }

    /// <summary>The registers of one gateway, at positions of their own; every stream is a shard of its own, so that any order is possible.</summary>
    private sealed class Reader : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("marks-").FullName;
        private readonly Store _store;
        private readonly RegisterDatabase _database;
        private readonly RegisterWriter _writer;
        private readonly RegisterPositions _positions = new(TimeProvider.System);
        private readonly MarkRecorder _recorder;
        private readonly Dictionary<string, int> _read;

        public Reader(Store store)
        {
            _store = store;
            _read = store.Shards.ToDictionary(stream => stream, _ => 0);
            _database = new RegisterDatabase(new RegisterSettings(_folder));
            _writer = new RegisterWriter(_database, WorkingCalendar.Shipped, TimeProvider.System);
            _recorder = new MarkRecorder(_database, _positions, store, TimeProvider.System, NullLogger<MarkRecorder>.Instance);
        }

        public async Task OpenAsync() => _positions.Reset(await _writer.OpenAsync(new StoreView("store", "Demo", _store.Shards.Length), anew: false, default));

        /// <summary>Reads on in some of the streams, or to the end of all.</summary>
        public async Task HearAsync(Random? random)
        {
            foreach (var stream in _store.Shards.Where(stream => _store.Streams[stream].Count > _read[stream] && random?.Next(3) != 0))
            {
                var (from, shard) = (_read[stream], Array.IndexOf(_store.Shards, stream));
                var count = random is null ? _store.Streams[stream].Count - from : 1 + random.Next(_store.Streams[stream].Count - from);
                var facts = _store.Streams[stream].Skip(from).Take(count).Select((fact, i) => new DecodedFact(
                    from + i + 1, stream, new FeedFact(from + i + 1, FactJson.KindOf(fact), Sample.Start, new AccountId("wang"), Sample.Office, null, []), fact, true));
                await _writer.ApplyAsync(new DecodedPage(shard, from, from + count, from + count, [.. facts]), default);
                _read[stream] = from + count;
            }
        }

        /// <summary>Tells what it knows to have been reached, being at the end of all that it has heard of.</summary>
        public async Task TellAsync()
        {
            foreach (var (stream, shard) in _store.Shards.Select((stream, shard) => (stream, shard)))
                _positions.Note(shard, _read[stream], _read[stream]);

            var heard = new NaiveRollUp(_read.Where(read => read.Value > 0).ToDictionary(read => read.Key, read => _store.Streams[read.Key].Take(read.Value).ToList()));
            foreach (var stream in _read.Where(read => read.Value > 0 && !_store.IsClosed(read.Key)).Select(read => read.Key))
                _store.Expected[stream] = Math.Max(_store.Expected.GetValueOrDefault(stream), heard.MarkOf(stream));

            await _recorder.RecordAsync();
            await _recorder.RecordAsync();
        }

        public void Dispose()
        {
            _recorder.Dispose();
            _writer.Dispose();
            _database.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
