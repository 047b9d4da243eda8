using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Supervision.Api.Operations;

/// <summary>Whether a store has what its first person needs: the shipped definitions, and in a demo store the named accounts.</summary>
internal sealed class Founding : IHealthCheck
{
    private volatile bool _isDone;

    public void Done() => _isDone = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isDone ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The store is being founded."));
}
