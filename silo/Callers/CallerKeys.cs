using Supervision.Language;

namespace Supervision.Silo.Callers;

/// <summary>The two seals: of people, which gateways have too, and of the system, which silos alone have.</summary>
internal sealed class CallerKeys(byte[] gatewayKey, byte[] systemKey)
{
    public const int KeyBytes = 32;

    public CallerSeal Gateway { get; } = new(Checked(gatewayKey));

    public CallerSeal System { get; } = new(Checked(systemKey));

    /// <summary>The clock, followers and the founder need the system's seal; everybody else may have either.</summary>
    /// <remarks>The likelier seal is tried first: each costs a hash.</remarks>
    public bool Verifies(Caller caller, DateTimeOffset now) => caller.IsAny(Role.Clock, Role.Follower, Role.Founder)
        ? System.Verifies(caller, now)
        : Gateway.Verifies(caller, now) || System.Verifies(caller, now);

    private static byte[] Checked(byte[] key) => key.Length >= KeyBytes
        ? key
        : throw new ArgumentException($"A key for sealing callers has at least {KeyBytes} bytes.");
}
