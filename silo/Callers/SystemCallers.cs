using Supervision.Language;

namespace Supervision.Silo.Callers;

/// <summary>The silo's own callers. The key that seals them never leaves the silos, so no gateway can mint one.</summary>
internal sealed class SystemCallers(CallerSeal seal, TimeProvider clock)
{
    public static readonly AgencyCode Agency = new("supervision-system");

    public Caller Clock => Of("clock", Role.Clock, null);

    /// <summary>A follower acts for the person whose fact it follows.</summary>
    public Caller Follower(AccountId? onBehalfOf) => Of("follower", Role.Follower, onBehalfOf);

    /// <summary>Fills a new store.</summary>
    public Caller Founder => Of("founder", Role.Founder, null);

    private Caller Of(string account, Role role, AccountId? onBehalfOf) => seal.Mint(new Caller(
        new AccountId(account), Agency, [role], [], onBehalfOf, clock.GetUtcNow() + CallerSeal.Lifetime, ""));
}
