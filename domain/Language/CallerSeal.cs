using System.Security.Cryptography;
using System.Text;

namespace Supervision.Language;

/// <summary>Seals callers and checks seals, with a key of one kind: people (the gateways have it) or the system (silos alone).</summary>
/// <remarks>A key is 32 bytes or more. A sealed caller is worth something until it expires, for every process with the key.</remarks>
public sealed class CallerSeal(byte[] key)
{
    /// <summary>A seal outlives one request and its retries, not a sign-out.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public Caller Mint(Caller caller) => caller with { Seal = Of(caller) };

    public bool Verifies(Caller caller, DateTimeOffset now) =>
        now <= caller.ExpiresAt
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Of(caller)), Encoding.ASCII.GetBytes(caller.Seal));

    // No field may hold the separator: ids are words of letters and digits, roles are names.
    private string Of(Caller caller) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(
        string.Join('|',
            caller.Account, caller.Agency, string.Join(',', caller.Roles), string.Join(',', caller.Portfolio),
            caller.OnBehalfOf, caller.ExpiresAt.ToUnixTimeMilliseconds()))));
}
