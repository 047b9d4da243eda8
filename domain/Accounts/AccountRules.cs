using Supervision.Agencies;
using Supervision.Language;

namespace Supervision.Accounts;

/// <summary>Who may open, grant and close; when an account locks. Sources: 等保 2.0 三级 (to be confirmed with the customer).</summary>
public static class AccountRules
{
    public const int PasswordLengthMin = 10;
    public const int NameLengthMax = 60;
    public const int ReasonLengthMax = 500;
    public const int FailuresMax = 5;
    public const int LockMinutes = 30;

    private static readonly Role[] Administrators =
        [Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor];

    // The system signs its own facts with these; a person of that name would blur who did what.
    private static readonly HashSet<string> Reserved = ["clock", "follower", "founder", "gateway", "operator"];

    private static readonly Role[] SystemRoles = [Role.Clock, Role.Follower, Role.Founder, Role.Gateway];

    private static readonly Dictionary<Type, Role> Rights = new()
    {
        [typeof(OpenAccount)] = Role.SystemAdministrator,
        [typeof(ResetPassword)] = Role.SystemAdministrator,
        [typeof(UnlockAccount)] = Role.SystemAdministrator,
        [typeof(CloseAccount)] = Role.SystemAdministrator,
        [typeof(GrantRoles)] = Role.SecurityAdministrator,
        [typeof(RecordAbsence)] = Role.SecurityAdministrator,
        [typeof(EndAbsence)] = Role.SecurityAdministrator,
        [typeof(NoteSubstitution)] = Role.Follower,
    };

    /// <summary>The role that a command needs; null where the account itself gives it.</summary>
    public static Role? RightOf(Type command) => Rights.TryGetValue(command, out var role) ? role : null;

    // Powers that are used for another never reach accounts: a substitute changes no password and names no substitute.
    private static bool MayGive(Account account, AccountId id, Caller caller, AccountCommand command) =>
        (caller.OnBehalfOf is null || caller.Is(Role.Follower))
        && ((RightOf(command.GetType()) is { } role && caller.IsAny(role, Role.Founder))
            || (command is ChangePassword && caller.Account == id)
            || (command is RecordAbsence or EndAbsence && AbsenceRules.MayRecord(account, id, caller)));

    public static bool MayView(AccountId account, Caller caller) =>
        caller.Account == account
        || caller.IsAny(Role.Gateway, Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor);

    /// <param name="id">The account's id, also before it is opened.</param>
    public static Decision Decide(Account account, AccountId id, Caller caller, AccountCommand command, AccountContext context)
    {
        if (!MayGive(account, id, caller, command))
            return Decision.Refuse(AccountRefusals.NotAllowed, RoleLabels.Of(caller), AccountLabels.Of(command));
        if (command is OpenAccount open)
            return Open(account, id, open, context.Organisation);
        if (account.Id is null)
            return Decision.Refuse(AccountRefusals.NotFound, id);
        if (account.IsClosed)
            return Decision.Refuse(AccountRefusals.IsClosed);

        return command switch
        {
            GrantRoles c => Grant(account, caller, c, context.Organisation),
            ResetPassword c => IsWeak(c.Password, id) ? Weak() : new PasswordSet(MustChange: c.Temporary || !caller.Is(Role.Founder), context.Secret),
            ChangePassword c => Change(id, c, context.PresentMatches, context.Secret),
            UnlockAccount => account.LockedUntil is null ? Decision.Nothing : new AccountUnlocked(),
            CloseAccount when caller.Account == id => Decision.Refuse(AccountRefusals.OwnClosing),
            CloseAccount c => new AccountClosed(c.Reason.Length <= ReasonLengthMax ? c.Reason : c.Reason[..ReasonLengthMax]),
            RecordAbsence c => AbsenceRules.Record(account, id, caller, c, context),
            EndAbsence => AbsenceRules.End(account, context),
            NoteSubstitution c => AbsenceRules.Note(account, c),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>One attempt: success resets the count, the fifth failure locks, a lock ends by itself.</summary>
    public static Decision SignIn(Account account, bool passwordMatches, DateTimeOffset now)
    {
        if (account.LockedUntil > now)
            return Decision.Refuse(AccountRefusals.Locked, (int)Math.Ceiling((account.LockedUntil.Value - now).TotalMinutes));
        if (account.Id is null || account.IsClosed || account.Secret is null)
            return Decision.Refuse(AccountRefusals.SignInRefused);
        if (passwordMatches)
            return new SignedIn();

        return account.FailedTimes + 1 >= FailuresMax
            ? Decision.Record(new SignInFailed(account.FailedTimes + 1), new AccountLocked(now.AddMinutes(LockMinutes)))
            : new SignInFailed(account.FailedTimes + 1);
    }

    private static Decision Open(Account account, AccountId id, OpenAccount command, Organisation organisation)
    {
        if (account.Id is not null)
            return Decision.Refuse(AccountRefusals.Exists, id);
        if (Reserved.Contains(id.Value))
            return Decision.Refuse(AccountRefusals.ReservedName, id);
        if (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > NameLengthMax)
            return Decision.Refuse(AccountRefusals.NameMissing, NameLengthMax);
        if (organisation.Find(command.Agency) is null)
            return Decision.Refuse(AccountRefusals.AgencyUnknown, command.Agency);

        return new AccountOpened(id, command.Name.Trim(), command.Agency);
    }

    private static Decision Grant(Account account, Caller caller, GrantRoles command, Organisation organisation)
    {
        var roles = command.Roles.Distinct().Order().ToArray();
        var portfolio = command.Portfolio ?? [];
        if (caller.Account == account.Id)
            return Decision.Refuse(AccountRefusals.OwnRoles);
        if (roles.Cast<Role?>().FirstOrDefault(role => SystemRoles.Contains(role!.Value)) is { } system)
            return Decision.Refuse(AccountRefusals.SystemRole, system);
        if (roles.Length > 1 && roles.Any(Administrators.Contains))
            return Decision.Refuse(AccountRefusals.RolesApart);
        if (portfolio.Count > 0 && !roles.Contains(Role.LeaderInCharge))
            return Decision.Refuse(AccountRefusals.PortfolioNeedsLeader);
        if (portfolio.Cast<AgencyCode?>().FirstOrDefault(code => organisation.Find(code!.Value) is null) is { } unknown)
            return Decision.Refuse(AccountRefusals.AgencyUnknown, unknown);

        return new RolesGranted([.. roles.Select(role => role.ToString())], [.. portfolio.Distinct()]);
    }

    private static Decision Change(AccountId id, ChangePassword command, bool presentMatches, string secret) =>
        !presentMatches ? Decision.Refuse(AccountRefusals.SignInRefused)
        : command.Present == command.Password ? Decision.Refuse(AccountRefusals.PasswordSame)
        : IsWeak(command.Password, id) ? Weak()
        : new PasswordSet(MustChange: false, secret);

    private static Decision Weak() => Decision.Refuse(AccountRefusals.PasswordWeak, PasswordLengthMin);

    private static bool IsWeak(string password, AccountId id)
    {
        int[] kinds =
        [
            password.Any(char.IsUpper) ? 1 : 0, password.Any(char.IsLower) ? 1 : 0,
            password.Any(char.IsDigit) ? 1 : 0, password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0,
        ];
        return password.Length < PasswordLengthMin || kinds.Sum() < 3
            || password.Contains(id.Value, StringComparison.OrdinalIgnoreCase);
    }
}
