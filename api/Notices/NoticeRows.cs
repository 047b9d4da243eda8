using Supervision.Api.Registers;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Tasks;

namespace Supervision.Api.Notices;

/// <summary>What a fact says to people, as rows. In the transaction that moves the register on, so each fact is heard once.</summary>
internal static class NoticeRows
{
    /// <param name="task">The task after the fact; null for other actors.</param>
    public static void Apply(Statements sql, int shard, DecodedFact decoded, Fact fact, SupervisedTask? task)
    {
        PostRows.Apply(sql, decoded, fact);
        SubjectRows.Apply(sql, decoded, fact);
        if (!NoticeRules.MayTell(fact))
            return;

        foreach (var notice in NoticeRules.Of(fact, SubjectRows.Of(sql, decoded, task)))
            Add(sql, shard, decoded, notice, SubjectRows.TitleOf(sql, decoded, task));
    }

    private static void Add(Statements sql, int shard, DecodedFact decoded, Notice notice, string title)
    {
        var at = decoded.Envelope.RecordedAt.ToUnixTimeMilliseconds();
        if (Repeats(sql, notice, at))
            return;

        var row = (long?)sql.Scalar(
            "INSERT INTO notices (id, shard, position, kind, stream, title, chinese, english, rung, at, author, merge_key, times) "
            + "VALUES ($id, $shard, $position, $kind, $stream, $title, $chinese, $english, $rung, $at, $author, $key, 1) RETURNING row",
            ("$id", $"{decoded.Stream}:{decoded.Envelope.Seq}:{notice.Kind}"), ("$shard", shard), ("$position", decoded.Position),
            ("$kind", notice.Kind), ("$stream", decoded.Stream), ("$title", title), ("$chinese", notice.Chinese),
            ("$english", notice.English), ("$rung", notice.Rung), ("$at", at),
            ("$author", (decoded.Envelope.OnBehalfOf ?? decoded.Envelope.Account).Value), ("$key", notice.MergeKey));
        foreach (var to in notice.To)
        {
            sql.Execute("INSERT INTO notice_to (address, notice, weight) VALUES ($address, $notice, $weight)",
                ("$address", to.Address.Value), ("$notice", row), ("$weight", (int)to.Weight));
        }
    }

    // Counted from the first of them, so that an alert which never ends is heard once a period and not never again.
    private static bool Repeats(Statements sql, Notice notice, long at) => notice.MergedFor > TimeSpan.Zero && sql.Execute(
        "UPDATE notices SET times = times + 1 WHERE row = (SELECT max(row) FROM notices WHERE merge_key = $key) AND at > $since",
        ("$key", notice.MergeKey), ("$since", at - (long)notice.MergedFor.TotalMilliseconds)) > 0;
}
