using System.Globalization;
using System.Text;

namespace Supervision.Evidence;

/// <summary>Names of files as they may be shown and saved: a name, never a way through folders.</summary>
public static class EvidenceNames
{
    public const int LengthMax = 120;

    // Forbidden on one system or another, or read as a way, a stream, a variable or an option.
    private static readonly System.Buffers.SearchValues<char> Unfit = System.Buffers.SearchValues.Create("/\\:*?\"<>|%;");

    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "com", "lpt"];

    /// <summary>What is left of a name: its last part, without controls, marks that turn the direction, and what a disk may not take.</summary>
    public static string Cleaned(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            if (!IsHidden(rune) && !(rune.IsBmp && Unfit.Contains((char)rune.Value))) kept.Append(rune);
        }

        var cleaned = kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.', '-');
        if (IsDevice(cleaned)) cleaned = "_" + cleaned;
        return cleaned.Length == 0 ? "file" : Shortened(cleaned);
    }

    // U+202E makes "gpj.exe" of "exe.jpg"; a broken half of a pair is no letter either.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune == Rune.ReplacementChar;

    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd().ToLowerInvariant();
        return Devices.Any(device => stem == device || (stem.Length == 4 && stem.StartsWith(device, StringComparison.Ordinal) && char.IsAsciiDigit(stem[3])));
    }

    // The ending is what people look at, so the middle goes.
    private static string Shortened(string name)
    {
        if (name.Length <= LengthMax) return name;

        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= 10 ? name[dot..] : "";
        var end = LengthMax - ending.Length;
        return name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)] + ending;
    }
}
