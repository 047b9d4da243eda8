using Supervision.Accounts;
using Supervision.Calendars;
using Supervision.Language;

namespace Supervision.Api.Security;

/// <summary>代理: whose powers an account may use now, read from both accounts for each request.</summary>
internal sealed class Substitutes(CurrentAccounts accounts, Callers callers, TimeProvider clock)
{
    /// <summary>Names the absent account; without it everybody acts for himself.</summary>
    public const string Header = "On-Behalf-Of";

    /// <summary>A caller with the powers of the absent one; null where the account does not stand in for it now.</summary>
    public async Task<Caller?> ForAsync(AccountView substitute, AccountId absent) =>
        await accounts.FindAsync(absent) is { } account
        && AbsenceRules.StandsIn(substitute, account, WorkingCalendar.DayOf(clock.GetUtcNow()))
            ? callers.For(account, substitute)
            : null;

    /// <summary>A caller for each account that this one stands in for now.</summary>
    public async Task<IReadOnlyList<Caller>> AllAsync(AccountView substitute)
    {
        var all = new List<Caller>();
        foreach (var one in substitute.Substitutions)
        {
            if (await ForAsync(substitute, one.Account) is { } caller)
                all.Add(caller);
        }

        return all;
    }
}
