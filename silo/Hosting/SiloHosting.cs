using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Dashboard;
using StackExchange.Redis;
using Supervision.Agencies;
using Supervision.Calendars;
using Supervision.Evidence;
using Supervision.Silo.Actors;
using Supervision.Silo.Callers;
using Supervision.Silo.Clock;
using Supervision.Silo.Erasable;
using Supervision.Silo.Evidence;
using Supervision.Silo.Feeds;
using Supervision.Silo.Followers;
using Supervision.Silo.Founding;
using Supervision.Silo.Ledger;
using Supervision.Silo.Processes;

namespace Supervision.Silo.Hosting;

/// <summary>Puts a silo into a host: the stores, the actors' services, the clock and the followers.</summary>
internal static class SiloHosting
{
    public static IHostApplicationBuilder AddSupervisionSilo(
        this IHostApplicationBuilder builder, SiloSettings settings, OpenedStore store)
    {
        builder.Services.AddActors(store.Ledger, store.Erasable, new CallerKeys(settings.GatewayKey, settings.SystemKey), TimeProvider.System, store.Evidence);
        builder.Services.AddSingleton(new SealFolder(settings.SealFolder));
        builder.AddObservability();
        builder.UseOrleans(silo =>
        {
            silo.UseMembership(settings);
            silo.AddIncomingGrainCallFilter<CallerFilter>();
            silo.AddActivityPropagation();
            silo.AddDashboard();
        });
        // After the silo, which they call: services start in the order in which they are added.
        builder.Services.AddHostedService<ClockKeeper>();
        builder.Services.AddHostedService<FollowerKeeper>();
        builder.Services.AddHostedService<SealKeeper>();
        return builder;
    }

    /// <summary>What grains ask for; also used by tests, which have a cluster and a clock of their own.</summary>
    /// <param name="evidence">Left out by whoever keeps no files: then they are in memory.</param>
    public static IServiceCollection AddActors(
        this IServiceCollection services, ILedger ledger, IErasableStore erasable, CallerKeys keys, TimeProvider clock,
        IEvidenceStore? evidence = null)
    {
        services.AddSingleton(ledger);
        services.AddSingleton(erasable);
        services.AddSingleton(evidence ?? new MemoryEvidenceStore());
        services.AddSingleton(keys);
        services.AddSingleton<DefinitionSource>();
        services.AddSingleton(FollowerPace.Usual);
        services.AddSingleton<StoreGate>();
        services.AddSingleton(WorkingCalendar.Shipped);
        services.AddSingleton(Organisation.Shipped);
        // The business clock is ours alone: a test that moves it must not move the timers of the runtime.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ActorServices>(provider, clock));
        services.AddSingleton(new SystemCallers(keys.System, clock));
        services.AddSingleton<IDispatch, AgencyDispatch>();
        services.AddSingleton<IDispatch, ProcessDispatch>();
        services.AddSingleton<IDispatch, EventDispatch>();
        services.AddSingleton<IDispatch, EvidenceDispatch>();
        services.AddSingleton<IDispatch, ImportDispatch>();
        services.AddSingleton<IDispatch, PlanDispatch>();
        services.AddSingleton<IDispatch, NumberDispatch>();
        services.AddSingleton<IDispatch, JoiningDispatch>();
        services.AddSingleton<IDispatch, AccountDispatch>();
        services.AddSingleton<Dispatch>();
        services.AddSingleton<ShippedDefinitionsFounder>();
        services.AddSingleton<AccountsFounder>();
        return services;
    }

    private static void UseMembership(this ISiloBuilder silo, SiloSettings settings)
    {
        var (siloPort, gatewayPort) = (PortOr(settings.SiloPort), PortOr(settings.GatewayPort));
        if (settings.Redis is not { } redis)
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort, primarySiloEndpoint: null, SiloSettings.ServiceId, settings.ClusterId);
            return;
        }

        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ServiceId = SiloSettings.ServiceId;
            cluster.ClusterId = settings.ClusterId;
        });
        silo.ConfigureEndpoints(
            settings.AdvertisedAddress is { } address ? IPAddress.Parse(address) : IPAddress.Loopback,
            siloPort, gatewayPort, listenOnAnyHostAddress: settings.AdvertisedAddress is not null);
        silo.UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis));
    }

    private static int PortOr(int port) => port > 0 ? port : FreePort();

    /// <summary>A port of this machine that nobody has.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
