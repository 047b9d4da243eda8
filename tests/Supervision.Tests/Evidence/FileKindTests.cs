using System.IO.Compression;
using System.Text;
using Supervision.Api.Evidence;
using Supervision.Evidence;

namespace Supervision.Tests.Evidence;

public sealed class FileKindTests
{
    public static TheoryData<string, byte[]> Taken => new()
    {
        { EvidenceTypes.Pdf, "%PDF-1.7\n"u8.ToArray() },
        { EvidenceTypes.Jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0, 1] },
        { EvidenceTypes.Png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] },
        { EvidenceTypes.Tiff, [0x49, 0x49, 0x2A, 0, 8] },
        { EvidenceTypes.WebP, "RIFF\u0001\u0000\u0000\u0000WEBPVP8 "u8.ToArray() },
        { EvidenceTypes.Heic, "\0\0\0\u0018ftypheic\0\0"u8.ToArray() },
        { EvidenceTypes.Mp4, "\0\0\0\u0018ftypisom\0\0"u8.ToArray() },
        { EvidenceTypes.Word, Zip("[Content_Types].xml", "word/document.xml") },
        { EvidenceTypes.Excel, Zip("[Content_Types].xml", "xl/workbook.xml") },
        { EvidenceTypes.PowerPoint, Zip("[Content_Types].xml", "ppt/presentation.xml") },
        { EvidenceTypes.Ofd, Zip("OFD.xml", "Doc_0/Document.xml") },
        { EvidenceTypes.Text, Encoding.UTF8.GetBytes("序号,单位\n1,教育局\n") },
        { EvidenceTypes.Text, [0xD0, 0xC5, 0xD1, 0xF4, 0x0A] }, // GB18030
    };

    public static TheoryData<string, byte[]> NotTaken => new()
    {
        { "page", Encoding.UTF8.GetBytes("\uFEFF \n<html><body>") },
        { "page behind words", Encoding.UTF8.GetBytes("hello <script>alert(1)</script>") },
        { "svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
        { "xml", "<?xml version='1.0'?><a/>"u8.ToArray() },
        { "program", "MZ\u0090\0\u0003"u8.ToArray() },
        { "elf", [0x7F, (byte)'E', (byte)'L', (byte)'F'] },
        { "old office", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "archive", Zip("a.txt") },
        { "macros", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "cut archive", Zip("[Content_Types].xml", "word/document.xml")[..^30] },
        { "archive of nothing", [0x50, 0x4B, 3, 4] },
        { "pdf behind a page", "<html>%PDF-1.7"u8.ToArray() },
        { "text with a hidden end", [.. Enumerable.Repeat((byte)'a', 70_000), 0] },
        { "film of an unknown kind", "\0\0\0\u0018ftypevil\0\0"u8.ToArray() },
    };

    [Theory, MemberData(nameof(Taken))]
    public async Task What_is_taken_is_known_by_its_content(string type, byte[] content) =>
        (await FileKind.OfAsync(new MemoryStream(content), default)).Type.Should().Be(type);

    [Theory, MemberData(nameof(NotTaken))]
    public async Task Everything_else_is_not_taken(string what, byte[] content) =>
        (await FileKind.OfAsync(new MemoryStream(content), default)).Type.Should().BeNull(what);

    [Fact]
    public async Task A_bomb_is_not_opened()
    {
        var bomb = Zip(100, "[Content_Types].xml", "word/document.xml"); // 100 MB of zeros each, in 200 KB
        var before = GC.GetAllocatedBytesForCurrentThread();

        (await FileKind.OfAsync(new MemoryStream(bomb), default)).Type.Should().Be(EvidenceTypes.Word);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1_000_000);
    }

    [Fact]
    public async Task A_table_of_too_many_names_is_not_read()
    {
        var many = Zip([.. Enumerable.Range(0, ZipNames.EntriesMax + 1).Select(n => $"{n}")]);

        (await FileKind.OfAsync(new MemoryStream(many), default)).Type.Should().BeNull();
    }

    private static byte[] Zip(params string[] names) => Zip(0, names);

    private static byte[] Zip(int megabytesEach, params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                for (var i = 0; i < megabytesEach; i++) entry.Write(new byte[1024 * 1024]);
            }
        }

        return bytes.ToArray();
    }
}
