using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>
/// The words that English plans count their parts by (Goal 1, Strategy 1.1). Where two words of one rank occur, such as
/// Part and Goal, the one that comes first is above the other.
/// </summary>
internal static partial class EnglishWords
{
    public const string End = @"(?:\s*[:.—–-]\s*|\s+(?=[A-Z])|$)";

    private const int LevelsMax = 4;

    private static readonly string[][] Ranks =
    [
        ["goal", "part", "chapter", "pillar", "priority", "theme", "focus area"],
        ["objective", "strategy", "outcome"],
        ["action", "task", "activity", "measure", "initiative"],
    ];

    /// <summary>Each word with its level; null where no two share a rank, so that the rank alone tells.</summary>
    public static IReadOnlyList<(string Word, PlanLevel Level)>? Nested(IEnumerable<string> lines)
    {
        var words = lines.Select(line => Counted().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["word"].Value.ToLowerInvariant()).CountBy(word => word)
            .Where(counted => counted.Value > 1).Select(counted => counted.Key).ToList();
        var ranked = words.Select(word => (word, Rank: Array.FindIndex(Ranks, rank => rank.Contains(word)))).OrderBy(of => of.Rank).ToList();
        return ranked.Count is < 2 or > LevelsMax || ranked.DistinctBy(of => of.Rank).Count() == ranked.Count
            ? null
            : [.. ranked.Select((of, i) => (of.word, PlanLevel.Article - ranked.Count + 1 + i))];
    }

    public static string PatternOf(string word) =>
        $@"^(?<key>(?i:(?:strategic|key)\s+)?(?i:{word})\s+(?:[A-Z]\.?(?=\d)|(?:\d{{1,2}}\.)+)?(?<number>\d{{1,3}}|[IVX]{{1,4}}|[A-Za-z]\b)){End}";

    [GeneratedRegex(@"^(?:(?:strategic|key)\s+)?(?<word>goal|part|chapter|pillar|priority|theme|focus area|objective|strategy|outcome|action|task|activity|measure|initiative)\s+(?:[A-Z]\.?(?=\d)|(?:\d{1,2}\.)+)?(?:\d{1,3}|[IVX]{1,4}|[A-Z])(?:\s*[:.—–-]|\s+[A-Z]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
