using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>All that one command changes, written at once or not at all.</summary>
/// <param name="ExpectedSeq">The version the decision was made on; 0 for a new stream.</param>
/// <param name="BodyHash">Of the command's body, so that the same key with another body can be told apart.</param>
/// <param name="Snapshot">The state after the last of <paramref name="Events"/>, or null.</param>
/// <param name="DuesCompleted">Keys; removed before <paramref name="DuesSet"/> are set.</param>
/// <param name="Answer">Kept for <see cref="ILedger.AnswerRetention"/> and given again for the same (account, key).</param>
internal sealed record Append(
    string Stream,
    long ExpectedSeq,
    string Account,
    string CommandKey,
    string BodyHash,
    IReadOnlyList<RecordedEvent> Events,
    Snapshot? Snapshot,
    IReadOnlyList<DueTime> DuesSet,
    IReadOnlyList<string> DuesCompleted,
    string Answer,
    DateTimeOffset RecordedAt)
{
    public const int EventsMax = 1_000;
    public const int DuesMax = 1_000;
    public const int BytesMax = 4 * 1024 * 1024;

    public long LastSeq => Events[^1].Seq;

    /// <summary>Every implementation calls this first, so that all refuse the same.</summary>
    public void Check()
    {
        StreamName.Check(Stream);
        if (Events.Count is 0 or > EventsMax)
            throw new ArgumentException($"An append has 1 to {EventsMax} events, not {Events.Count}; complete a due time by itself.");
        if (DuesSet.Count + DuesCompleted.Count > DuesMax)
            throw new ArgumentException($"An append sets and completes at most {DuesMax} due times. Split the command.");

        CheckEvents();
        if (Snapshot is { } snapshot && (snapshot.Seq != LastSeq || snapshot.Hash != Events[^1].Hash))
            throw new ArgumentException($"The snapshot of {Stream} is of {snapshot.Seq}, its last event is {LastSeq}.");

        CheckWord(Account);
        CheckWord(CommandKey);
        foreach (var due in DuesSet) CheckWord(due.Key);
        foreach (var key in DuesCompleted) CheckWord(key);
    }

    private void CheckEvents()
    {
        long bytes = 0;
        for (var i = 0; i < Events.Count; i++)
        {
            if (Events[i].Seq != ExpectedSeq + 1 + i)
                throw new ArgumentException($"Event {Events[i].Seq} of {Stream} does not follow {ExpectedSeq + i}.");

            bytes += Events[i].Body.Length;
        }

        if (bytes > BytesMax)
            throw new ArgumentException($"The events are {bytes} bytes, the most is {BytesMax}. Attach the content as a file.");
    }

    // Control characters separate the parts of keys and lines in the stores.
    private static void CheckWord(string word)
    {
        if (word.Length is 0 or > StreamName.LengthMax || StreamName.HasControl(word))
            throw new ArgumentException($"Accounts and keys have 1 to {StreamName.LengthMax} visible characters; \"{word}\" does not.");
    }
}

/// <summary>What became of an append that was not refused.</summary>
internal abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>Durable, and told by the feed at <paramref name="Position"/>.</summary>
    internal sealed record Appended(FeedPosition Position) : AppendResult;

    /// <summary>The (account, key) had been answered on this stream before: nothing was written.</summary>
    internal sealed record Repeated(KeptAnswer Answer) : AppendResult;
}

/// <summary>The answer given to a command before.</summary>
internal sealed record KeptAnswer(string BodyHash, string Answer, FeedPosition? Position);
