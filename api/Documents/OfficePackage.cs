using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Supervision.Api.Problems;
using Supervision.Plans;

namespace Supervision.Api.Documents;

/// <summary>
/// Looks through a docx or xlsx before a library builds objects from it: how far it unpacks, how deep its XML is
/// nested, and that no entity is declared.
/// </summary>
/// <remarks>What a zip says about its own sizes may be a lie, so the bytes are counted as they come.</remarks>
internal static class OfficePackage
{
    private const int EntriesMax = 5_000;

    /// <summary>Of all XML together: a document of 200 pages has 3 to 10 MB of it.</summary>
    private const long XmlBytesMax = 48L * 1024 * 1024;

    /// <summary>A library makes an object of each, of some 150 bytes.</summary>
    private const int ElementsMax = 1_500_000;

    private const int DepthMax = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreWhitespace = true,
    };

    public static void Check(byte[] content, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        if (archive.Entries.Count > EntriesMax)
            throw new RefusedException(PlanReadingRefusals.ExpandsTooFar.With([name]));

        var left = XmlBytesMax;
        var elements = 0;
        foreach (var part in archive.Entries.Where(IsXml))
        {
            using var counted = new CountedStream(part.Open(), left, () => new RefusedException(PlanReadingRefusals.ExpandsTooFar.With([name])));
            using var reader = XmlReader.Create(counted, Settings);
            while (reader.Read())
            {
                if (reader.Depth > DepthMax)
                    throw new RefusedException(PlanReadingRefusals.Damaged.With([name]));
                if (reader.NodeType == XmlNodeType.Element && ++elements > ElementsMax)
                    throw new RefusedException(PlanReadingRefusals.ExpandsTooFar.With([name]));
            }

            left -= counted.Count;
        }
    }

    /// <summary>The part, if it was looked through; a part of XML under another name was not.</summary>
    public static TPart Checked<TPart>(this TPart part, string name) where TPart : OpenXmlPart =>
        part.Uri.OriginalString.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            ? part
            : throw new RefusedException(PlanReadingRefusals.Damaged.With([name]));

    private static bool IsXml(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
