using System.Diagnostics;
using Supervision.Evaluations;

namespace Supervision.Bench.Evaluations;

/// <summary>A whole evaluation, one event more, and a thousand weight samples.</summary>
internal static class EvaluationsPart
{
    private const int FullSecondsMax = 5;
    private const int OneMillisecondsMax = 50;
    private const int SamplesSecondsMax = 5;
    private const int Changes = 20;

    // The first one also compiles; the median of three does not.
    private const int Rounds = 3;

    // Ten times the work may take so many times as long: ten, and some for memory.
    private const double GrowthMax = 15;

    public static Task<bool> RunAsync(BenchOptions options)
    {
        Report.Heading("Evaluations: from facts to the bytes of the result");
        Report.Columns("agencies", "indicators", "tasks", "measurements", "references", "result bytes", "full ms", "of it processor ms", "one change ms (median)", "of it processor ms", "one change ms (worst)", "MB allocated");
        _ = Measure(EvaluatedCity.Of(20, 50, 1_000)); // Warm.
        var city = Measure(EvaluatedCity.Of(50, 100, 10_000));
        var tenfold = Measure(EvaluatedCity.Of(500, 100, 100_000, groups: 20));

        var samples = Samples(EvaluatedCity.Of(100, 60, 1_000, groups: 1));
        Report.Say($"\n1,000 weight samples over 100 agencies and 60 indicators: {Report.Number(samples)} ms");
        return Task.FromResult(
            Report.Claim($"50 agencies × 100 indicators × 10,000 tasks in {FullSecondsMax} s", city.Full <= FullSecondsMax * 1000)
            & Report.Claim($"one event more within {OneMillisecondsMax} ms, byte for byte the whole", city.One <= OneMillisecondsMax && city.Same)
            & Report.Claim(
                $"ten times the agencies and tasks within {GrowthMax} times the time and memory",
                tenfold.Full <= GrowthMax * city.Full && tenfold.Allocated <= GrowthMax * city.Allocated && tenfold.Same)
            & Report.Claim($"1,000 weight samples over 100 agencies within {SamplesSecondsMax} s", samples <= SamplesSecondsMax * 1000));
    }

    private static (double Full, double One, double Allocated, bool Same) Measure(EvaluationBundle bundle)
    {
        var (evaluation, bytes) = (Evaluation.Of(bundle).Evaluation!, Array.Empty<byte>());
        var (elapsed, allocated, used) = (new List<double>(), GC.GetTotalAllocatedBytes(precise: true), Used());
        for (var round = 0; round < Rounds; round++)
        {
            var from = Stopwatch.GetTimestamp();
            evaluation = Evaluation.Of(bundle).Evaluation!;
            bytes = evaluation.Result.Write();
            elapsed.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        var (full, fullUsed) = (elapsed.Median(), (Used() - used) / Rounds);
        var megabytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6 / Rounds;

        var changes = new List<double>();
        used = TimeSpan.Zero;
        for (var turn = 0; turn < Changes; turn++)
        {
            var change = EvaluatedCity.OneMore(evaluation.Bundle, turn);
            var usedBefore = Used();
            var began = Stopwatch.GetTimestamp();
            evaluation = evaluation.With(change).Evaluation!;
            bytes = evaluation.Result.Write();
            changes.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            used += Used() - usedBefore;
        }

        var same = Evaluation.Of(evaluation.Bundle).Evaluation!.Result.Write().AsSpan().SequenceEqual(bytes);
        Report.Row(
            Report.Number(bundle.Scheme.Groups.Sum(group => group.Agencies.Count)), Report.Number(bundle.Scheme.Indicators.Count),
            Report.Number(bundle.CutOff.Positions[0].Position), Report.Number(bundle.Measurements.Count),
            Report.Number(bundle.Measurements.Sum(measurement => measurement.References.Count)), Report.Number(bytes.Length),
            Report.Number(full), Report.Number(fullUsed.TotalMilliseconds), Report.Number(changes.Median(), "N1"),
            Report.Number(used.TotalMilliseconds / Changes, "N1"), Report.Number(changes.Max(), "N1"), Report.Number(megabytes));
        return (full, changes.Median(), megabytes, same);
    }

    // What the machine does beside is not counted here; the collector's own threads are.
    private static TimeSpan Used() => Process.GetCurrentProcess().TotalProcessorTime;

    private static double Samples(EvaluationBundle bundle)
    {
        var evaluation = Evaluation.Of(bundle).Evaluation!;
        var began = Stopwatch.GetTimestamp();
        var used = Used();
        WeightSamples.Draw(evaluation, new("group-0"), 1_000, 30, seed: 1);
        Report.Say($"\nWeight samples used {Report.Number((Used() - used).TotalMilliseconds)} ms of the processor.");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
