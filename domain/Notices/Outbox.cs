namespace Supervision.Notices;

/// <summary>发件箱: how far a person has been sent mail, and the mail that is on its way.</summary>
/// <param name="SentUpTo">Everything up to here was sent, read or left out by the settings.</param>
/// <param name="Mail">What is fixed and not yet known to be delivered; null for nothing.</param>
/// <param name="Parked">Why nothing is sent any more until an operator looks; null while all is well.</param>
[GenerateSerializer, Immutable, Alias("Outbox")]
public sealed record Outbox(
    [property: Id(0)] FeedStand SentUpTo, [property: Id(1)] OutgoingMail? Mail, [property: Id(2)] DateTimeOffset? LastSentAt,
    [property: Id(3)] string? Parked)
{
    public static Outbox Empty { get; } = new(FeedStand.Nowhere, null, null, null);
}

/// <summary>A mail, fixed before it is sent: sent again it is the same mail with the same id, whatever has come meanwhile.</summary>
/// <param name="Id">The local part of its Message-ID: whoever receives it twice can drop the double.</param>
/// <param name="Ids">The notices in it. None is in any other mail to this person.</param>
/// <param name="UpTo">Where the feeds stood.</param>
[GenerateSerializer, Immutable, Alias("OutgoingMail")]
public sealed record OutgoingMail(
    [property: Id(0)] string Id, [property: Id(1)] string Address, [property: Id(2)] IReadOnlyList<string> Ids,
    [property: Id(3)] FeedStand UpTo, [property: Id(4)] int Tries, [property: Id(5)] DateTimeOffset NotBefore,
    [property: Id(6)] string? LastError);

/// <summary>What became of a try to send.</summary>
[GenerateSerializer, Alias("SendOutcome")]
public enum SendOutcome
{
    /// <summary>The other side has it.</summary>
    Sent,

    /// <summary>Not now; it is tried again, later each time.</summary>
    Failed,

    /// <summary>The other side will never take it.</summary>
    Refused,
}

/// <summary>How an outbox moves. Pure.</summary>
public static class OutboxRules
{
    /// <summary>With the pauses below about four days: a server that is down over a weekend loses nothing.</summary>
    public const int TriesMax = 100;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Fixes a mail. The id comes from where the outbox stands and what is in it, so that two who fix the same fix one mail.</summary>
    public static Outbox Fix(Outbox outbox, string id, string address, IReadOnlyList<PendingNotice> now, FeedStand upTo, DateTimeOffset at) =>
        outbox with { Mail = new OutgoingMail(id, address, [.. now.Select(notice => notice.Id)], upTo, 0, at, null) };

    /// <summary>The same for a mail of another id: it was settled before, and once is enough.</summary>
    public static Outbox Settle(Outbox outbox, string id, SendOutcome outcome, string? error, DateTimeOffset now)
    {
        if (outbox.Mail is not { } mail || mail.Id != id)
            return outbox;

        var failed = mail with { Tries = mail.Tries + 1, LastError = error, NotBefore = now + PauseAfter(mail.Tries + 1) };
        return outcome switch
        {
            SendOutcome.Sent => new Outbox(outbox.SentUpTo.With(mail.UpTo), null, now, null),
            SendOutcome.Failed when failed.Tries < TriesMax => outbox with { Mail = failed },
            _ => outbox with { Mail = failed, Parked = error ?? "" },
        };
    }

    /// <summary>An operator, or a new address, sets a parked mail going again.</summary>
    public static Outbox Resume(Outbox outbox, string? address, DateTimeOffset now) => outbox with
    {
        Parked = null,
        Mail = outbox.Mail is { } mail ? mail with { Address = address ?? mail.Address, Tries = 0, NotBefore = now } : null,
    };

    public static TimeSpan PauseAfter(int tries) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(tries - 1, 10)));
}
