namespace Supervision.Bench;

/// <summary>How much of what the ledger alone can do is left with grain, rule and machine on top.</summary>
internal static class CommandsPart
{
    public const double RatioMin = 0.4;

    // Until then part of what is measured is code that has not been compiled to the end.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private static readonly int[] Concurrencies = [1, 64, 512];

    public static async Task<bool> RunAsync(BenchOptions options)
    {
        Report.Heading($"Commands: reports and reviews against the same bytes appended bare{(options.Whole ? ", clock, followers and dashboard running" : "")}");
        var floor = await Floor.RecordAsync();
        Report.Say($"A report and its review: {floor.EventsAPair} events, {floor.BytesAPair} bytes. " +
            $"{options.Rounds} rounds A B of {options.Seconds} s each side; ratios are the median over the rounds.\n");
        Report.Columns("ledger", "at once", "floor /s", "commands /s", "ratio", "range", "floor CPU µs", "command CPU µs", "floor kB", "command kB", "p50 ms", "p99 ms");

        var met = true;
        foreach (var kind in options.StoresOr("sqlite", "redis"))
        {
            await using var store = await OpenStore.OfAsync(kind);
            await using var office = await Office.OpenAsync(store.Ledger, options.Whole);
            var warm = await new BusyTask(office, "warm").UnderWayAsync();
            await Load.RunAsync(1, WarmUp, _ => warm.WorkAsync());
            foreach (var workers in Concurrencies)
            {
                var ratio = await CompareAsync(options, kind, office, floor, workers);
                if (workers == 64) met &= ratio >= RatioMin;
            }
        }

        return options.Whole || Report.Claim($"at 64 at once commands reach {RatioMin} of the floor", met);
    }

    private static async Task<double> CompareAsync(BenchOptions options, string kind, Office office, Floor floor, int workers)
    {
        var writers = await Task.WhenAll(Enumerable.Range(0, workers)
            .Select(n => floor.WriterAsync(office.Ledger, $"task/floor-{workers}-{n}")));
        var tasks = await Task.WhenAll(Enumerable.Range(0, workers)
            .Select(n => new BusyTask(office, $"busy-{workers}-{n}").UnderWayAsync()));
        var length = TimeSpan.FromSeconds(options.Seconds);
        var rounds = new List<(LoadResult Floor, LoadResult Real)>();
        for (var round = 0; round <= options.Rounds; round++)
        {
            var bare = await Load.RunAsync(workers, length, n => writers[n].WriteAsync());
            var real = await Load.RunAsync(workers, length, n => tasks[n].WorkAsync());
            if (round > 0) rounds.Add((bare, real)); // The first warms both up.
        }

        var ratios = rounds.Select(round => round.Real.PerSecond / round.Floor.PerSecond).ToArray();
        Report.Row(
            kind, Report.Number(workers),
            Report.Number(rounds.Select(round => round.Floor.PerSecond).Median()),
            Report.Number(rounds.Select(round => round.Real.PerSecond).Median()),
            Report.Number(ratios.Median(), "N2"), $"{Report.Number(ratios.Min(), "N2")}–{Report.Number(ratios.Max(), "N2")}",
            Report.Number(rounds.Select(round => round.Floor.CpuMicroseconds).Median()),
            Report.Number(rounds.Select(round => round.Real.CpuMicroseconds).Median()),
            Report.Number(rounds.Select(round => round.Floor.Kilobytes).Median()),
            Report.Number(rounds.Select(round => round.Real.Kilobytes).Median()),
            Report.Number(rounds.Select(round => round.Real.P50Ms).Median(), "N1"),
            Report.Number(rounds.Select(round => round.Real.P99Ms).Median(), "N1"));
        return ratios.Median();
    }
}
