using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Supervision.Tests.Plans.Documents;

/// <summary>
/// Writes small pdf files in Chinese: the font is one that every reader must know (STSong-Light with a predefined
/// encoding), so nothing is embedded. Lengths are in points; a page is 600 by 800.
/// </summary>
internal static class PdfFile
{
    public sealed record Line(double X, double Y, string Text, double Size = 16);

    public static byte[] Of(params Line[][] pages) => OfContents([.. pages.Select(page => Encoding.ASCII.GetBytes(string.Concat(page.Select(Show))))]);

    /// <summary>Pages of the given content, packed.</summary>
    public static byte[] OfContents(params byte[][] contents)
    {
        using var pdf = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.5\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {contents.Length} /Kids [{string.Concat(contents.Select((_, i) => $"{6 + (2 * i)} 0 R "))}] >>");
        Object("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>");
        Object("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>");
        Object("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>");
        foreach (var content in contents)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents {places.Count + 2} 0 R >>");
            Stream(Packed(content));
        }

        var xref = pdf.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}");
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return pdf.ToArray();

        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));

        void Object(string text)
        {
            places.Add(pdf.Position);
            Write($"{places.Count} 0 obj\n{text}\nendobj\n");
        }

        void Stream(byte[] packed)
        {
            places.Add(pdf.Position);
            Write($"{places.Count} 0 obj\n<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n");
            pdf.Write(packed);
            Write("\nendstream\nendobj\n");
        }
    }

    public static string Show(Line line) => string.Create(CultureInfo.InvariantCulture,
        $"BT /F {line.Size} Tf {line.X} {line.Y} Td <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line.Text))}> Tj ET\n");

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(content);
        return packed.ToArray();
    }
}
