using Supervision.Language;

namespace Supervision.Accounts;

// Facts about accounts. Secrets are never facts: password hashes stand in the erasable store.

/// <summary>开户.</summary>
[Kind("account.opened")]
public sealed record AccountOpened(AccountId Account, string Name, AgencyCode Agency) : Fact;

/// <summary>授权: the posts this account holds from now on, and a leader's portfolio (分管).</summary>
[Kind("account.roles-granted")]
public sealed record RolesGranted(IReadOnlyList<string> Roles, IReadOnlyList<AgencyCode> Portfolio) : Fact;

/// <summary>A new password was set; <paramref name="MustChange"/> when somebody else chose it.</summary>
/// <param name="Secret">Where its hash stands in the erasable store.</param>
[Kind("account.password-set")]
public sealed record PasswordSet(bool MustChange, string Secret) : Fact;

[Kind("account.signed-in")]
public sealed record SignedIn : Fact;

[Kind("account.sign-in-failed")]
public sealed record SignInFailed(int Times) : Fact;

/// <summary>锁定: too many failures in a row.</summary>
[Kind("account.locked")]
public sealed record AccountLocked(DateTimeOffset Until) : Fact;

[Kind("account.unlocked")]
public sealed record AccountUnlocked : Fact;

/// <summary>销户: nobody signs in with it again; its name is never given to somebody else.</summary>
[Kind("account.closed")]
public sealed record AccountClosed(string Reason) : Fact;

/// <summary>登记离岗: away on these days, and who stands in.</summary>
[Kind("account.absence-recorded")]
public sealed record AbsenceRecorded(DateOnly From, DateOnly To, AccountId Substitute, string Reason) : Fact;

/// <summary>返岗: back before the last day. An absence that runs out ends by itself, without a fact.</summary>
/// <param name="From">The first day of the absence that ends.</param>
/// <param name="On">The first day back.</param>
[Kind("account.absence-ended")]
public sealed record AbsenceEnded(DateOnly From, DateOnly On, AccountId Substitute) : Fact;

/// <summary>代理: this account stands in for another; the last word on that account counts.</summary>
[Kind("account.substitution-noted")]
public sealed record SubstitutionNoted(AccountId Account, DateOnly From, DateOnly To) : Fact;
