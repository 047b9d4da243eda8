using CsCheck;
using Supervision.Api.Registers;
using Supervision.Calendars;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.RollUps;
using Supervision.Tasks;
using Supervision.Tests.Registers;

namespace Supervision.Tests.RollUps;

/// <summary>Whatever happens in whatever order it is heard of, the roll-up says what all facts together say.</summary>
public sealed class RollUpProperties
{
    private static readonly int[] Days = [-400, -40, 0, 3, 30, 400];

    [Fact]
    public Task The_rolled_up_progress_is_exactly_that_of_all_facts_together() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 120], Gen.Int[0, 1_000_000]).SampleAsync(async (seed, steps, order) =>
        {
            var history = new CascadeHistory(seed, steps);
            var naive = new NaiveRollUp(history.Streams);
            using var folder = new OneRegister();

            await folder.ApplyAsync(history, order);

            foreach (var node in history.Nodes)
            {
                var (exact, told) = (naive.Of(node), folder.Rows.Find(node)!.Progress);
                told.Should().Be(exact is { } value ? new Ratio(value.Over, value.Under) : null, node);
                foreach (var day in Days.Select(Sample.Today.AddDays))
                {
                    var tree = await folder.ProgressAsync(node, day);
                    tree.Lights.Should().BeEquivalentTo(naive.LightsOf(node, day), "{0} on {1}", node, day);
                    tree.Permille.Should().Be(told?.Rounded());
                }
            }
        }, iter: 60, threads: 1);

    /// <summary>One file of registers, fed by hand: every stream is a shard of its own, so that any order is possible.</summary>
    private sealed class OneRegister : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("roll-up-").FullName;
        private readonly RegisterDatabase _database;
        private readonly RegisterWriter _writer;
        private readonly TaskRegister _register;

        public OneRegister()
        {
            var settings = new RegisterSettings(_folder);
            _database = new RegisterDatabase(settings);
            _writer = new RegisterWriter(_database, WorkingCalendar.Shipped, TimeProvider.System);
            _register = new TaskRegister(_database, new RegisterPositions(TimeProvider.System), settings, TimeProvider.System);
            Rows = new RollUpRows(new Statements(_database.Writer));
        }

        public RollUpRows Rows { get; }

        public async Task ApplyAsync(CascadeHistory history, int seed)
        {
            string[] shards = [.. history.Streams.Keys];
            await _writer.OpenAsync(new StoreView("store", "Demo", shards.Length), anew: false, default);
            foreach (var (stream, from, count) in history.InAnyOrder(seed))
            {
                var facts = history.Streams[stream].Skip(from).Take(count).Select((fact, i) => new DecodedFact(
                    from + i + 1, stream, new FeedFact(from + i + 1, FactJson.KindOf(fact), Sample.Start, new AccountId("wang"), Sample.Office, null, []), fact, true));
                await _writer.ApplyAsync(new DecodedPage(Array.IndexOf(shards, stream), from, from + count, from + count, [.. facts]), default);
            }
        }

        public async Task<ProgressNode> ProgressAsync(string node, DateOnly day)
        {
            var query = new ProgressQuery(0, day);
            var tree = node.StartsWith("plan/", StringComparison.Ordinal)
                ? await _register.ProgressAsync(Sample.Clerk, new PlanId(node[5..]), query)
                : await _register.ProgressAsync(Sample.Clerk, new TaskId(node[5..]), query);
            return tree!.Root;
        }

        public void Dispose()
        {
            _writer.Dispose();
            _database.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
