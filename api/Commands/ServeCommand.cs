using System.CommandLine;
using System.Net;
using Supervision.Api.Operations;

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

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Verbs.FolderOf(parsed);
        var urls = parsed.GetRequiredValue(Urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (await ServerFile.FindRunningAsync(folder, cancellation) is { } running)
            throw new InvalidOperationException($"{folder} is served already at {running.Url} (process {running.Pid}); look there, or stop it first.");

        if (ClusterSettings.Read(parsed) is { } cluster)
            return await ClusterGateway.RunAsync(cluster, folder, urls, cancellation);

        await using var system = EmbeddedSystem.Open(folder, StoreChoice.ThereOrDemo, urls);
        await system.StartAsync(cancellation);
        Welcome.Write(Console.Out, system.App.Urls.First(), folder, system.IsDemo ? await DemoPassword.OfAsync(folder, cancellation) : null);
        await system.App.WaitForShutdownAsync(cancellation);
        return Verbs.Done;
    }

    public static bool IsLoopback(string url)
    {
        // Kestrel reads * and + as every address, which is no address a Uri knows.
        return Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
    }
}
