using System.Diagnostics;
using Supervision.Api.Registers;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Bench;

/// <summary>Questions to a register of a million tasks while 200 reports a second are written into it.</summary>
internal static class RegisterPart
{
    public const int TasksUsual = 1_000_000;
    public const int ChangesPerSecond = 200;
    public const double P99MillisecondsMax = 100;

    private const int Readers = 4;

    public static async Task<bool> RunAsync(BenchOptions options)
    {
        var tasks = options.Size ?? TasksUsual;
        Report.Heading($"Register: {Report.Number(tasks)} tasks, {ChangesPerSecond} changes a second, {Readers} people asking at once");
        var folder = Directory.CreateTempSubdirectory("register-");
        try
        {
            using var database = new RegisterDatabase(new RegisterSettings(folder.FullName));
            using var register = new FullRegister(database, tasks);
            var filling = Stopwatch.StartNew();
            await register.FillAsync();
            Report.Say($"filled in {filling.Elapsed.TotalSeconds:N0} s, {folder.EnumerateFiles().Sum(file => file.Length) / 1e6:N0} MB\n");
            return await AskAsync(register, TimeSpan.FromSeconds(options.Seconds));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> AskAsync(FullRegister register, TimeSpan length)
    {
        var worst = 0.0;
        Report.Columns("question", "p50 ms", "p99 ms", "changes /s meanwhile");
        foreach (var (name, ask) in Questions(register))
        {
            await ask(0); // Pages of the file and compiled statements.
            using var stop = new CancellationTokenSource();
            var writing = register.ChangeAsync(ChangesPerSecond, stop.Token);
            var asked = await Load.RunAsync(Readers, length, ask);
            await stop.CancelAsync();
            var changes = await writing / length.TotalSeconds;
            worst = Math.Max(worst, asked.P99Ms);
            Report.Row(name, Report.Number(asked.P50Ms, "N1"), Report.Number(asked.P99Ms, "N1"), Report.Number(changes));
        }

        return Report.Claim($"every question within {P99MillisecondsMax} ms p99 (worst {worst:N0})", worst <= P99MillisecondsMax);
    }

    private static IEnumerable<(string Name, Func<int, Task> AskAsync)> Questions(FullRegister register)
    {
        var day = FullRegister.Today;
        (string, TaskFilter)[] filters =
        [
            ("everything", new()),
            ("in progress", new(Stages: [TaskStage.InProgress])),
            ("red", new(Lights: [Light.Red])),
            ("one lead", new(Lead: FullRegister.AgencyOf(7))),
            ("one agency in any part", new(Agency: FullRegister.AgencyOf(7))),
            ("one lead, red", new(Lead: FullRegister.AgencyOf(7), Lights: [Light.Red])),
            ("due this week, in progress", new(Stages: [TaskStage.InProgress], DueFrom: day, DueTo: day.AddDays(7))),
            ("text 水库", new(Text: "水库")),
            ("text 水库加固 12345", new(Text: "水库加固 12345")),
        ];
        foreach (var (name, filter) in filters)
        {
            yield return ($"list: {name}", _ => register.Register.ListAsync(FullRegister.Clerk, new TaskQuery(filter)));
            if (filter.Text is null)
                yield return ($"list by change: {name}", _ => register.Register.ListAsync(FullRegister.Clerk, new TaskQuery(filter, TaskSort.Changed)));
        }

        yield return ("list: a liaison's own", n => register.Register.ListAsync(FullRegister.LiaisonOf(n), new TaskQuery()));
        yield return ("to-do of a liaison", n => register.Register.TodoAsync(FullRegister.LiaisonOf(n), null, 50));
        yield return ("counts: everything", _ => register.Register.CountAsync(FullRegister.Clerk, TaskFilter.Everything));
        yield return ("counts: one lead, red", _ => register.Register.CountAsync(FullRegister.Clerk, new(Lead: FullRegister.AgencyOf(7), Lights: [Light.Red])));
    }
}
