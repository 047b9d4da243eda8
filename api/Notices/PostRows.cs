using Supervision.Accounts;
using Supervision.Api.Registers;
using Supervision.Language;
using Supervision.Notices;

namespace Supervision.Api.Notices;

/// <summary>Which addresses reach whom, and since when: a new holder of a post is not flooded with what came before.</summary>
internal static class PostRows
{
    public static void Apply(Statements sql, DecodedFact decoded, Fact fact)
    {
        if (decoded.Actor != "account")
            return;

        var at = decoded.Envelope.RecordedAt.ToUnixTimeMilliseconds();
        sql.Execute("UPDATE notice_accounts SET version = $version WHERE account = $account",
            ("$version", decoded.Envelope.Seq), ("$account", decoded.Id));
        switch (fact)
        {
            case AccountOpened e:
                sql.Execute(
                    "INSERT OR REPLACE INTO notice_accounts (account, agency, version, closed) VALUES ($account, $agency, $version, 0)",
                    ("$account", decoded.Id), ("$agency", e.Agency.Value), ("$version", decoded.Envelope.Seq));
                Grant(sql, decoded.Id, [], [], at);
                break;
            case RolesGranted e:
                Grant(sql, decoded.Id, [.. e.Roles.Select(Enum.Parse<Role>)], e.Portfolio, at);
                break;
            case AccountClosed:
                sql.Execute("UPDATE notice_accounts SET closed = 1 WHERE account = $account", ("$account", decoded.Id));
                sql.Execute("DELETE FROM notice_posts WHERE account = $account", ("$account", decoded.Id));
                break;
        }
    }

    // Posts that were held before keep their day; those that are gone take their notices with them.
    private static void Grant(Statements sql, string account, IReadOnlyList<Role> roles, IReadOnlyList<AgencyCode> portfolio, long at)
    {
        var agency = (string)sql.Scalar("SELECT agency FROM notice_accounts WHERE account = $account", ("$account", account))!;
        var addresses = NoticeAddress.Reaching(new AccountId(account), new AgencyCode(agency), roles, portfolio)
            .Select(address => address.Value).ToHashSet();
        var held = new List<string>();
        using (var reader = sql.Read("SELECT address FROM notice_posts WHERE account = $account", ("$account", account)))
        {
            while (reader.Read())
                held.Add(reader.GetString(0));
        }

        foreach (var gone in held.Where(address => !addresses.Contains(address)))
        {
            sql.Execute("DELETE FROM notice_posts WHERE account = $account AND address = $address",
                ("$account", account), ("$address", gone));
        }

        foreach (var address in addresses)
        {
            sql.Execute("INSERT OR IGNORE INTO notice_posts (account, address, since) VALUES ($account, $address, $since)",
                ("$account", account), ("$address", address), ("$since", at));
        }
    }
}
