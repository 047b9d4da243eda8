using System.Text;
using Microsoft.AspNetCore.Identity;
using Supervision.Accounts;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Silo.Erasable;

namespace Supervision.Silo.Accounts;

/// <summary>Hashes of passwords stand in the erasable store under the name that the ledger's fact gives; the ledger has no secrets.</summary>
[GrainType("account")]
internal sealed class AccountGrain(ActorServices services, IErasableStore secrets) : StreamGrain<Account>(services), IAccountGrain
{
    private static readonly PasswordHasher<string> Hasher = new();

    // Compared against where there is no account, so that a wrong name takes as long as a wrong password.
    private static readonly string NobodysHash = Hasher.HashPassword("", "nobody");

    private AccountId Id => new(this.GetPrimaryKeyString());

    private DateOnly Today => WorkingCalendar.DayOf(Now);

    private string NextSecret => $"password/{Id}/{Version + 1}";

    public async Task<Receipt> ExecuteAsync(Caller caller, AccountCommand command)
    {
        var (before, secret) = (State.Secret, NextSecret);
        var matches = command is ChangePassword change && await MatchesAsync(change.Present);
        var substitute = command is RecordAbsence absence ? await Services.Definitions.LoadAsync<Account>($"account/{absence.Substitute}") : null;
        var context = new AccountContext(Services.Organisation, matches, secret, Today, substitute);
        if (command is ResetPassword or ChangePassword && AccountRules.Decide(State, Id, caller, command, context) is Decision.Accepted)
            await secrets.PutAsync(secret, Encoding.UTF8.GetBytes(Hasher.HashPassword(Id.Value, PasswordOf(command))));

        var receipt = await ExecuteAsync(caller, command, (account, _) => AccountRules.Decide(account, Id, caller, command, context));
        if (State.Secret == secret && before is not null && before != secret)
            await secrets.EraseAsync(before);

        return receipt;
    }

    public async Task<SignInAnswer> SignInAsync(Caller caller, string password)
    {
        if (!caller.Is(Role.Gateway))
            return new SignInAnswer(null, AccountRefusals.NotAllowed.With([RoleLabels.Of(caller), AccountLabels.SignIn]));

        // A locked account is not compared: the answer must not tell whether the guess was right.
        var matches = State.LockedUntil > Now || await MatchesAsync(password);
        var attempt = new SignInAttempt(new CommandKey($"sign-in:{Version + 1}"));
        var receipt = await ExecuteAsync(caller, attempt, (account, now) => AccountRules.SignIn(account, matches, now));
        return receipt is Receipt.Refused refused ? new SignInAnswer(null, refused)
            : matches ? new SignInAnswer(View(), null)
            : new SignInAnswer(null, AccountRefusals.SignInRefused.With([]));
    }

    public Task<AccountView?> ViewAsync(Caller caller) =>
        Task.FromResult(MayView(caller) && State.Id is not null ? View() : null);

    protected override bool MayView(Caller caller) => AccountRules.MayView(Id, caller);

    private AccountView View() => new(
        Id, Version, State.Name, State.Agency, State.Roles, State.Portfolio, State.MustChange,
        State.LockedUntil > Now, State.IsClosed, State.Absence is { } away && away.To >= Today ? away : null,
        [.. State.Substitutions.Where(one => one.To >= Today)]);

    private async Task<bool> MatchesAsync(string password)
    {
        var hash = State is { Secret: { } secret, IsClosed: false } && await secrets.FindAsync(secret) is { } bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;
        return Hasher.VerifyHashedPassword(Id.Value, hash ?? NobodysHash, password) is not PasswordVerificationResult.Failed
            && hash is not null;
    }

    private static string PasswordOf(AccountCommand command) => command switch
    {
        ResetPassword c => c.Password,
        ChangePassword c => c.Password,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private sealed record SignInAttempt(CommandKey Key) : ICommand;
}
