using System.Text.Json;
using Supervision.Language;
using Supervision.Notices;

namespace Supervision.Api.Notices;

/// <summary>The notices of one person as SQL: one predicate for list, counts and mail.</summary>
internal static class NoticeQuery
{
    /// <summary>
    /// Common tables <c>mine</c> (a row a notice, <c>weight</c> the greatest that it has for this person, <c>is_read</c> 0 or 1).
    /// </summary>
    /// <remarks>Parameters: account, addresses (of the posts held now), upto, ones.</remarks>
    public const string Mine = """
        WITH upto AS (SELECT CAST(key AS INTEGER) AS shard, value AS position FROM json_each($upto)),
        mine AS (
            SELECT n.*, max(t.weight) AS weight,
                (n.position <= coalesce((SELECT position FROM upto WHERE upto.shard = n.shard), 0)
                    OR n.id IN (SELECT value FROM json_each($ones))) AS is_read
            FROM notice_posts p JOIN notice_to t ON t.address = p.address JOIN notices n ON n.row = t.notice
            WHERE p.account = $account AND p.address IN (SELECT value FROM json_each($addresses))
                AND n.at >= p.since AND n.author <> $account
            GROUP BY n.row)

        """;

    public static (string Name, object Value)[] ParametersOf(Caller caller, NoticeMarks marks) =>
    [
        ("$account", caller.Account.Value),
        ("$addresses", JsonSerializer.Serialize(NoticeAddress
            .Reaching(caller.Account, caller.Agency, caller.Roles, caller.Portfolio).Select(address => address.Value))),
        ("$upto", JsonSerializer.Serialize(marks.UpTo.Positions)),
        ("$ones", JsonSerializer.Serialize(marks.Ones)),
    ];
}
