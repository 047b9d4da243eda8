using Supervision.Language;

namespace Supervision.Api;

/// <summary>An administrator that a production store begins with.</summary>
internal sealed record FirstAdministrator(AccountId Account, string Name, Role Role, string Password)
{
    // Never in a log.
    public override string ToString() => Account.Value;
}
