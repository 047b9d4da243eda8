using System.Text;
using Supervision.Evidence;
using Supervision.Language;

namespace Supervision.Api.Evidence;

/// <summary>What a file is by its content. Nothing is unpacked and nothing is believed that its name says.</summary>
/// <param name="Type">Null where it is none of <see cref="EvidenceTypes"/>.</param>
/// <param name="What">What was recognised instead, for the sentence that says no.</param>
internal sealed record FileKind(string? Type, Term What)
{
    private const int HeadBytes = 4096;

    private static readonly FileKind OldOffice = No("旧版 Office 文件，或带密码的文件", "an old Office file, or one with a password");
    private static readonly FileKind Markup = No("网页或标记文件", "a web page or markup");
    private static readonly FileKind Macros = No("含宏的 Office 文件", "an Office file with macros");
    private static readonly FileKind Archive = No("压缩包", "an archive");
    private static readonly FileKind Unknown = No("无法识别的内容", "nothing that is known");

    // What makes a browser look for a page in a text.
    private static readonly string[] MarkupWords = ["<!doctype", "<html", "<script", "<svg", "<iframe", "<body"];

    /// <param name="content">Can be read from any place.</param>
    public static async Task<FileKind> OfAsync(Stream content, CancellationToken cancellation)
    {
        var head = new byte[HeadBytes];
        head = head[..await content.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellation)];
        return head switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Yes(EvidenceTypes.Pdf),
            [0xFF, 0xD8, 0xFF, ..] => Yes(EvidenceTypes.Jpeg),
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Yes(EvidenceTypes.Png),
            [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => Yes(EvidenceTypes.Tiff),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => OldOffice,
            [0x50, 0x4B, 0x03, 0x04, ..] => OfArchive(await ZipNames.ReadAsync(content, cancellation)),
            _ when head.Length > 12 && head.AsSpan(4, 4).SequenceEqual("ftyp"u8) => OfMedia(head),
            _ when head.Length > 12 && head.AsSpan(0, 4).SequenceEqual("RIFF"u8) && head.AsSpan(8, 4).SequenceEqual("WEBP"u8) => Yes(EvidenceTypes.WebP),
            _ => await OfTextAsync(head, content, cancellation),
        };
    }

    private static FileKind OfMedia(byte[] head) => Encoding.ASCII.GetString(head, 8, 4) switch
    {
        "heic" or "heix" or "hevc" or "mif1" => Yes(EvidenceTypes.Heic),
        "isom" or "iso2" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "M4V " => Yes(EvidenceTypes.Mp4),
        _ => Unknown,
    };

    private static FileKind OfArchive(IReadOnlySet<string>? names) =>
        names is null ? No("损坏的压缩包", "a damaged archive")
        : names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? Macros
        : names.Contains("OFD.xml") ? Yes(EvidenceTypes.Ofd)
        : !names.Contains("[Content_Types].xml") ? Archive
        : names.Contains("word/document.xml") ? Yes(EvidenceTypes.Word)
        : names.Contains("xl/workbook.xml") ? Yes(EvidenceTypes.Excel)
        : names.Contains("ppt/presentation.xml") ? Yes(EvidenceTypes.PowerPoint)
        : Archive;

    // UTF-8 and GB18030 alike use no control characters inside a letter; every binary file has some.
    private static async Task<FileKind> OfTextAsync(byte[] head, Stream content, CancellationToken cancellation)
    {
        var beginning = Encoding.Latin1.GetString(head).ToLowerInvariant().TrimStart('ï', '»', '¿', ' ', '\t', '\r', '\n');
        if (beginning.StartsWith('<') || MarkupWords.Any(beginning.Contains)) return Markup;

        content.Position = 0;
        var buffer = new byte[64 * 1024];
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (buffer.AsSpan(0, read).ContainsAny(Controls)) return Unknown;
        }

        return Yes(EvidenceTypes.Text);
    }

    private static readonly System.Buffers.SearchValues<byte> Controls = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 32).Append(127).Select(code => (byte)code).Where(code => code is not (9 or 10 or 12 or 13))]);

    private static FileKind Yes(string type) => new(type, Term.Plain(type));

    private static FileKind No(string chinese, string english) => new(null, new Term(chinese, english));
}
