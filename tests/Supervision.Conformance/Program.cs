using System.Globalization;
using Supervision.Conformance;
using Supervision.Conformance.Evaluations;

// Writes evaluations and their results for a checker in another language. Format: docs/rules/evaluation-bundle.md.
if (args is ["evaluations", "generate", var target, var count, var seed]
    && int.TryParse(count, CultureInfo.InvariantCulture, out var cases) && ulong.TryParse(seed, CultureInfo.InvariantCulture, out var chosen))
{
    GeneratedCases.Write(target, cases, chosen);
    return 0;
}

// Plays every case of a folder and compares it with what the real engine did. Format: Cases/README.md.
if (args is not [var folder, ..] || args.Length > 2 || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: tests/run conformance DIR [OUT]   DIR holds NNN-name.json with NNN-name.expected.json beside each;");
    Console.Error.WriteLine("                                         what ours did is written to OUT as NNN-name.actual.json");
    Console.Error.WriteLine("       tests/run conformance evaluations generate DIR N SEED   writes N evaluations and their results to DIR");
    return 2;
}

var recorded = ConformanceCase.Load(folder);
if (recorded.Count == 0)
{
    Console.Error.WriteLine($"no cases in {folder}");
    return 2;
}

if (args is [_, var output]) Played.WriteAll(output, recorded);
return Report.Write(Console.Out, recorded, [.. recorded.Select(Verdict.Of)]) ? 0 : 1;
