namespace Supervision.Conformance;

/// <summary>The table by feature, what differs and why, and the counts.</summary>
internal static class Report
{
    /// <returns>True when no case failed.</returns>
    public static bool Write(TextWriter output, IReadOnlyList<ConformanceCase> cases, IReadOnlyList<Verdict> verdicts)
    {
        WriteFeatures(output, cases, verdicts);
        WriteGroup(output, "Differ from the engine on purpose (not counted as passed):", verdicts.Where(verdict => verdict is { Level: < 2, Deviation: not null }));
        WriteGroup(output, "Mean the same in another order (level 1):", verdicts.Where(verdict => verdict is { Level: 1, Deviation: null }));
        var failed = verdicts.Where(verdict => verdict.Failed).ToArray();
        foreach (var verdict in failed)
        {
            output.WriteLine($"FAILED {verdict.Id}");
            foreach (var difference in verdict.Differences) output.WriteLine($"  {difference}");
        }

        var passed = verdicts.Count(verdict => verdict is { Level: 2 } or { Level: 1, Deviation: null });
        var level2 = verdicts.Count(verdict => verdict.Level == 2);
        output.WriteLine($"{verdicts.Count} cases: {level2} at level 2, {passed - level2} at level 1, {verdicts.Count - passed - failed.Length} differ on purpose");
        output.WriteLine($"{passed} passed, {failed.Length} failed");
        return failed.Length == 0;
    }

    private static void WriteFeatures(TextWriter output, IReadOnlyList<ConformanceCase> cases, IReadOnlyList<Verdict> verdicts)
    {
        var rows = cases.Zip(verdicts).SelectMany(pair => pair.First.Features.Select(feature => (Feature: feature, pair.Second)))
            .GroupBy(row => row.Feature, row => row.Second, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        output.WriteLine($"{"feature",-32} {"cases",6} {"level 2",8} {"level 1",8} {"differ",7} {"failed",7}");
        foreach (var row in rows)
        {
            var differ = row.Count(verdict => verdict is { Level: < 2, Deviation: not null });
            output.WriteLine($"{row.Key,-32} {row.Count(),6} {row.Count(verdict => verdict.Level == 2),8} {row.Count(verdict => verdict is { Level: 1, Deviation: null }),8} {differ,7} {row.Count(verdict => verdict.Failed),7}");
        }

        output.WriteLine();
    }

    private static void WriteGroup(TextWriter output, string title, IEnumerable<Verdict> verdicts)
    {
        var listed = verdicts.ToArray();
        if (listed.Length == 0) return;
        output.WriteLine(title);
        foreach (var verdict in listed) output.WriteLine($"  {verdict.Id}{(verdict.Deviation is { } why ? $": {why}" : "")}");
        output.WriteLine();
    }
}
