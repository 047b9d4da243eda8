using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Supervision.Silo;

/// <summary>Names of sources and meters, once. Orleans has its own: Microsoft.Orleans.*.</summary>
public static class Telemetry
{
    public const string Name = "Supervision";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Targets that a follower had to park; an operator should look at each.</summary>
    public static Counter<long> Parked { get; } = Meter.CreateCounter<long>("supervision.followers.parked");

    /// <summary>Due times fired.</summary>
    public static Counter<long> Fired { get; } = Meter.CreateCounter<long>("supervision.clock.fired");

    /// <summary>Appends that became durable.</summary>
    public static Counter<long> Appends { get; } = Meter.CreateCounter<long>("supervision.ledger.appends");
}
