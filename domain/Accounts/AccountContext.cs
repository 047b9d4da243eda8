using Supervision.Agencies;

namespace Supervision.Accounts;

/// <summary>What a rule of accounts looks at beside the account.</summary>
/// <param name="PresentMatches">For <see cref="ChangePassword"/>: whether the present password was right.</param>
/// <param name="Secret">Where a new password's hash will stand in the erasable store.</param>
/// <param name="Substitute">For <see cref="RecordAbsence"/>: the account that is to stand in, as the ledger knows it.</param>
public sealed record AccountContext(
    Organisation Organisation, bool PresentMatches, string Secret, DateOnly Today, Account? Substitute = null);
