namespace Supervision.Notices;

/// <summary>已读: what a person has read. Not for ever, and nobody's business but the person's: no indicator may count it.</summary>
/// <param name="UpTo">Everything up to here.</param>
/// <param name="Ones">Single ones beyond it, by id.</param>
[GenerateSerializer, Immutable, Alias("NoticeMarks")]
public sealed record NoticeMarks([property: Id(0)] FeedStand UpTo, [property: Id(1)] IReadOnlyList<string> Ones)
{
    /// <summary>Whoever marks more of them one by one marks all up to a point.</summary>
    public const int OnesMax = 1_000;

    public static NoticeMarks None { get; } = new(FeedStand.Nowhere, []);

    public bool IsRead(string id, int shard, long position) => position <= UpTo.Of(shard) || Ones.Contains(id);

    /// <summary>Also read: twice is as good as once. Null when there would be too many single marks.</summary>
    public NoticeMarks? With(MarkNotices mark)
    {
        // What was marked singly lies behind the new stand: it was on the page that named it.
        var (upTo, ones) = mark.UpTo is { } seen ? (UpTo.With(seen), []) : (UpTo, Ones);
        IReadOnlyList<string> all = [.. ones.Union(mark.Ids ?? [])];
        return all.Count > OnesMax ? null : new NoticeMarks(upTo, all);
    }
}

/// <summary>标为已读. Marks only ever grow, so it may be sent twice.</summary>
/// <param name="UpTo">Everything that the page with this stand has counted.</param>
/// <param name="Ids">Single ones.</param>
[GenerateSerializer, Immutable, Alias("MarkNotices")]
public sealed record MarkNotices([property: Id(0)] FeedStand? UpTo = null, [property: Id(1)] IReadOnlyList<string>? Ids = null);
