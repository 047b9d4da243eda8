using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using Supervision.Language;
using Supervision.Silo.Founding;
using Supervision.Silo.Hosting;

namespace Supervision.Silo.Headless;

/// <summary>A silo without pages: a member of a cluster over Redis.</summary>
internal static class HeadlessSilo
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Refused = 2;

    /// <summary>Commands under way get this long when the silo is told to stop; k8s/ waits a little longer.</summary>
    public static readonly TimeSpan StopMax = TimeSpan.FromSeconds(45);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        try
        {
            var given = new SiloArguments(arguments, Environment.GetEnvironmentVariable);
            if (given.IsHelp) return Help.Write(Console.Out);

            var settings = HeadlessSettings.Read(given);
            return given.IsInit ? await InitAsync(settings) : await ServeAsync(settings);
        }
        catch (SettingRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return Refused;
        }
        catch (Exception e) when (e is InvalidOperationException or LedgerUnavailableException or RedisException)
        {
            await Console.Error.WriteLineAsync($"未能启动 · This could not be started: {e.Message}");
            return Failed;
        }
    }

    /// <summary>Until SIGTERM or Ctrl+C: then the listener closes, the silo leaves the cluster, and the store last.</summary>
    private static async Task<int> ServeAsync(HeadlessSettings settings)
    {
        await using var store = await OpenedStore.OpenRedisAsync(settings.Redis, settings.Evidence);
        await using var app = await StartAsync(settings, store);
        Console.Out.WriteLine(
            $"节点已加入集群 · silo joined cluster {settings.Silo.ClusterId}, store {store.Ledger.Store.Id} ({store.Ledger.Store.Kind})");
        await app.WaitForShutdownAsync();
        return Done;
    }

    private static async Task<int> InitAsync(HeadlessSettings settings)
    {
        await using var store = await OpenedStore.OpenRedisAsync(settings.Redis, settings.Evidence, TimeProvider.System.GetUtcNow());
        await FirstAdministrators.CheckNoneAsync(store.Ledger);
        await using var app = await StartAsync(settings, store);
        await FirstAdministrators.OpenAsync(app.Services.GetRequiredService<AccountsFounder>(), Console.Out);
        await app.StopAsync();
        return Done;
    }

    private static async Task<WebApplication> StartAsync(HeadlessSettings settings, OpenedStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.AddFilter("Orleans", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Polly", LogLevel.Error); // Every placement of a grain is an attempt to it.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopMax);
        builder.AddSupervisionSilo(settings.Silo, store);
        var app = builder.Build();
        app.MapHealth();
        app.Urls.Add(settings.HealthUrl);
        await app.StartAsync();
        await app.Services.GetRequiredService<ShippedDefinitionsFounder>().PublishAsync();
        return app;
    }
}
