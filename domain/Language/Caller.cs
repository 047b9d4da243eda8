namespace Supervision.Language;

/// <summary>Who sends a command or a query. Minted in api/ after sign-in, or by the silo for its own work; verified before every grain call.</summary>
/// <param name="Account">The account that acts.</param>
/// <param name="Agency">The agency the account belongs to.</param>
/// <param name="Roles">What the account may be; never empty for a person.</param>
/// <param name="Portfolio">分管: the agencies a leader is in charge of; empty for everybody else.</param>
/// <param name="OnBehalfOf">委派: the account whose powers are used; null when the caller acts for itself.</param>
/// <param name="ExpiresAt">After this instant the seal is worth nothing.</param>
/// <param name="Seal">Proof of minting; see <see cref="CallerSeal"/>.</param>
[GenerateSerializer, Immutable, Alias("Caller")]
public sealed record Caller(
    [property: Id(0)] AccountId Account,
    [property: Id(1)] AgencyCode Agency,
    [property: Id(2)] IReadOnlyList<Role> Roles,
    [property: Id(3)] IReadOnlyList<AgencyCode> Portfolio,
    [property: Id(4)] AccountId? OnBehalfOf,
    [property: Id(5)] DateTimeOffset ExpiresAt,
    [property: Id(6)] string Seal)
{
    public bool Is(Role role) => Roles.Contains(role);

    public bool IsAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
            if (Is(role)) return true;
        return false;
    }
}
