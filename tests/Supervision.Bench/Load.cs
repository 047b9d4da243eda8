using System.Diagnostics;

namespace Supervision.Bench;

/// <summary>What a round came to.</summary>
/// <param name="CpuMicroseconds">Processor time of this process a step, all threads together.</param>
/// <param name="Kilobytes">Allocated a step.</param>
internal sealed record LoadResult(double PerSecond, double CpuMicroseconds, double Kilobytes, double P50Ms, double P99Ms);

/// <summary>Workers that each do one step after another for some time.</summary>
internal static class Load
{
    public static async Task<LoadResult> RunAsync(int workers, TimeSpan duration, Func<int, Task> step)
    {
        using var self = Process.GetCurrentProcess();
        var latencies = Enumerable.Range(0, workers).Select(_ => new List<long>()).ToArray();
        var (cpu, allocated, began) = (self.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => WorkAsync(worker, step, began, duration, latencies[worker])));

        var elapsed = Stopwatch.GetElapsedTime(began);
        self.Refresh();
        var spent = self.TotalProcessorTime - cpu;
        var bytes = GC.GetTotalAllocatedBytes() - allocated;
        var all = latencies.SelectMany(some => some).Select(ticks => ticks * 1e3 / Stopwatch.Frequency).ToArray();
        return new LoadResult(
            all.Length / elapsed.TotalSeconds, spent.TotalMicroseconds / Math.Max(1, all.Length),
            bytes / 1024.0 / Math.Max(1, all.Length), all.Median(), all.Quantile(0.99));
    }

    private static async Task WorkAsync(int worker, Func<int, Task> step, long began, TimeSpan duration, List<long> latencies)
    {
        await Task.Yield(); // Each worker begins on a thread of the pool, none on the one that starts them.
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            var at = Stopwatch.GetTimestamp();
            await step(worker);
            latencies.Add(Stopwatch.GetTimestamp() - at);
        }
    }
}
