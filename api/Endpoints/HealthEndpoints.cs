using Microsoft.Extensions.Diagnostics.HealthChecks;
using Supervision.Api.Problems;
using Supervision.Api.Security;
using Supervision.Feeds;
using Supervision.Language;

namespace Supervision.Api.Endpoints;

/// <summary>Whether this process lives, and whether it can serve. Open to everybody, tells nothing else.</summary>
internal static class HealthEndpoints
{
    /// <summary>A ledger slower than this is as good as none.</summary>
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health 运行状况").AllowAnonymous();
        health.MapGet("/live", () => TypedResults.Ok(new HealthBody("live"))).WithName("Live").WithSummary("进程存活 · The process lives");
        health.MapGet("/ready", ReadyAsync).WithName("Ready").WithSummary("可以服务 · The ledger answers")
            .Produces<HealthBody>();
    }

    private static async Task<IResult> ReadyAsync(
        IGrainFactory grains, Callers callers, TimeProvider clock, HealthCheckService checks, CancellationToken cancellation)
    {
        try
        {
            await grains.GetGrain<ILedgerGrain>(0).ViewAsync(callers.Gateway()).WaitAsync(AnswerMax, clock, cancellation);
            var registers = await checks.CheckHealthAsync(check => check.Tags.Contains("ready"), cancellation);
            return registers.Status is HealthStatus.Healthy
                ? TypedResults.Ok(new HealthBody("ready"))
                : TypedResults.Json(new HealthBody("catching-up"), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception problem) when (problem is OrleansException or TimeoutException or LedgerUnavailableException)
        {
            return new Refusing(ApiRefusals.LedgerUnavailable);
        }
    }

    internal sealed record HealthBody(string Status);
}
