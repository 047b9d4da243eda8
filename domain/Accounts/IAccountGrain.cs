using Supervision.Language;

namespace Supervision.Accounts;

/// <summary>One account. Key: the <see cref="AccountId"/>.</summary>
[Alias("supervision.account")]
public interface IAccountGrain : IStreamGrain, IGrainWithStringKey
{
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, AccountCommand command);

    /// <summary>The gateway alone. Wrong name, wrong password and closed account give the same refusal.</summary>
    /// <returns>The account, or a refusal: <c>account.sign-in-refused</c>, <c>account.locked</c>.</returns>
    [Alias("sign-in")]
    Task<SignInAnswer> SignInAsync(Caller caller, string password);

    /// <summary>The gateway (to mint callers), administrators, auditors and the account itself; null for others.</summary>
    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<AccountView?> ViewAsync(Caller caller);
}

[GenerateSerializer, Immutable, Alias("SignInAnswer")]
public sealed record SignInAnswer([property: Id(0)] AccountView? Account, [property: Id(1)] Receipt.Refused? Refused);

/// <param name="Absence">离岗: the one that is recorded and not over yet.</param>
/// <param name="Substitutions">代理: for whom it stands in, now or later.</param>
[GenerateSerializer, Immutable, Alias("AccountView")]
public sealed record AccountView(
    [property: Id(0)] AccountId Account,
    [property: Id(1)] long Version,
    [property: Id(2)] string Name,
    [property: Id(3)] AgencyCode Agency,
    [property: Id(4)] IReadOnlyList<Role> Roles,
    [property: Id(5)] IReadOnlyList<AgencyCode> Portfolio,
    [property: Id(6)] bool MustChangePassword,
    [property: Id(7)] bool IsLocked,
    [property: Id(8)] bool IsClosed,
    [property: Id(9)] Absence? Absence,
    [property: Id(10)] IReadOnlyList<Substitution> Substitutions);
