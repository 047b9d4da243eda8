using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Supervision.Api.Registers;

/// <summary>Whether the registers are near enough to the feeds to answer, and how far behind they are if not.</summary>
internal sealed class RegisterReadiness(RegisterPositions positions, RegisterWriter writer, RegisterSettings settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (entries, unheard, shards) = positions.Lag;
        var data = new Dictionary<string, object> { ["behind"] = entries, ["shards"] = shards, ["shardsUnheard"] = unheard, ["setAside"] = writer.StreamsSetAside };
        return Task.FromResult(shards == 0 ? HealthCheckResult.Unhealthy("The registers have not reached the store yet.", data: data)
            : unheard > 0 ? HealthCheckResult.Unhealthy($"The registers wait for {unheard} of {shards} shards.", data: data)
            : entries > settings.ReadyBehindMax ? HealthCheckResult.Unhealthy($"The registers are {entries} entries behind.", data: data)
            : HealthCheckResult.Healthy($"The registers are {entries} entries behind.", data));
    }
}
