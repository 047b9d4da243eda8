using Supervision.Accounts;
using Supervision.Language;

namespace Supervision.Api.Security;

/// <summary>Mints callers. The only place of the gateway that does.</summary>
/// <remarks>A caller lives as long as its seal, so it is minted for each request and kept by nobody.</remarks>
internal sealed class Callers(CallerSeal seal, TimeProvider clock)
{
    /// <summary>The office itself: where the gateway and the operator belong.</summary>
    public static readonly AgencyCode Office = new("supervision-office");

    private static readonly AccountId GatewayAccount = new("gateway");
    private static readonly AccountId OperatorAccount = new("operator");

    /// <summary>For questions before anybody has signed in.</summary>
    public Caller Gateway() => Mint(GatewayAccount, Role.Gateway);

    /// <summary>Whoever runs a command on the machine itself, in the one role that the command needs.</summary>
    public Caller Operator(Role role) => Mint(OperatorAccount, role);

    public Caller Of(AccountView account) => seal.Mint(new Caller(
        account.Account, account.Agency, account.Roles, account.Portfolio, OnBehalfOf: null, ExpiresAt(), Seal: ""));

    /// <summary>代理: the powers of the absent one, used by the substitute and recorded as his.</summary>
    public Caller For(AccountView absent, AccountView substitute) => seal.Mint(new Caller(
        substitute.Account, absent.Agency, absent.Roles, absent.Portfolio, absent.Account, ExpiresAt(), Seal: ""));

    /// <summary>The same caller once more, for what takes longer than a seal lives.</summary>
    public Caller Again(Caller caller) => seal.Mint(caller with { ExpiresAt = ExpiresAt() });

    private Caller Mint(AccountId account, Role role) =>
        seal.Mint(new Caller(account, Office, [role], [], OnBehalfOf: null, ExpiresAt(), Seal: ""));

    private DateTimeOffset ExpiresAt() => clock.GetUtcNow() + CallerSeal.Lifetime;
}
