using System.Diagnostics;
using Supervision.Accounts;
using Supervision.Agencies;
using Supervision.Api.Imports;
using Supervision.Api.Registers;
using Supervision.Api.Security;
using Supervision.Api.Sheets;
using Supervision.Calendars;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Bench;

/// <summary>Thousands of rows in, a hundred thousand tasks out: seconds, and how far the process grows.</summary>
internal static class SheetsPart
{
    public const int RowsIn = 5_000;
    public const int TasksOut = 100_000;
    public const double InSecondsMax = 60;
    public const double OutSecondsMax = 60;
    public const double GrowthMegabytesMax = 500;

    private static readonly AuthorityRecord Authority = new("市政府常务会议决定", "市政府", "纪要〔2026〕1号", new(2026, 2, 27), "全市");

    public static async Task<bool> RunAsync(BenchOptions options)
    {
        Report.Heading($"Sheets: {Report.Number(RowsIn)} rows in, {Report.Number(TasksOut)} tasks out");
        var met = true;
        foreach (var kind in options.StoresOr("sqlite"))
            met &= await InAsync(kind);
        return met & await OutAsync();
    }

    private static async Task<bool> InAsync(string kind)
    {
        await using var store = await OpenStore.OfAsync(kind);
        await using var office = await Office.OpenAsync(store.Ledger, whole: true);
        var callers = new Callers(office.Seal, office.Clock);
        var desk = new ImportDesk(office.Grains, callers, WorkingCalendar.Shipped, Organisation.Shipped, office.Clock);
        var account = new AccountView(Office.Clerk.Account, 1, "科员", Office.Clerk.Agency, Office.Clerk.Roles, [], false, false, false, null, []);
        var user = new Api.SignedIn(callers.Of(account), account, "bench");
        var file = Sheet(RowsIn);

        var (before, clock) = (Megabytes(), Stopwatch.StartNew());
        var (id, receipt) = await desk.TakeAsync(user, new("upload"), new ImportUpload(file, "tasks.xlsx", ImportKind.Tasks, null, ExternalIds.SourceDefault));
        var dryRun = clock.Elapsed.TotalSeconds;
        var import = office.Grains.GetGrain<IImportGrain>(id.Value);
        if (receipt is Receipt.Refused no || await import.ExecuteAsync(office.As(Office.Clerk), new StartImport(new("start"))) is Receipt.Refused)
            throw new InvalidOperationException("The import was refused.");

        clock.Restart();
        ImportView view;
        while ((view = (await import.ViewAsync(office.As(Office.Clerk)))!).Phase is not ImportPhase.Finished)
            await Task.Delay(50);
        var carriedOut = clock.Elapsed.TotalSeconds;
        var growth = Peak() - before;
        Report.Columns("ledger", "file kB", "dry run s", "carried out s", "done", "grown MB");
        Report.Row(kind, Report.Number(file.Length / 1024.0), Report.Number(dryRun, "N1"), Report.Number(carriedOut, "N1"), Report.Number(view.Done), Report.Number(growth));
        return Report.Claim(
            $"{RowsIn} rows are tasks within {InSecondsMax} s and {GrowthMegabytesMax} MB",
            view.Done == RowsIn && dryRun + carriedOut <= InSecondsMax && growth <= GrowthMegabytesMax);
    }

    private static async Task<bool> OutAsync()
    {
        var folder = OpenStore.NewFolder();
        try
        {
            var settings = new RegisterSettings(folder.FullName);
            using var database = new RegisterDatabase(settings);
            Fill(database);
            var export = new TaskExport(database, new RegisterPositions(TimeProvider.System), settings, TimeProvider.System);
            await using var file = File.Create(Path.Combine(folder.FullName, "tasks.xlsx"));

            var (before, clock) = (Megabytes(), Stopwatch.StartNew());
            using (var writer = new FormWriter<TaskCells>(file, TaskForm.Form, Organisation.Shipped))
            {
                await foreach (var row in export.ReadAsync(Office.Clerk, TaskFilter.Everything, null, default))
                    writer.Row(row);
            }

            var (seconds, growth) = (clock.Elapsed.TotalSeconds, Megabytes() - before);
            Report.Columns("tasks", "file MB", "written s", "grown MB");
            Report.Row(Report.Number(TasksOut), Report.Number(file.Length / 1048576.0, "N1"), Report.Number(seconds, "N1"), Report.Number(growth));
            return Report.Claim($"{TasksOut} tasks are a file within {OutSecondsMax} s and {GrowthMegabytesMax} MB", seconds <= OutSecondsMax && growth <= GrowthMegabytesMax);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Straight into the rows: how fast a register reads its feeds is measured elsewhere.
    private static void Fill(RegisterDatabase database)
    {
        using var sql = new Statements(database.Writer);
        sql.Begin();
        for (var i = 1; i <= TasksOut; i++)
        {
            var registered = new TaskRegistered(
                new($"t-{i:D6}"), $"推进重点项目建设第{i}号", new string('文', 400), SupervisionKind.Special, TaskSource.Meeting, Authority, Cadence.Monthly);
            var assigned = new TaskAssigned(new Assignment(Office.Lead, [], [], new(2026, 6, 30)), new(2026, 3, 2));
            var task = SupervisedTask.Initial.Evolve(registered).Evolve(assigned);
            sql.Execute("INSERT INTO task_states (id, task, state) VALUES ($id, $task, $state)",
                ("$id", (long)i), ("$task", registered.Task.Value), ("$state", StateJson.Write(task)));
            TaskRows.Save(sql, i, task, registered, 2, DateTimeOffset.UnixEpoch, new LightDay(new(2026, 3, 2), WorkingCalendar.Shipped));
        }

        sql.Commit();
    }

    private static byte[] Sheet(int rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new FormWriter<TaskCells>(stream, TaskForm.Form, Organisation.Shipped))
        {
            for (var i = 1; i <= rows; i++)
            {
                writer.Row(TaskCells.Empty with
                {
                    External = $"{i}",
                    Title = $"推进重点项目建设第{i}号",
                    Content = new string('文', 400),
                    Supervision = SupervisionKind.Special,
                    Source = TaskSource.Meeting,
                    Basis = Authority.Basis,
                    By = Authority.By,
                    Reference = Authority.Reference,
                    On = Authority.On,
                    Scope = Authority.Scope,
                    Lead = Office.Lead,
                    DueOn = new DateOnly(2026, 6, 30),
                });
            }
        }

        return stream.ToArray();
    }

    private static double Megabytes() => Process.GetCurrentProcess().WorkingSet64 / 1048576.0;

    private static double Peak() => Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
}
