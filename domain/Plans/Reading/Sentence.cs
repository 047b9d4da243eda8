namespace Supervision.Plans;

/// <summary>Where a sentence ends, and how its halves are put together.</summary>
internal static class Sentence
{
    public const string EndMarks = "。：》！？…:!?";

    public const string ClosingMarks = "”’）)」』】";

    /// <summary>Whether a paragraph may end here. One that may not was cut by the end of a page.</summary>
    public static bool IsFinished(string text)
    {
        var end = text.AsSpan().TrimEnd(ClosingMarks);
        return end.Length > 0
            && (EndMarks.Contains(end[^1], StringComparison.Ordinal) || (end.Length > 2 && end[^1] == '.' && char.IsAsciiLetterOrDigit(end[^2])));
    }

    /// <summary>What stands between the halves: Chinese needs nothing, two Latin words need a space.</summary>
    public static string Between(string first, string second) =>
        char.IsAsciiLetter(first[^1]) && char.IsAsciiLetter(second[0]) ? " " : "";
}
