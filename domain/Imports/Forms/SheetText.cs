namespace Supervision.Imports;

/// <summary>Text as it is after a way through a sheet: line ends, blanks at the ends and what XML cannot hold are not kept apart.</summary>
public static class SheetText
{
    public static string Plain(string text) => string.Concat(text.ReplaceLineEndings("\n").Trim().EnumerateRunes().Select(rune =>
        rune.Value is < ' ' and not ('\t' or '\n') or 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString()));

    public static bool IsSame(string one, string other) => one == other || Plain(one) == Plain(other);
}
