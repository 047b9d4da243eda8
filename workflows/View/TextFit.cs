using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Supervision.Workflows.View;

/// <summary>How much room a text takes, judged without a font: a little more than any usual font needs.</summary>
internal static class TextFit
{
    /// <summary>Runes of a text that are looked at; nobody reads more on a card.</summary>
    private const int RunesMax = 240;

    private const string Ellipsis = "…";

    /// <summary>One line without anything that could not be drawn: control and direction characters, halves of pairs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(RunesMax))
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control) clean.Append(' ');
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)) clean.Append(rune);
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>In pixels, for a font of this size.</summary>
    public static int Width(string text, int size) => (int)Math.Ceiling(text.EnumerateRunes().Sum(Ems) * size);

    /// <summary>One line of at most this width; what does not fit is left out and marked.</summary>
    public static string Cut(string text, int size, int width)
    {
        if (Width(text, size) <= width) return text;
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Width(kept.ToString() + rune + Ellipsis, size) > width) break;
            kept.Append(rune);
        }

        return kept.ToString().TrimEnd() + Ellipsis;
    }

    /// <summary>
    /// At most so many lines: broken after a comma where there is one, else at a space or between Chinese characters, in a
    /// long word only where it must be.
    /// </summary>
    public static ImmutableArray<string> Wrap(string text, int size, int width, int linesMax)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var rest = text;
        while (rest.Length > 0 && lines.Count < linesMax - 1 && Width(rest, size) > width)
        {
            var length = BreakAt(rest, size, width);
            lines.Add(rest[..length].TrimEnd());
            rest = rest[length..].TrimStart();
        }

        if (rest.Length > 0) lines.Add(Cut(rest, size, width));
        return lines.ToImmutable();
    }

    private static int BreakAt(string text, int size, int width)
    {
        var (length, good, pause, used) = (0, 0, 0, 0.0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += Ems(rune) * size;
            if (used > width) break;
            if (length > 0 && (IsWide(rune) || text[length] == ' ') && !IsClosing(rune)) good = length;
            length += rune.Utf16SequenceLength;
            if (rune.Value is '，' or '：' or ',' or ':' && used > width / 3.0) pause = length;
            if (IsWide(rune) && length < text.Length && !IsClosing(Rune.GetRuneAt(text, length))) good = length;
        }

        return pause > 0 ? pause : good > 0 ? good : Math.Max(length, Rune.GetRuneAt(text, 0).Utf16SequenceLength);
    }

    // A line does not begin with these.
    private static bool IsClosing(Rune rune) => "，。、；：？！）》”’·,.;:?!)".Contains(rune.ToString(), StringComparison.Ordinal);

    private static bool IsWide(Rune rune) => rune.Value is >= 0x2E80 and < 0xA4D0 or >= 0xAC00 and < 0xD7B0 or >= 0xF900 and < 0xFB00
        or >= 0xFE30 and < 0xFE70 or >= 0xFF00 and < 0xFF61 or >= 0xFFE0 and < 0xFFE7 or >= 0x1F000;

    private static double Ems(Rune rune) => rune switch
    {
        _ when IsWide(rune) || rune.Value is '…' or '—' or '“' or '”' => 1,
        _ when rune.Value > 0x24F => 0.8,
        _ when "iIljt.,:;|!'()[]/ ".Contains(rune.ToString(), StringComparison.Ordinal) => 0.36,
        _ when "mwMW@%".Contains(rune.ToString(), StringComparison.Ordinal) => 0.95,
        _ when Rune.IsUpper(rune) => 0.72,
        _ => 0.6,
    };
}
