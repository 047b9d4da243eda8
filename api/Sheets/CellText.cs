namespace Supervision.Api.Sheets;

/// <summary>
/// Text that no spreadsheet takes for a formula: an apostrophe stands before what begins like one, and goes again when
/// the sheet comes back, so that a round trip changes nothing.
/// </summary>
internal static class CellText
{
    // The full-width ones are read as formulas where the input method of the office writes them.
    private const string Beginnings = "=+-@\t\r\n＝＋－＠";

    /// <summary><c>=1+1</c> as <c>'=1+1</c>; and <c>'=1+1</c> as <c>''=1+1</c>, so that there is one way back.</summary>
    public static string Guarded(string text) => BeginsLikeFormula(text.AsSpan().TrimStart('\'')) ? $"'{text}" : text;

    /// <summary>What <see cref="Guarded"/> was given.</summary>
    public static string Original(string text) =>
        text.StartsWith('\'') && BeginsLikeFormula(text.AsSpan().TrimStart('\'')) ? text[1..] : text;

    private static bool BeginsLikeFormula(ReadOnlySpan<char> text) => text is [var first, ..] && Beginnings.Contains(first);
}
