using System.Globalization;
using System.Text;

namespace Supervision.Evidence;

/// <summary>Whether a text was copied from another: how many of their short pieces they share. Pure.</summary>
/// <remarks>
/// Both are brought to one form (full-width as half-width, no spaces, punctuation or case, digits as one sign, since a copied
/// report changes its numbers), cut into all runs of <see cref="PieceLength"/> characters, and compared as sets (Jaccard).
/// </remarks>
public static class TextLikeness
{
    public const int PieceLength = 3;

    /// <summary>From here on, in percent, a text counts as copied.</summary>
    public const int CopiedFrom = 80;

    /// <summary>Shorter texts are alike by nature ("按计划推进"). In characters that count.</summary>
    public const int LengthMin = 20;

    /// <summary>0 to 100, rounded down; null where one of them is too short to say.</summary>
    public static int? Percent(string one, string other)
    {
        var (a, b) = (PiecesOf(one), PiecesOf(other));
        if (a is null || b is null) return null;

        var shared = a.Count(b.Contains);
        return shared * 100 / (a.Count + b.Count - shared);
    }

    public static bool IsCopied(string one, string other) => Percent(one, other) >= CopiedFrom;

    private static HashSet<string>? PiecesOf(string text)
    {
        var normal = Normal(text);
        return normal.Length < LengthMin
            ? null
            : [.. Enumerable.Range(0, normal.Length - PieceLength + 1).Select(at => normal.Substring(at, PieceLength))];
    }

    private static string Normal(string text)
    {
        var kept = new StringBuilder(text.Length);
        // Letters outside the first plane are too rare to matter, and half of one cannot be normalised.
        foreach (var c in new string([.. text.Where(c => !char.IsSurrogate(c))]).Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetter(c))
                kept.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            else if (char.IsDigit(c) && (kept.Length == 0 || kept[^1] != '0'))
                kept.Append('0');
        }

        return kept.ToString();
    }
}
