using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Accounts;

/// <summary>What one can ask of an account.</summary>
[GenerateSerializer, Immutable, Alias("AccountCommand")]
public abstract record AccountCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>开户. The system administrator alone; grants nothing.</summary>
[GenerateSerializer, Immutable, Alias("Account.Open")]
public sealed record OpenAccount(
    CommandKey Key, [property: Id(1)] string Name, [property: Id(2)] AgencyCode Agency) : AccountCommand(Key);

/// <summary>授权. The security administrator alone; replaces the posts there were.</summary>
[GenerateSerializer, Immutable, Alias("Account.GrantRoles")]
public sealed record GrantRoles(
    CommandKey Key,
    [property: Id(1)] IReadOnlyList<Role> Roles,
    [property: Id(2)] IReadOnlyList<AgencyCode>? Portfolio = null) : AccountCommand(Key);

/// <summary>A first or forgotten password, by the system administrator; it must be changed at the next sign-in.</summary>
/// <param name="Temporary">False for the accounts of a demo store alone, whose founder may keep it.</param>
[GenerateSerializer, Immutable, Alias("Account.ResetPassword")]
public sealed record ResetPassword(CommandKey Key, [property: Id(1), JsonIgnore] string Password, [property: Id(2)] bool Temporary = true)
    : AccountCommand(Key)
{
    // Never in a log, and never in the hash of a command's body: a hash of a password can be guessed.
    public override string ToString() => nameof(ResetPassword);
}

/// <summary>One's own password, with the present one.</summary>
[GenerateSerializer, Immutable, Alias("Account.ChangePassword")]
public sealed record ChangePassword(
    CommandKey Key, [property: Id(1), JsonIgnore] string Present, [property: Id(2), JsonIgnore] string Password) : AccountCommand(Key)
{
    public override string ToString() => nameof(ChangePassword);
}

[GenerateSerializer, Immutable, Alias("Account.Unlock")]
public sealed record UnlockAccount(CommandKey Key) : AccountCommand(Key);

[GenerateSerializer, Immutable, Alias("Account.Close")]
public sealed record CloseAccount(CommandKey Key, [property: Id(1)] string Reason) : AccountCommand(Key);

/// <summary>登记离岗. The account itself, the head of its agency for those who work for him, or the security administrator.</summary>
/// <param name="From">The first day, today at the earliest.</param>
/// <param name="To">The last day.</param>
/// <param name="Substitute">Another account of the same agency; it may do what this one may, and nothing more.</param>
[GenerateSerializer, Immutable, Alias("Account.RecordAbsence")]
public sealed record RecordAbsence(
    CommandKey Key, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly To, [property: Id(3)] AccountId Substitute,
    [property: Id(4)] string Reason) : AccountCommand(Key);

/// <summary>返岗: back before the last day, or not away at all.</summary>
[GenerateSerializer, Immutable, Alias("Account.EndAbsence")]
public sealed record EndAbsence(CommandKey Key) : AccountCommand(Key);

/// <summary>A follower notes with the substitute for whom it stands in.</summary>
/// <param name="To">The last day; before <paramref name="From"/> where there is none any more.</param>
[GenerateSerializer, Immutable, Alias("Account.NoteSubstitution")]
public sealed record NoteSubstitution(
    CommandKey Key, [property: Id(1)] AccountId Account, [property: Id(2)] DateOnly From, [property: Id(3)] DateOnly To) : AccountCommand(Key);
