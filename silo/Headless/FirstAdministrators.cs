using System.Security.Cryptography;
using Supervision.Agencies;
using Supervision.Language;
using Supervision.Silo.Founding;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Headless;

/// <summary>The two accounts that a production store begins with: nobody may both open accounts and grant posts.</summary>
internal static class FirstAdministrators
{
    private static readonly AccountId System = new("sysadmin");
    private static readonly AccountId Security = new("secadmin");

    /// <exception cref="InvalidOperationException">They are there: a second password would be shown and not be true.</exception>
    public static async Task CheckNoneAsync(ILedger ledger)
    {
        var opened = await ledger.LoadAsync($"account/{System}", CancellationToken.None);
        if (opened is not { Snapshot: null, Tail.Count: 0 })
            throw new InvalidOperationException($"The store has its first administrators already. Ask {System} for another password.");
    }

    /// <summary>Opens both and shows their passwords once; each must be changed at the first sign-in.</summary>
    public static async Task OpenAsync(AccountsFounder founder, TextWriter to)
    {
        var office = Organisation.Shipped.All.First(agency => agency.Kind is AgencyKind.SupervisionOffice).Code;
        FoundingAccount[] accounts =
        [
            new(System, "系统管理员", office, [Role.SystemAdministrator], []),
            new(Security, "安全管理员", office, [Role.SecurityAdministrator], []),
        ];

        await to.WriteLineAsync(
            "以下一次性密码只显示这一次，首次登录须修改 · these passwords are shown once and must be changed at the first sign-in:");
        foreach (var account in accounts)
        {
            var password = OneTimePassword();
            await founder.OpenAsync(account, password, temporary: true);
            await to.WriteLineAsync($"  {account.Name}  {account.Account}  {password}");
        }
    }

    // Three kinds of characters, none of which is taken for another: as AccountRules ask, and as people copy.
    private static string OneTimePassword() => string.Join('-',
        RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 4),
        RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz", 4),
        RandomNumberGenerator.GetString("23456789", 4));
}
