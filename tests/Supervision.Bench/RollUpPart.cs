using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Supervision.Api.Live;
using Supervision.Api.Registers;
using Supervision.Calendars;
using Supervision.Registers;

namespace Supervision.Bench;

/// <summary>How soon a report on one of 10,000 sub-tasks is seen at the root, and how fast the tree's holes are listed.</summary>
internal static class RollUpPart
{
    private const double ChangesASecond = 200;
    private const int BusyTasks = 400;
    private const int Queries = 30;

    private static readonly TimeSpan VisibleMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CoverageMax = TimeSpan.FromMilliseconds(300);

    public static async Task<bool> RunAsync(BenchOptions options)
    {
        Report.Heading($"Roll-up: a plan of {CascadeStore.Counties} counties and {CascadeStore.Counties * CascadeStore.TasksACounty} sub-tasks");
        Report.Columns("ledger", "rows made in s", "changes /s", "seen at the root p50 ms", "p99 ms", "worst ms", "coverage median ms", "worst ms", "holes");
        var met = true;
        foreach (var kind in options.StoresOr("sqlite"))
        {
            await using var store = await OpenStore.OfAsync(kind);
            await using var office = await Office.OpenAsync(store.Ledger);
            met &= await MeasureAsync(kind, office, TimeSpan.FromSeconds(Math.Max(10, options.Seconds * options.Rounds)));
        }

        return met;
    }

    private static async Task<bool> MeasureAsync(string kind, Office office, TimeSpan length)
    {
        var busy = Enumerable.Range(0, BusyTasks).Select(n => CascadeStore.Leaf(1 + (n % CascadeStore.Counties), 1 + (n / CascadeStore.Counties))).ToArray();
        await new CascadeStore(office.Ledger).WriteAsync(busy.ToHashSet());
        var tasks = await Task.WhenAll(busy.Select(task => new BusyTask(office, task.Value).UnderWayAsync()));

        var folder = OpenStore.NewFolder();
        using var register = new FollowingRegister(office, folder.FullName);
        var made = await register.CatchUpAsync();
        var latencies = await ChangeAsync(register, tasks, length);
        var (times, holes) = await CoverAsync(register.Register);
        await register.StopAsync();
        folder.Delete(recursive: true);

        Report.Row(
            kind, Report.Number(made.TotalSeconds, "N1"), Report.Number(latencies.Length / length.TotalSeconds), Report.Number(latencies.Median(), "N1"),
            Report.Number(latencies.Quantile(0.99), "N1"), Report.Number(latencies.Max(), "N1"), Report.Number(times.Median(), "N1"),
            Report.Number(times.Max(), "N1"), Report.Number(holes));
        return Report.Claim($"a change is seen at the root within {VisibleMax.TotalSeconds} s p99", latencies.Quantile(0.99) <= VisibleMax.TotalMilliseconds)
            & Report.Claim($"coverage of the tree within {CoverageMax.TotalMilliseconds} ms", times.Max() <= CoverageMax.TotalMilliseconds);
    }

    // A change begins every five milliseconds, whether or not those before it are seen.
    private static async Task<double[]> ChangeAsync(FollowingRegister register, BusyTask[] tasks, TimeSpan length)
    {
        var (idle, latencies, running) = (new ConcurrentQueue<BusyTask>(tasks), new ConcurrentBag<double>(), new List<Task>());
        var began = Stopwatch.GetTimestamp();
        for (var n = 0; Stopwatch.GetElapsedTime(began) < length; n++)
        {
            var wait = TimeSpan.FromSeconds(n / ChangesASecond) - Stopwatch.GetElapsedTime(began);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait);
            if (!idle.TryDequeue(out var task))
                throw new InvalidOperationException("All tasks are busy: the changes are not keeping up.");
            running.Add(ChangeOneAsync(task));
        }

        await Task.WhenAll(running);
        return [.. latencies];

        async Task ChangeOneAsync(BusyTask task)
        {
            await Task.Yield();
            var at = Stopwatch.GetTimestamp();
            var position = await task.WorkSeenAsync();
            var tree = await register.Register.ProgressAsync(Office.Clerk, CascadeStore.City, new ProgressQuery(0), position);
            if (tree is not { Stand.Stale: false })
                throw new InvalidOperationException("The root has not heard of a change in two seconds.");
            latencies.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            idle.Enqueue(task);
        }
    }

    private static async Task<(double[] Times, long Holes)> CoverAsync(TaskRegister register)
    {
        var (times, holes) = (new double[Queries], 0L);
        await register.CoverageAsync(Office.Clerk, CascadeStore.City, new CoverageQuery());
        for (var n = 0; n < Queries; n++)
        {
            var at = Stopwatch.GetTimestamp();
            holes = (await register.CoverageAsync(Office.Clerk, CascadeStore.City, new CoverageQuery()))!.Total;
            times[n] = Stopwatch.GetElapsedTime(at).TotalMilliseconds;
        }

        return (times, holes);
    }

    /// <summary>The registers of a gateway beside the silo, following its feeds through their actors.</summary>
    private sealed class FollowingRegister : IDisposable
    {
        private readonly RegisterDatabase _database;
        private readonly RegisterWriter _writer;
        private readonly RegisterFollower _follower;
        private readonly RegisterPositions _positions = new(TimeProvider.System);

        public FollowingRegister(Office office, string folder)
        {
            var settings = new RegisterSettings(folder);
            _database = new RegisterDatabase(settings);
            _writer = new RegisterWriter(_database, WorkingCalendar.Shipped, office.Clock);
            Register = new TaskRegister(_database, _positions, settings, office.Clock);
            _follower = new RegisterFollower(
                new GrainFeedSource(office.Grains, office.Gateway), _writer, _positions, new LiveBoard(), settings, TimeProvider.System,
                NullLogger<RegisterFollower>.Instance);
        }

        public TaskRegister Register { get; }

        public async Task<TimeSpan> CatchUpAsync()
        {
            var at = Stopwatch.GetTimestamp();
            await _follower.StartAsync(default);
            while (_positions.Behind is not 0)
                await Task.Delay(20);
            return Stopwatch.GetElapsedTime(at);
        }

        public Task StopAsync() => _follower.StopAsync(default);

        public void Dispose()
        {
            _follower.Dispose();
            _writer.Dispose();
            _database.Dispose();
        }
    }
}
