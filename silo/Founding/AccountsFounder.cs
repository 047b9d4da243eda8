using Supervision.Accounts;
using Supervision.Language;
using Supervision.Silo.Callers;

namespace Supervision.Silo.Founding;

/// <summary>An account that a new store begins with.</summary>
internal sealed record FoundingAccount(
    AccountId Account, string Name, AgencyCode Agency, IReadOnlyList<Role> Roles, IReadOnlyList<AgencyCode> Portfolio);

/// <summary>Opens the first accounts of a store. Sent again it changes nothing, so a founding that was interrupted goes on.</summary>
internal sealed class AccountsFounder(IGrainFactory grains, SystemCallers callers)
{
    /// <param name="password">The first password; it must be changed at the first sign-in if <paramref name="temporary"/>.</param>
    public async Task OpenAsync(FoundingAccount account, string password, bool temporary)
    {
        var grain = grains.GetGrain<IAccountGrain>(account.Account.Value);
        AccountCommand[] commands =
        [
            new OpenAccount(new CommandKey("found:open"), account.Name, account.Agency),
            new GrantRoles(new CommandKey("found:grant"), account.Roles, account.Portfolio),
            new ResetPassword(new CommandKey("found:password"), password, temporary),
        ];
        foreach (var command in commands)
        {
            // A store that came from an export remembers its accounts and not the answers, so a demo is founded over them.
            if (await grain.ExecuteAsync(callers.Founder, command) is Receipt.Refused refused && refused.Code != AccountRefusals.Exists.Code)
                throw new InvalidOperationException($"The store could not be founded: {refused.English}");
        }
    }

    /// <summary>A one-time password for an account that is there: a store that came from an export has no passwords.</summary>
    /// <exception cref="InvalidOperationException">There is no such account, or it is closed.</exception>
    public async Task RenewPasswordAsync(AccountId account, string password)
    {
        var command = new ResetPassword(new CommandKey($"renew:{Guid.CreateVersion7():N}"), password);
        if (await grains.GetGrain<IAccountGrain>(account.Value).ExecuteAsync(callers.Founder, command) is Receipt.Refused refused)
            throw new InvalidOperationException($"{refused.Chinese} · {refused.English}");
    }
}
