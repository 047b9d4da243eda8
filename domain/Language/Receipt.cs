namespace Supervision.Language;

/// <summary>A place in the feed of one shard; a query can name it and waits until it has seen it.</summary>
[GenerateSerializer, Immutable, Alias("FeedPosition")]
public readonly record struct FeedPosition([property: Id(0)] int Shard, [property: Id(1)] long Position)
{
    public override string ToString() => $"{Shard}:{Position}";

    public static bool TryParse(string? text, out FeedPosition position)
    {
        position = default;
        var colon = text?.IndexOf(':') ?? -1;
        if (colon <= 0 || !int.TryParse(text.AsSpan(0, colon), out var shard)
            || !long.TryParse(text.AsSpan(colon + 1), out var at) || shard < 0 || at < 0)
        {
            return false;
        }

        position = new FeedPosition(shard, at);
        return true;
    }
}

/// <summary>The answer to a command.</summary>
[GenerateSerializer, Immutable, Alias("Receipt")]
public abstract record Receipt
{
    private Receipt() { }

    /// <param name="Version">The version of the stream after the command.</param>
    /// <param name="Position">Where the feed tells of it; null when nothing was recorded.</param>
    [GenerateSerializer, Immutable, Alias("Receipt.Done")]
    public sealed record Done([property: Id(0)] long Version, [property: Id(1)] FeedPosition? Position) : Receipt;

    [GenerateSerializer, Immutable, Alias("Receipt.Refused")]
    public sealed record Refused(
        [property: Id(0)] string Code,
        [property: Id(1)] string Chinese,
        [property: Id(2)] string English) : Receipt;
}

/// <summary>A row of the catalogue: a stable code and the two sentences, with places for values.</summary>
public sealed record Refusal(string Code, string Chinese, string English)
{
    public Receipt.Refused With(IReadOnlyList<object> values) => new(
        Code, Fill(Chinese, values, term => term.Chinese), Fill(English, values, term => term.English));

    private static string Fill(string sentence, IReadOnlyList<object> values, Func<Term, string> word) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, sentence, [.. values.Select(v => v is Term term ? word(term) : Text(v))]);

    private static object Text(object value) => value is DateOnly day ? day.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : value;
}
