using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;
using Supervision.Api.Security;
using Supervision.Calendars;
using Supervision.Evidence;
using Supervision.Language;
using Supervision.Silo.Callers;
using Supervision.Silo.Clock;
using Supervision.Silo.Erasable;
using Supervision.Silo.Followers;
using Supervision.Silo.Founding;
using Supervision.Silo.Hosting;
using Supervision.Silo.Ledger;
using Supervision.SystemTests.Faults;

namespace Supervision.Bench;

/// <summary>A silo in this process over a ledger, and the people who send it commands.</summary>
internal sealed class Office : IAsyncDisposable
{
    public static readonly AgencyCode Lead = new("education");
    public static readonly AgencyCode SupervisionOffice = new("supervision-office");
    public static readonly Caller Clerk = Person("clerk", SupervisionOffice, Role.OfficeClerk);
    public static readonly Caller Director = Person("director", SupervisionOffice, Role.OfficeDirector);
    public static readonly Caller Liaison = Person("education.liaison", Lead, Role.Liaison);

    private static readonly byte[] GatewayKey = [.. Enumerable.Repeat((byte)1, CallerKeys.KeyBytes)];
    private static readonly byte[] SystemKey = [.. Enumerable.Repeat((byte)2, CallerKeys.KeyBytes)];

    private readonly IHost _host;
    private readonly CallerSeal _seal = new(GatewayKey);

    private Office(IHost host, ILedger ledger, BenchClock clock) => (_host, Ledger, Clock) = (host, ledger, clock);

    public ILedger Ledger { get; }

    public BenchClock Clock { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <param name="whole">With clock, followers and dashboard, as a served silo has them; else the actors alone.</param>
    public static async Task<Office> OpenAsync(ILedger ledger, bool whole = false)
    {
        var clock = new BenchClock(WorkingCalendar.At(new(2026, 3, 2), new(9, 0)));
        // Without the usual settings files: the host would watch the folder that the ledger writes.
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddActors(ledger, new MemoryErasableStore(), new CallerKeys(GatewayKey, SystemKey), clock);
        // Whoever follows the feeds asks first whose they are; nothing is sealed here.
        builder.Services.AddSingleton(new SealFolder(AppContext.BaseDirectory)).AddSingleton<IEvidenceStore, NoEvidenceStore>();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(Loopback.FreePort(), Loopback.FreePort());
            silo.AddIncomingGrainCallFilter<CallerFilter>();
            if (whole) silo.AddActivityPropagation().AddDashboard();
        });
        if (whole) builder.Services.AddHostedService<ClockKeeper>().AddHostedService<FollowerKeeper>();

        var office = new Office(builder.Build(), ledger, clock);
        await office._host.StartAsync();
        await office._host.Services.GetRequiredService<ShippedDefinitionsFounder>().PublishAsync();
        return office;
    }

    /// <summary>Who the gateway is to the silo.</summary>
    public Callers Gateway => new(_seal, Clock);
    public CallerSeal Seal => _seal;

    /// <summary>The person, sealed for one request, as the gateway seals everybody.</summary>
    public Caller As(Caller person) => _seal.Mint(person with { ExpiresAt = Clock.GetUtcNow() + CallerSeal.Lifetime });

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static Caller Person(string account, AgencyCode agency, Role role) =>
        new(new AccountId(account), agency, [role], [], null, DateTimeOffset.MaxValue, "");
}
