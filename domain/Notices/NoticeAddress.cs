using Supervision.Language;

namespace Supervision.Notices;

/// <summary>Whom a notice is for: a post in an agency, a post wherever it is, or an account. Written <c>Liaison@education</c>, <c>OfficeDirector@*</c>, <c>account:li</c>.</summary>
/// <remarks>Posts are told, not people: who holds the post then has it in the inbox, and nobody else.</remarks>
public readonly record struct NoticeAddress(string Value)
{
    private static readonly string Anywhere = "*";

    public static NoticeAddress Of(Role role, AgencyCode agency) => new($"{role}@{agency}");

    public static NoticeAddress Of(Role role) => new($"{role}@{Anywhere}");

    public static NoticeAddress Of(AccountId account) => new($"account:{account}");

    /// <summary>Every address that reaches whoever holds these posts. A leader is told of the agencies of the portfolio, not of the own one.</summary>
    public static IEnumerable<NoticeAddress> Reaching(
        AccountId account, AgencyCode agency, IEnumerable<Role> roles, IReadOnlyList<AgencyCode> portfolio) => roles
            .SelectMany(role => role is Role.LeaderInCharge
                ? portfolio.Select(led => Of(role, led)).Append(Of(role))
                : [Of(role, agency), Of(role)])
            .Prepend(Of(account))
            .Distinct();

    public override string ToString() => Value;
}
