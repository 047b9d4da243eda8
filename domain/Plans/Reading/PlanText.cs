using System.Text;

namespace Supervision.Plans;

/// <summary>The text of a file, and how its bytes were read.</summary>
public sealed record PlanText(string Text, string Encoding)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding StrictGb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>By byte order mark; without one UTF-8 if the bytes are valid as such, else GB18030. Null for no text.</summary>
    /// <remarks>Chinese text in GB18030 is practically never valid UTF-8, so the order of the two decides rightly.</remarks>
    public static PlanText? Decode(ReadOnlySpan<byte> content) =>
        content switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => TryDecode(rest, StrictUtf8, "utf-8"),
            [0xFF, 0xFE, .. var rest] => TryDecode(rest, new UnicodeEncoding(false, false, true), "utf-16le"),
            [0xFE, 0xFF, .. var rest] => TryDecode(rest, new UnicodeEncoding(true, false, true), "utf-16be"),
            _ => TryDecode(content, StrictUtf8, "utf-8") ?? TryDecode(content, StrictGb18030, "gb18030"),
        };

    /// <summary>Lines as an editor counts them: ended by LF, CRLF or CR.</summary>
    public string[] Lines() => Text.ReplaceLineEndings("\n").Split('\n');

    private static PlanText? TryDecode(ReadOnlySpan<byte> content, Encoding encoding, string name)
    {
        try
        {
            var text = encoding.GetString(content);
            return text.Any(IsNoText) ? null : new PlanText(text, name);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Binary formats contain these early; a document of words contains none.
    private static bool IsNoText(char c) => c == '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f'));
}
