using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using StackExchange.Redis;
using Supervision.Silo.Callers;
using Supervision.Silo.Clock;
using Supervision.Silo.Followers;
using Supervision.Silo.Founding;
using Supervision.Silo.Hosting;
using Supervision.Silo.Ledger;

namespace Supervision.SystemTests.Faults.Hosts;

/// <summary>The process that is killed: a silo with its clock and followers over a real store, and a line server before it.</summary>
internal static class FaultHost
{
    public const string Ready = "ready";

    public static async Task<int> RunAsync(HostSettings settings)
    {
        await using var store = await OpenAsync(settings);
        var ledger = settings.Careless ? new CarelessLedger(store.Ledger) : store.Ledger;
        var clock = new HostClock(settings.Now);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddActors(ledger, store.Erasable, new CallerKeys(HostSettings.GatewayKey, HostSettings.SystemKey), clock);
        builder.UseOrleans(silo => Configure(silo, settings));
        builder.Services.AddHostedService<ClockKeeper>();
        builder.Services.AddHostedService<FollowerKeeper>();
        using var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<ShippedDefinitionsFounder>().PublishAsync();

        using var server = new LineServer(new TaskPeople(host.Services.GetRequiredService<IGrainFactory>(), clock), clock);
        Console.WriteLine($"{Ready} {server.Start()}");
        _ = server.ServeAsync();
        // The test's end of this pipe closes when the test dies, so that no process is left behind.
        while (await Console.In.ReadLineAsync() is not null) { }
        return 0;
    }

    private static async Task<OpenedStore> OpenAsync(HostSettings settings) => settings switch
    {
        { Redis: { } redis } => await OpenedStore.OpenRedisAsync(redis, evidence: null, settings.Now),
        { Folder: { } folder } when OpenedStore.IsThere(folder) => OpenedStore.OpenFolder(folder),
        { Folder: { } folder } => OpenedStore.CreateInFolder(folder, StoreKind.Production, settings.Now),
        _ => throw new ArgumentException("A host needs a folder or a Redis."),
    };

    private static void Configure(ISiloBuilder silo, HostSettings settings)
    {
        silo.AddIncomingGrainCallFilter<CallerFilter>();
        // A call to a silo that was killed is given up early: the test is not about how long one waits.
        silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(5));
        if (settings.Redis is not { } redis)
        {
            silo.UseLocalhostClustering(settings.SiloPort, settings.GatewayPort);
            return;
        }

        silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (SiloSettings.ServiceId, "faults"));
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromSeconds(1);
            membership.NumMissedProbesLimit = 2;
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(2);
        });
        silo.ConfigureEndpoints(IPAddress.Loopback, settings.SiloPort, settings.GatewayPort);
        silo.UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis));
    }
}
