namespace Supervision.Api.Evidence;

/// <summary>Throws away abandoned uploads, at the start and every hour.</summary>
internal sealed class UploadCleaner(UploadFolder folder, TimeProvider clock, ILogger<UploadCleaner> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            try
            {
                await folder.RemoveAbandonedAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                log.LogWarning(e, "Abandoned uploads were not removed; tried again in {Period}", Period);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
