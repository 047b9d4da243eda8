using Supervision.SystemTests.Faults;

namespace Supervision.Bench;

/// <summary>The whole way of a command: a signed-in program, REST over loopback, the real server with everything it runs beside.</summary>
internal static class RestPart
{
    public const int Connections = 64;
    public const double RatioMin = 0.15;
    public const double CpuMicrosecondsMax = 200;

    // A web server has much more to compile than an actor.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(40);

    public static async Task<bool> RunAsync(BenchOptions options)
    {
        Report.Heading($"REST: reports and reviews over {Connections} connections against the same bytes appended bare, SQLite");
        var floor = await Floor.RecordAsync();
        await using var store = await OpenStore.OfAsync("sqlite");
        var folder = OpenStore.NewFolder();
        try
        {
            await using var server = new ApiProcess(folder.FullName);
            await server.StartAsync(default);
            return await CompareAsync(options, floor, store, server);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> CompareAsync(BenchOptions options, Floor floor, OpenStore store, ApiProcess server)
    {
        var writers = await Task.WhenAll(Enumerable.Range(0, Connections).Select(n => floor.WriterAsync(store.Ledger, $"task/floor-{n}")));
        var people = Enumerable.Range(0, Connections).Select(n => new Sender(server, $"rest-{n}")).ToArray();
        await Task.WhenAll(people.Select(sender => sender.UnderWayAsync()));
        await Load.RunAsync(Connections, WarmUp, n => people[n].SendAsync());

        var length = TimeSpan.FromSeconds(options.Seconds);
        var rounds = new List<(LoadResult Floor, LoadResult Sent, double ServerCpu)>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var bare = await Load.RunAsync(Connections, length, n => writers[n].WriteAsync());
            var before = server.ProcessorTime;
            var sent = people.Sum(sender => sender.Sent);
            var rest = await Load.RunAsync(Connections, length, n => people[n].SendAsync());
            rounds.Add((bare, rest, (server.ProcessorTime - before).TotalMicroseconds / (people.Sum(sender => sender.Sent) - sent)));
        }

        var ratio = rounds.Select(round => round.Sent.PerSecond / round.Floor.PerSecond).Median();
        var cpu = rounds.Select(round => round.ServerCpu).Median();
        Report.Columns("floor /s", "REST /s", "ratio", "server CPU µs a command", "client CPU µs", "p50 ms", "p99 ms");
        Report.Row(
            Report.Number(rounds.Select(round => round.Floor.PerSecond).Median()),
            Report.Number(rounds.Select(round => round.Sent.PerSecond).Median()),
            Report.Number(ratio, "N2"), Report.Number(cpu),
            Report.Number(rounds.Select(round => round.Sent.CpuMicroseconds).Median()),
            Report.Number(rounds.Select(round => round.Sent.P50Ms).Median(), "N1"),
            Report.Number(rounds.Select(round => round.Sent.P99Ms).Median(), "N1"));
        return Report.Claim($"{RatioMin} of the floor, or {CpuMicrosecondsMax} µs of the server a command", ratio >= RatioMin || cpu <= CpuMicrosecondsMax);
    }

    private sealed class Sender(ApiProcess server, string task)
    {
        public int Sent { get; private set; }

        public Task UnderWayAsync() => server.DoAsync($"acknowledge {task}");

        public Task SendAsync() => server.DoAsync($"{(Sent % 2 == 0 ? "report" : "review")} {task} work-{++Sent:D6}");
    }
}
