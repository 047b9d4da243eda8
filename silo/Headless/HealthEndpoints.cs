using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Language;
using Supervision.Silo.Actors;

namespace Supervision.Silo.Headless;

/// <summary>Whether the process lives, and whether it can serve. Tells nothing else, so it asks nobody who they are.</summary>
internal static class HealthEndpoints
{
    /// <summary>A ledger slower than this is as good as none.</summary>
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(2);

    // The listener is started after the silo has joined the cluster and stopped before it leaves.
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet("/health/ready", async () => await IsReadyAsync(app.Services.GetRequiredService<ActorServices>())
            ? Results.Text("ready")
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
    }

    private static async Task<bool> IsReadyAsync(ActorServices services)
    {
        try
        {
            await services.Ledger.FeedEndAsync(0).WaitAsync(AnswerMax);
            return true;
        }
        catch (Exception e) when (e is LedgerUnavailableException or TimeoutException)
        {
            return false;
        }
    }
}
