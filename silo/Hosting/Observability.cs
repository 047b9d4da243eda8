using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

namespace Supervision.Silo.Hosting;

/// <summary>Traces and measures of ours and of Orleans. They leave the process only where OTEL_EXPORTER_OTLP_ENDPOINT says so.</summary>
internal static class Observability
{
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddObservability(this IHostApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(Telemetry.Name, "Microsoft.Orleans.*"))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name, "Microsoft.Orleans"));
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EndpointVariable)))
            telemetry.UseOtlpExporter();
    }
}
