using Orleans.Dashboard;
using Supervision.Language;

namespace Supervision.Api;

/// <summary>Which store a command wants.</summary>
internal enum StoreChoice
{
    /// <summary>The one that is there.</summary>
    There,

    /// <summary>The one that is there, or a new demo store.</summary>
    ThereOrDemo,

    /// <summary>A new production store; there must be none yet.</summary>
    NewProduction,
}

/// <summary>An administrator that a production store begins with.</summary>
internal sealed record FirstAdministrator(AccountId Account, string Name, Role Role, string Password)
{
    // Never in a log.
    public override string ToString() => Account.Value;
}

/// <summary>The whole system in one process: silo, ledger in a folder, gateway. The one file of api/ that knows the silo.</summary>
internal sealed class EmbeddedSystem : IAsyncDisposable
{
    private EmbeddedSystem(WebApplication app, bool isDemo, string? demoPassword) =>
        (App, IsDemo, DemoPassword) = (app, isDemo, demoPassword);

    public WebApplication App { get; }

    public bool IsDemo { get; }

    /// <summary>The one password of all demo accounts; null for a production store.</summary>
    public string? DemoPassword { get; }

    /// <param name="urls">Where to listen; nowhere when empty.</param>
    public static Task<EmbeddedSystem> OpenAsync(
        DataFolder folder, StoreChoice choice, IReadOnlyList<string> urls, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Host.UseOrleans(silo => silo.UseLocalhostClustering().AddDashboard());
        builder.Services.AddSingleton(new CallerSeal(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)));
        builder.AddGateway(folder);
        builder.Services.AddHostedService<Operations.ServerAnnouncement>();
        var app = builder.Build();
        app.UseGateway();
        foreach (var url in urls) app.Urls.Add(url);
        return Task.FromResult(new EmbeddedSystem(app, true, null));
    }

    public Task FoundAsync(IReadOnlyList<FirstAdministrator> administrators, CancellationToken cancellation) => App.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}
