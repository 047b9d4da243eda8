using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Accounts;

/// <summary>An account as its ledger tells it.</summary>
public sealed record Account(
    AccountId? Id, string Name, AgencyCode Agency, IReadOnlyList<Role> Roles, IReadOnlyList<AgencyCode> Portfolio,
    string? Secret, bool MustChange, int FailedTimes, DateTimeOffset? LockedUntil, bool IsClosed,
    Absence? Absence = null, IReadOnlyList<Substitution>? StandsInFor = null) : IStreamState<Account>
{
    public static Account Initial { get; } = new(null, "", default, [], [], null, false, 0, null, false);

    public ProcessSet Processes => ProcessSet.None;

    /// <summary>代理: one entry for each account, the newest last.</summary>
    public IReadOnlyList<Substitution> Substitutions => StandsInFor ?? [];

    public Account Evolve(Fact fact) => fact switch
    {
        AccountOpened e => this with { Id = e.Account, Name = e.Name, Agency = e.Agency },
        RolesGranted e => this with { Roles = [.. e.Roles.Select(Enum.Parse<Role>)], Portfolio = e.Portfolio },
        PasswordSet e => this with { Secret = e.Secret, MustChange = e.MustChange, FailedTimes = 0, LockedUntil = null },
        SignedIn => this with { FailedTimes = 0, LockedUntil = null },
        SignInFailed e => this with { FailedTimes = e.Times },
        AccountLocked e => this with { LockedUntil = e.Until, FailedTimes = 0 },
        AccountUnlocked => this with { LockedUntil = null, FailedTimes = 0 },
        AccountClosed => this with { IsClosed = true },
        AbsenceRecorded e => this with { Absence = new(e.From, e.To, e.Substitute) },
        AbsenceEnded => this with { Absence = null },
        SubstitutionNoted e => this with
        {
            StandsInFor = [.. Substitutions.Where(one => one.Account != e.Account), .. Standing(e)],
        },
        _ => throw UnknownFactException.Of(fact),
    };

    private static IEnumerable<Substitution> Standing(SubstitutionNoted e) => e.To < e.From ? [] : [new(e.Account, e.From, e.To)];
}
