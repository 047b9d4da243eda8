namespace Supervision.Api.Notices.Webhooks;

/// <summary>Looks at the webhooks for as long as the gateway runs.</summary>
internal sealed class WebhookKeeper(WebhookRound round, TimeProvider time, ILogger<WebhookKeeper> log) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await round.RunAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                log.LogWarning(trouble, "The webhooks could not be looked at; tried again in {Period}.", Period);
            }
        }
    }
}
