using System.Globalization;
using Supervision.Silo.Callers;

namespace Supervision.SystemTests.Faults.Hosts;

/// <summary>What a test tells a host process through its environment.</summary>
/// <param name="Folder">Of a SQLite store; null with <paramref name="Redis"/>.</param>
/// <param name="Now">The business time at which the process begins.</param>
/// <param name="Careless">Answers before anything is durable. The planted fault that the check must find.</param>
internal sealed record HostSettings(string? Folder, string? Redis, int SiloPort, int GatewayPort, DateTimeOffset Now, bool Careless)
{
    public static readonly byte[] GatewayKey = [.. Enumerable.Repeat((byte)1, CallerKeys.KeyBytes)];
    public static readonly byte[] SystemKey = [.. Enumerable.Repeat((byte)2, CallerKeys.KeyBytes)];

    private const string Prefix = "SUPERVISION_FAULTS_";

    public static HostSettings? Read() => Find(nameof(Now)) is not { } now ? null : new HostSettings(
        Find(nameof(Folder)), Find(nameof(Redis)), Number(nameof(SiloPort)), Number(nameof(GatewayPort)),
        DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), Find(nameof(Careless)) is not null);

    public void Write(IDictionary<string, string?> environment)
    {
        Set(nameof(Folder), Folder);
        Set(nameof(Redis), Redis);
        Set(nameof(SiloPort), $"{SiloPort}");
        Set(nameof(GatewayPort), $"{GatewayPort}");
        Set(nameof(Now), Now.ToString("O", CultureInfo.InvariantCulture));
        Set(nameof(Careless), Careless ? "yes" : null);

        void Set(string name, string? value)
        {
            if (value is not null) environment[Prefix + name.ToUpperInvariant()] = value;
        }
    }

    private static string? Find(string name) => Environment.GetEnvironmentVariable(Prefix + name.ToUpperInvariant());

    private static int Number(string name) => int.Parse(Find(name)!, CultureInfo.InvariantCulture);
}
