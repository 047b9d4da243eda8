using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Bench.Workflows;

/// <summary>The machine alone: lives of Elsa's approval example a second of processor time, and growth with size.</summary>
internal static class WorkflowsPart
{
    public const int PlainMin = 20_000;
    public const int ScriptedMin = 5_000;
    public const int StateBytesMax = 2_048;

    /// <summary>Twice the size may cost this much.</summary>
    public const double GrowthMax = 2.6;

    private static readonly StepContext Context = new(
        new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), new NoCalendar(), new Dictionary<string, DateOnly>(), "bench");

    public static Task<bool> RunAsync(BenchOptions options)
    {
        var met = Lives(options);
        met &= Growth(options);
        return Task.FromResult(met);
    }

    private static bool Lives(BenchOptions options)
    {
        Report.Heading("Workflows: lives of the approval example, three bursts each, by processor time");
        Report.Columns("JavaScript", "state between bursts", "instances /s", "CPU µs an instance", "allocated kB", "state bytes");
        var met = true;
        foreach (var (scripted, saved) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            var lives = ApprovalLives.Of(scripted, saved);
            Work(lives.Live, TimeSpan.FromSeconds(3)); // until the hot code is compiled for good
            var rounds = Enumerable.Range(0, options.Rounds).Select(_ => Work(lives.Live, TimeSpan.FromSeconds(options.Seconds))).ToArray();
            var micros = rounds.Select(round => round.Micros).Median();
            var perSecond = 1_000_000 / micros;
            Report.Row(
                scripted ? "yes" : "no", saved ? "saved and loaded" : "kept", Report.Number(perSecond), Report.Number(micros, "N1"),
                Report.Number(rounds.Select(round => round.Kilobytes).Median(), "N1"), lives.StateBytes == 0 ? "" : Report.Number(lives.StateBytes));
            met &= lives.StateBytes <= StateBytesMax;
            if (!scripted && !saved) met &= perSecond >= PlainMin;
            if (scripted && saved) met &= perSecond >= ScriptedMin;
        }

        return Report.Claim($"{PlainMin:N0} a second without scripts and state kept, {ScriptedMin:N0} with scripts, saved and loaded, state at most {StateBytesMax} bytes", met);
    }

    private static bool Growth(BenchOptions options)
    {
        Report.Heading("Workflows: what twice the size costs");
        Report.Columns("what", "size", "CPU µs", "twice the size", "CPU µs", "ratio");
        var met = Row(options, "activities in a row", 500, size => Once(GrowingWorkflow.Chain(size)));
        met &= Row(options, "turns of a loop", 5_000, size => Once(GrowingWorkflow.Loop(size)));
        met &= Row(options, "branches that wait", 500, size => Once(GrowingWorkflow.Branches(size)));
        met &= Row(options, "containers deep", 14, size => Once(GrowingWorkflow.Nest(size)));
        return Report.Claim($"twice the size costs at most {GrowthMax} times", met);
    }

    private static bool Row(BenchOptions options, string what, int size, Func<int, Action> work)
    {
        var (small, large) = (work(size), work(2 * size));
        var span = TimeSpan.FromSeconds(Math.Max(0.2, options.Seconds / 4));
        Work(large, span);
        var pairs = Enumerable.Range(0, options.Rounds).Select(_ => (Small: Work(small, span).Micros, Large: Work(large, span).Micros)).ToArray();
        var ratio = pairs.Select(pair => pair.Large / pair.Small).Median();
        Report.Row(
            what, Report.Number(size), Report.Number(pairs.Select(pair => pair.Small).Median(), "N1"), Report.Number(2 * size),
            Report.Number(pairs.Select(pair => pair.Large).Median(), "N1"), Report.Number(ratio, "N2"));
        return ratio <= GrowthMax;
    }

    // Started, and where it waits saved, loaded and answered.
    private static Action Once(WorkflowDefinition definition) => () =>
    {
        var state = Machine.Start(definition, "i", [], Context).State;
        if (state.Status == InstanceStatus.Running)
            state = Machine.Tell(definition, InstanceStateJson.Read(InstanceStateJson.Write(state)), "i", "go", (JsonNode?)null, Context).State;
        if (state.Status != InstanceStatus.Finished) throw new InvalidOperationException($"An instance ended {state.Status}.");
    };

    private static (double Micros, double Kilobytes) Work(Action work, TimeSpan span)
    {
        var (began, allocated, count) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread(), 0);
        while (Environment.CpuUsage.TotalTime - began < span)
        {
            for (var i = 0; i < 10; i++) work();
            count += 10;
        }

        return ((Environment.CpuUsage.TotalTime - began).TotalMicroseconds / count, (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024d / count);
    }
}
