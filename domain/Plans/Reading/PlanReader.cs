using System.Security.Cryptography;

namespace Supervision.Plans;

/// <summary>
/// Reads the text of an official plan (方案) into a draft: letterhead, chapters, groups, tasks, context, and doubts.
/// </summary>
/// <remarks>
/// A function of its arguments. The rules are those of the genre: the level comes from the numbering and never from
/// the marks of a text format, a run-in heading ends at its first full stop, a paragraph without an end mark goes on
/// after the page break. It corrects nothing: what is odd is kept and doubted.
/// </remarks>
public static class PlanReader
{
    private static readonly Dictionary<string, PlanFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = PlanFormat.Md,
        [".markdown"] = PlanFormat.Md,
        [".txt"] = PlanFormat.Txt,
    };

    /// <param name="content">The bytes of the file, as they came.</param>
    /// <param name="fileName">Its name; the ending tells the format.</param>
    public static PlanReading Read(byte[] content, string fileName)
    {
        if (!Formats.TryGetValue(Path.GetExtension(fileName), out var format) || IsOfficeFile(content))
            return PlanReadingRefusals.FormatNotRead.Say(Path.GetFileName(fileName));
        if (content.Length > PlanLimits.BytesMax)
            return PlanReadingRefusals.TooLarge.Say(content.Length, PlanLimits.BytesMax);
        if (PlanText.Decode(content) is not { } text)
            return PlanReadingRefusals.NotText.Say();

        var lines = text.Lines();
        return lines.Length > PlanLimits.LinesMax
            ? PlanReadingRefusals.TooManyLines.Say(lines.Length, PlanLimits.LinesMax)
            : Read(new PlanDocument(format, text.Encoding, PlanLine.Of(lines)), content, fileName);
    }

    /// <summary>Reads what a reader of another format has made of a file.</summary>
    /// <param name="content">The bytes of the file, as they came: the draft carries their hash.</param>
    public static PlanReading Read(PlanDocument document, byte[] content, string fileName)
    {
        var source = new PlanSource(Convert.ToHexStringLower(SHA256.HashData(content)), document.Format, document.Encoding);
        return ReadLines(document.Lines, source, Path.GetFileNameWithoutExtension(fileName));
    }

    private static PlanReading ReadLines(IReadOnlyList<PlanLine> document, PlanSource source, string name)
    {
        if (document.Count == 0)
            return PlanReadingRefusals.Empty.Say();
        var scheme = NumberingScheme.Of(document.Where(line => line.Cells is null).Select(line => line.Text));
        var lines = TaskTable.WriteOut(Annexes.Find(UnnumberedHeadings.Mark(WrappedHeadings.Join(Bullets.Of(document), scheme), scheme), scheme), scheme);
        if (source.Format is PlanFormat.Csv or PlanFormat.Xlsx && lines.All(line => line.Heading is null))
            return PlanReadingRefusals.NoTaskTable.Say();
        if (StartOfOutline(lines, scheme) is not { } start)
            return PlanReadingRefusals.NoOutline.Say();

        var signature = Signature.Of(lines);
        var outline = Outline.Of(lines.Take(lines.Count - signature.LineCount).Skip(start), scheme);
        if (outline.Roots.Count == 0)
            return PlanReadingRefusals.NoOutline.Say();
        return outline.Count > PlanLimits.NodesMax
            ? PlanReadingRefusals.TooManyParts.Say(PlanLimits.NodesMax)
            : new PlanReading.Read(DraftBuilder.Build(Letterhead.Of([.. lines.Take(start)]), signature, outline, source, name));
    }

    // A notice before the plan may number its annexes; chapters, where there are any, begin the plan itself.
    private static int? StartOfOutline(IReadOnlyList<PlanLine> lines, NumberingScheme scheme)
    {
        var headings = lines
            .Select((line, index) => (Level: line.Heading?.Level ?? (line.Column is null ? scheme.NumberOf(line.Text)?.Level : null), index))
            .Where(heading => heading.Level is not null)
            .ToList();
        return headings.Count == 0
            ? lines.ToList().FindIndex(line => line.IsTable) is >= 0 and var table ? table : null
            : headings.FirstOrDefault(heading => heading.Level <= PlanLevel.Chapter, headings[0]).index;
    }

    // Word, PDF and old Word say what they are in their first bytes, whatever the name claims.
    private static bool IsOfficeFile(byte[] content) =>
        content is [0x50, 0x4B, 0x03, 0x04, ..] or [0x25, 0x50, 0x44, 0x46, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];
}
