using Supervision.Language;

namespace Supervision.Accounts;

/// <summary>Who may be away, and who may stand in for whom (AB 角). Pure: an absence that runs out needs nobody to end it.</summary>
public static class AbsenceRules
{
    public const int DaysMax = 180;

    // What is held in person or not at all: marks of a judge, and whatever is kept apart from business.
    private static readonly Role[] Personal =
        [Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor, Role.Designer, Role.Evaluator];

    // Whoever holds one of these gets no business powers from anybody: they are kept apart (三员分设).
    private static readonly Role[] KeptApart = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor];

    private static readonly Role[] OfTheHeadsOwn = [Role.Handler, Role.Liaison];

    /// <summary>Beside the security administrator: oneself, and a head for the handlers and liaisons of his agency.</summary>
    public static bool MayRecord(Account account, AccountId id, Caller caller) =>
        caller.Account == id
        || (caller.Is(Role.AgencyHead) && account.Id is not null && caller.Agency == account.Agency && account.Roles.All(OfTheHeadsOwn.Contains));

    /// <summary>Whether one account may use the powers of another today. Asked anew for every request.</summary>
    public static bool StandsIn(AccountView substitute, AccountView absent, DateOnly today) =>
        absent is { IsClosed: false, Absence: { } absence } && substitute is { IsClosed: false }
        && absence.From <= today && today <= absence.To
        && absence.Substitute == substitute.Account && substitute.Account != absent.Account
        && substitute.Agency == absent.Agency
        && !substitute.Roles.Any(KeptApart.Contains) && !absent.Roles.Any(Personal.Contains);

    public static Decision Record(Account account, AccountId id, Caller caller, RecordAbsence command, AccountContext context)
    {
        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > AccountRules.ReasonLengthMax)
            return Decision.Refuse(AccountRefusals.ReasonMissing, AccountRules.ReasonLengthMax);
        if (command.From < context.Today || command.To < command.From || command.To.DayNumber - command.From.DayNumber >= DaysMax)
            return Decision.Refuse(AccountRefusals.AbsenceDays, context.Today, DaysMax);
        if (account.Absence is { } stands && stands.To >= context.Today)
            return Decision.Refuse(AccountRefusals.AbsenceStands, stands.From, stands.To);
        if (account.Roles.Where(Personal.Contains).ToArray() is { Length: > 0 } personal)
            return Decision.Refuse(AccountRefusals.PostsPersonal, Term.Join(personal.Select(RoleLabels.Of)));
        if (command.Substitute == id || !IsFit(context.Substitute, account))
            return Decision.Refuse(AccountRefusals.SubstituteUnfit, command.Substitute);
        if (command.Substitute == caller.Account)
            return Decision.Refuse(AccountRefusals.OwnSubstitution);

        return new AbsenceRecorded(command.From, command.To, command.Substitute, command.Reason.Trim());
    }

    public static Decision End(Account account, AccountContext context) =>
        account.Absence is { } stands && stands.To >= context.Today
            ? new AbsenceEnded(stands.From, context.Today, stands.Substitute)
            : Decision.Refuse(AccountRefusals.AbsenceMissing);

    public static Decision Note(Account account, NoteSubstitution command)
    {
        var known = account.Substitutions.FirstOrDefault(one => one.Account == command.Account);
        var isOver = command.To < command.From;
        return (isOver && known is null) || (known?.From == command.From && known.To == command.To)
            ? Decision.Nothing
            : new SubstitutionNoted(command.Account, command.From, command.To);
    }

    private static bool IsFit(Account? substitute, Account absent) =>
        substitute is { Id: not null, IsClosed: false } && substitute.Agency == absent.Agency && !substitute.Roles.Any(KeptApart.Contains);
}
