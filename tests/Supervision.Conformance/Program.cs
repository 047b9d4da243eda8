using Supervision.Conformance;

// Plays every case of a folder and compares it with what the real engine did. Format: Cases/README.md.
if (args is not [var folder, ..] || args.Length > 2 || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: tests/run conformance DIR [OUT]   DIR holds NNN-name.json with NNN-name.expected.json beside each;");
    Console.Error.WriteLine("                                         what ours did is written to OUT as NNN-name.actual.json");
    return 2;
}

var cases = ConformanceCase.Load(folder);
if (cases.Count == 0)
{
    Console.Error.WriteLine($"no cases in {folder}");
    return 2;
}

if (args is [_, var output]) Played.WriteAll(output, cases);
return Report.Write(Console.Out, cases, [.. cases.Select(Verdict.Of)]) ? 0 : 1;
