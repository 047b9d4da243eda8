using System.Globalization;

namespace Supervision.Bench;

/// <summary>What is asked for on the command line.</summary>
/// <param name="Stores">Which ledgers to measure; each part has its own when this is empty.</param>
/// <param name="Seconds">Length of one round of one side.</param>
/// <param name="Size">How large the matter is (tasks, items …); null for the size of the target.</param>
/// <param name="Whole">With clock, followers and dashboard running beside, as a served silo has them.</param>
internal sealed record BenchOptions(IReadOnlyList<string> Stores, double Seconds, int Rounds, bool Whole, int? Size = null)
{
    public IReadOnlyList<string> StoresOr(params string[] usual) => Stores.Count > 0 ? Stores : usual;
}

/// <summary>The parts of the benchmark by name. Each prints a Markdown table; times are compared within a table alone.</summary>
internal static class Benchmarks
{
    private const string Usage =
        "usage: [all|commands|history|activation|dues|rest|cascade|workflows|register|documents|evaluations|rollup|sheets|evidence] [--store sqlite|redis|memory] [--seconds N] [--rounds N] [--size N] [--whole]";

    private static readonly Dictionary<string, Func<BenchOptions, Task<bool>>> Parts = new(StringComparer.Ordinal)
    {
        ["commands"] = CommandsPart.RunAsync,
        ["history"] = HistoryPart.RunAsync,
        ["activation"] = ActivationPart.RunAsync,
        ["dues"] = DuesPart.RunAsync,
        ["rest"] = RestPart.RunAsync,
        ["cascade"] = CascadePart.RunAsync,
        ["sheets"] = SheetsPart.RunAsync,
        ["workflows"] = Workflows.WorkflowsPart.RunAsync,
        ["register"] = RegisterPart.RunAsync,
        ["documents"] = DocumentsPart.RunAsync,
        ["evaluations"] = Evaluations.EvaluationsPart.RunAsync,
        ["rollup"] = RollUpPart.RunAsync,
        ["evidence"] = EvidencePart.RunAsync,
    };

    /// <returns>0 when every target was met, 1 when one was missed, 2 when the arguments were not understood.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (Read(args) is not { } asked)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var met = true;
        foreach (var part in Parts.Where(part => asked.Part is "all" || part.Key == asked.Part).Select(part => part.Value).ToArray())
            met &= await part(asked.Options);
        return met ? 0 : 1;
    }

    private static (string Part, BenchOptions Options)? Read(string[] args)
    {
        var (part, stores, options) = ("all", new List<string>(), new BenchOptions([], 3, 4, Whole: false));
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--store" when i + 1 < args.Length && args[i + 1] is "sqlite" or "redis" or "memory":
                    stores.Add(args[++i]);
                    break;
                case "--seconds" when i + 1 < args.Length && double.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var seconds):
                    (options, i) = (options with { Seconds = seconds }, i + 1);
                    break;
                case "--rounds" when i + 1 < args.Length && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var rounds):
                    (options, i) = (options with { Rounds = rounds }, i + 1);
                    break;
                case "--size" when i + 1 < args.Length && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var size):
                    (options, i) = (options with { Size = size }, i + 1);
                    break;
                case "--whole":
                    options = options with { Whole = true };
                    break;
                case var name when name == "all" || Parts.ContainsKey(name):
                    part = name;
                    break;
                default:
                    return null;
            }
        }

        return (part, options with { Stores = stores });
    }
}
