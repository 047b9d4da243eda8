using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Supervision.Api.Documents.Pdf;
using Supervision.Api.Documents.Sheets;
using Supervision.Api.Documents.Word;
using Supervision.Api.Problems;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Documents;

/// <summary>Reads a plan from a file of any accepted format; its first bytes say which, its name does not.</summary>
internal static class PlanFile
{
    /// <summary>The largest file that is read at all.</summary>
    public const int BytesMax = PlanLimits.DocumentBytesMax;

    /// <param name="content">The bytes of the file, as they came.</param>
    /// <param name="fileName">Its name, for sentences and for a plan without a title.</param>
    public static PlanReading Read(byte[] content, string fileName)
    {
        var name = Path.GetFileName(fileName);
        try
        {
            return content.Length == 0 ? Unreadable(PlanReadingRefusals.Empty.With([]))
                : content.Length > BytesMax ? Unreadable(PlanReadingRefusals.TooLarge.With([content.Length, BytesMax]))
                : ReadAs(DocumentKinds.Of(content), content, name);
        }
        catch (RefusedException no)
        {
            return Unreadable(no.Refused);
        }
        catch (Exception broken) when (broken is XmlException or OpenXmlPackageException or InvalidDataException or FileFormatException
            or FormatException or InvalidOperationException or ArgumentException or IOException or KeyNotFoundException)
        {
            return Unreadable(PlanReadingRefusals.Damaged.With([name]));
        }
    }

    /// <summary>Reads a file from the disk; one that is too large is not even loaded.</summary>
    public static async Task<PlanReading> ReadAsync(string path, CancellationToken cancellation)
    {
        var size = new FileInfo(path).Length;
        return size > BytesMax
            ? Unreadable(PlanReadingRefusals.TooLarge.With([size, BytesMax]))
            : Read(await File.ReadAllBytesAsync(path, cancellation), path);
    }

    private static PlanReading ReadAs(DocumentKind kind, byte[] content, string name) => kind switch
    {
        DocumentKind.Word => PlanReader.Read(WordReader.Read(content, name), content, name),
        DocumentKind.Excel => PlanReader.Read(XlsxReader.Read(content, name), content, name),
        DocumentKind.Pdf => PlanReader.Read(PdfReader.Read(content, name), content, name),
        DocumentKind.Encrypted => Unreadable(PlanReadingRefusals.PasswordProtected.With([name])),
        DocumentKind.OldOffice => Unreadable(PlanReadingRefusals.OldOffice.With([name])),
        DocumentKind.Ofd => Unreadable(PlanReadingRefusals.Ofd.With([name])),
        DocumentKind.Archive => Unreadable(PlanReadingRefusals.FormatNotRead.With([name])),
        DocumentKind.BrokenArchive => Unreadable(PlanReadingRefusals.Damaged.With([name])),
        _ => CsvReader.TryRead(content, name) is { } table
            ? PlanReader.Read(table, content, name)
            : PlanReader.Read(content, name),
    };

    private static PlanReading.Unreadable Unreadable(Receipt.Refused no) => new(no.Code, no.Chinese, no.English);
}
