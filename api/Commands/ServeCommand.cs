using System.CommandLine;
using System.Net;
using Supervision.Api.Documents;
using Supervision.Api.Operations;
using Supervision.Simulation;

namespace Supervision.Api.Commands;

/// <summary>The default: the whole system in one process, or a gateway where a cluster is named; on loopback unless told otherwise.</summary>
internal static class ServeCommand
{
    private static readonly string DefaultUrl = "http://127.0.0.1:5080";

    public static Option<string> Urls { get; } = new("--urls")
    {
        Description = "监听地址 · where to listen",
        DefaultValueFactory = _ => DefaultUrl,
        HelpName = "URL",
    };

    public static Option<string?> Plan { get; } = new("--plan")
    {
        Description = "新演示数据用的方案文件 · the plan that a new demo store plays; by default our own",
        HelpName = "FILE",
    };

    public static Option<int> Months { get; } = new("--months")
    {
        Description = "新演示数据模拟几个月，0 为空 · how many months a new demo store has behind it; 0 leaves it empty",
        DefaultValueFactory = _ => DemoYear.MonthsUsual,
        HelpName = "N",
    };

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Verbs.FolderOf(parsed);
        var urls = parsed.GetRequiredValue(Urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (await ServerFile.FindRunningAsync(folder, cancellation) is { } running)
            throw new InvalidOperationException($"{folder} is served already at {running.Url} (process {running.Pid}); look there, or stop it first.");

        if (ClusterSettings.Read(parsed) is { } cluster)
            return await ClusterGateway.RunAsync(cluster, folder, urls, cancellation);

        if (!EmbeddedSystem.IsStoreIn(folder))
            await PrepareYearAsync(parsed, folder, urls, cancellation);
        await using var system = EmbeddedSystem.Open(folder, StoreChoice.ThereOrDemo, urls, await DemoYear.FindAsync(folder, cancellation));
        await system.StartAsync(cancellation);
        Welcome.Write(Console.Out, system.App.Urls.First(), folder, system.IsDemo ? await DemoPassword.OfAsync(folder, cancellation) : null);
        await system.App.WaitForShutdownAsync(cancellation);
        return Verbs.Done;
    }

    private static async Task PrepareYearAsync(ParseResult parsed, DataFolder folder, string[] urls, CancellationToken cancellation)
    {
        var (months, plan) = (parsed.GetValue(Months), parsed.GetValue(Plan));
        if (months is < 0 or > SimulationSettings.MonthsMax)
            throw new InvalidOperationException($"--months is 0 to {SimulationSettings.MonthsMax}.");
        // Read now, when somebody looks at the screen; a file that is no plan is no store.
        if (plan is not null)
            DemoYear.DraftOf(await PlanFile.ReadAsync(plan, cancellation));
        if (urls.All(IsLoopback))
            await DemoYear.PrepareAsync(folder, months, plan, TimeProvider.System.GetUtcNow(), cancellation);
    }

    public static bool IsLoopback(string url)
    {
        // Kestrel reads * and + as every address, which is no address a Uri knows.
        return Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
    }
}
