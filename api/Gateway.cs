using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Dashboard;
using Supervision.Agencies;
using Supervision.Api.Endpoints;
using Supervision.Api.Evidence;
using Supervision.Api.Imports;
using Supervision.Api.Live;
using Supervision.Api.Notices;
using Supervision.Api.Notices.Webhooks;
using Supervision.Api.OpenApi;
using Supervision.Api.Operations;
using Supervision.Api.Problems;
using Supervision.Api.Registers;
using Supervision.Api.Security;

namespace Supervision.Api;

/// <summary>The web application: what it is made of, in what order a request passes it, and its addresses.</summary>
internal static class Gateway
{
    public const string ApiPath = "/api/v1";

    /// <summary>A command is a page of text; files have limits of their own.</summary>
    public const int BodyBytesMax = 256 * 1024;

    public static void AddGateway(this WebApplicationBuilder builder, DataFolder folder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytesMax;
        });
        builder.QuietLogs();
        services.AddSingleton(folder);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Organisation.Shipped);
        services.AddSingleton<Callers>();
        services.AddSingleton<CurrentAccounts>();
        services.AddSingleton<Substitutes>();
        services.AddSingleton<SessionRegister>();
        services.AddSingleton<CurrentSession>();
        services.AddSingleton<OperatorToken>();
        services.AddSingleton<StoreOperator>();
        services.AddSingleton<StoreMark>();
        services.AddSingleton<ImportDesk>();
        services.AddDataProtection().SetApplicationName("supervision").PersistKeysToFileSystem(new DirectoryInfo(folder.File("keys")));
        services.AddRegisters(new RegisterSettings(folder.File("registers")));
        services.AddEvidence();
        services.AddNotices();
        services.AddSessions();
        services.AddExceptionHandler<ExceptionProblems>();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddDescription();
        // The trace would stream log lines, and with them what people do.
        services.Configure<DashboardOptions>(options => options.HideTrace = true);
        services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false);
    }

    public static void UseGateway(this WebApplication app)
    {
        app.UseMiddleware(ResponseGuards.InvokeAsync);
        app.UseMiddleware(StoreMark.InvokeAsync);
        app.UseStatusCodePages(EmptyErrors.WriteAsync);
        app.UseExceptionHandler(_ => { });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<CurrentSession>();
        app.UseMiddleware(SameOrigin.InvokeAsync);
        app.UseMiddleware(KnownAddress.InvokeAsync);
        app.UseAuthorization();
        app.UseMiddleware(PasswordChangeFirst.InvokeAsync);
        app.MapGateway();
    }

    private static void MapGateway(this WebApplication app)
    {
        var api = app.MapGroup(ApiPath).RequireAuthorization();
        api.MapSession();
        api.MapTasks();
        api.MapPlans();
        api.MapImports();
        api.MapSheets();
        api.MapAgencies();
        api.MapAccounts();
        api.MapDefinitions();
        api.MapMigrations();
        api.MapProcesses();
        api.MapActivities();
        api.MapFreeProcesses();
        api.MapLedger();
        api.MapRegisters();
        api.MapPlanRegisters();
        api.MapLive();
        api.MapEvidence();
        api.MapNumbers();
        api.MapSchemes();
        api.MapNotices();
        api.MapWebhooks();
        app.MapGroup(ApiPath).MapOperator();
        app.MapHealth();
        app.MapDescription();
        app.MapOrleansDashboard("/dashboard").RequireAuthorization(Policies.SystemAdministrator).ExcludeFromDescription();
    }

    // What a person reads at start is ours; the frameworks speak up when something is wrong.
    private static void QuietLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Placement is tried again while a silo comes up; it would say so some hundred times.
        builder.Logging.AddFilter("Polly", LogLevel.Error);
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        // Advice about another garbage collector; and the keys stand in a folder that is ours alone.
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // We log what was thrown, with the code that the client got.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
    }

    private static void UseMiddleware(this IApplicationBuilder app, Func<HttpContext, RequestDelegate, Task> step) => app.Use(step);
}
