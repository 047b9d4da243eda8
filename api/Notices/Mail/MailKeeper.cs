namespace Supervision.Api.Notices.Mail;

/// <summary>Looks at the outboxes for as long as the gateway runs; only where a mail server is named.</summary>
internal sealed class MailKeeper(MailRound round, TimeProvider time, ILogger<MailKeeper> log) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

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
                log.LogWarning(trouble, "The outboxes could not be looked at; tried again in {Period}.", Period);
            }
        }
    }
}
