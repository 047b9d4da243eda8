namespace Supervision.Silo.Hosting;

/// <summary>How a silo runs. Either one process with a folder, or a member of a cluster over Redis.</summary>
/// <param name="DataFolder">The folder of the SQLite store; null in a cluster.</param>
/// <param name="Redis">The connection string of the ledger and of cluster membership; null in one process.</param>
/// <param name="GatewayKey">Seals people; 32 bytes or more; gateways have it too.</param>
/// <param name="SystemKey">Seals the clock and followers; 32 bytes or more; silos alone have it.</param>
/// <param name="SealFolder">Where the sealing key and the anchor stand: never inside the data folder.</param>
public sealed record SiloSettings(
    string? DataFolder, string? Redis, byte[] GatewayKey, byte[] SystemKey, string SealFolder)
{
    public const string ServiceId = "supervision";

    public string ClusterId { get; init; } = "supervision";

    /// <summary>0 takes a free port.</summary>
    public int SiloPort { get; init; }

    /// <summary>0 takes a free port.</summary>
    public int GatewayPort { get; init; }

    /// <summary>The address other members reach this one at; null for loopback.</summary>
    public string? AdvertisedAddress { get; init; }
}
