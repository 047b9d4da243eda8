using System.IO.Compression;
using System.Text;

namespace Supervision.Api.Documents;

/// <summary>What a file is, by its content.</summary>
internal enum DocumentKind { Text, Word, Excel, Pdf, Ofd, OldOffice, Encrypted, Archive, BrokenArchive }

internal static class DocumentKinds
{
    private const int PdfHeaderWithin = 1024;

    private const int ContentTypesMax = 1024 * 1024;

    public static DocumentKind Of(byte[] content) => content switch
    {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => OfCompoundFile(content),
        [0x50, 0x4B, 0x03 or 0x05, 0x04 or 0x06, ..] => OfArchive(content),
        _ when content.AsSpan(0, Math.Min(content.Length, PdfHeaderWithin)).IndexOf("%PDF-"u8) >= 0 => DocumentKind.Pdf,
        _ => DocumentKind.Text,
    };

    // A docx with a password is an old compound file around a stream of this name, in UTF-16.
    private static DocumentKind OfCompoundFile(byte[] content) =>
        content.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? DocumentKind.Encrypted : DocumentKind.OldOffice;

    private static DocumentKind OfArchive(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (archive.GetEntry("OFD.xml") is not null)
                return DocumentKind.Ofd;

            var types = archive.GetEntry("[Content_Types].xml") is { } entry ? BeginningOf(entry) : "";
            return types.Contains("wordprocessingml", StringComparison.Ordinal) && types.Contains("document.main+xml", StringComparison.Ordinal)
                    || types.Contains("ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal) ? DocumentKind.Word
                : types.Contains("sheet.main+xml", StringComparison.Ordinal)
                    || types.Contains("ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal) ? DocumentKind.Excel
                : DocumentKind.Archive;
        }
        catch (InvalidDataException)
        {
            return DocumentKind.BrokenArchive;
        }
    }

    private static string BeginningOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[ContentTypesMax];
        return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
