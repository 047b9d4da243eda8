using System.Text;

namespace Supervision.Api.Registers;

/// <summary>
/// Text as the search table holds it: Chinese in overlapping pairs of characters, so that a name of two such as 新县 is
/// found, and as single ones; words of letters and words of digits as they are, found by their beginning.
/// </summary>
internal static class SearchText
{
    // Stands between runs, so that a phrase of pairs never reaches across a comma. Private use: nobody types it.
    private static readonly string Break = "\uE000";

    private static readonly int FirstIdeographic = 0x2E80;

    private enum Kind { Gap, Letters, Digits, Ideographs }

    public static (string Pairs, string Letters) TokensOf(params ReadOnlySpan<string> texts)
    {
        var pairs = new List<string>();
        var letters = new HashSet<string>();
        foreach (var text in texts)
        {
            foreach (var (kind, run) in RunsOf(text))
            {
                pairs.AddRange(kind is Kind.Ideographs ? PairsOf(run) : [string.Concat(run)]);
                pairs.Add(Break);
                if (kind is Kind.Ideographs)
                    letters.UnionWith(run);
            }
        }

        return (string.Join(' ', pairs), string.Join(' ', letters));
    }

    /// <summary>The condition for the search table: all runs of the text. Null when there is nothing in it to search for.</summary>
    public static string? MatchOf(string text)
    {
        var terms = RunsOf(text).Select(run => run switch
        {
            (Kind.Ideographs, [var single]) => $"letters : \"{single}\"",
            (Kind.Ideographs, var several) => $"pairs : \"{string.Join(' ', PairsOf(several))}\"",
            (_, var word) => $"pairs : \"{string.Concat(word)}\" *",
        }).Distinct().ToArray();
        return terms.Length == 0 ? null : string.Join(" AND ", terms);
    }

    private static IEnumerable<string> PairsOf(List<string> run)
    {
        for (var i = 1; i < run.Count; i++)
            yield return run[i - 1] + run[i];
    }

    // Full-width letters and digits become the usual ones, lone surrogates the replacement character.
    private static IEnumerable<(Kind Kind, List<string> Run)> RunsOf(string text)
    {
        var run = new List<string>();
        var last = Kind.Gap;
        var clean = string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        foreach (var rune in clean.EnumerateRunes())
        {
            var kind = KindOf(rune);
            if (kind != last && run.Count > 0)
            {
                yield return (last, run);
                run = [];
            }

            if (kind is not Kind.Gap)
                run.Add(rune.ToString());
            last = kind;
        }

        if (run.Count > 0)
            yield return (last, run);
    }

    private static Kind KindOf(Rune rune) =>
        Rune.IsDigit(rune) ? Kind.Digits
        : !Rune.IsLetter(rune) ? Kind.Gap
        : rune.Value >= FirstIdeographic ? Kind.Ideographs
        : Kind.Letters;
}
