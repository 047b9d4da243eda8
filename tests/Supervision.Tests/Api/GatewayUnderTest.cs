using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;
using Supervision.Api;
using Supervision.Language;

namespace Supervision.Tests.Api;

/// <summary>The gateway built and not started: enough to look at its endpoints and its description.</summary>
internal static class GatewayUnderTest
{
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.UseOrleans(silo => silo.UseLocalhostClustering().AddDashboard());
        builder.Services.AddSingleton(new CallerSeal(new byte[32]));
        builder.AddGateway(new DataFolder(Path.Combine(Path.GetTempPath(), "supervision-gateway-under-test")));
        var app = builder.Build();
        app.UseGateway();
        return app;
    }
}
