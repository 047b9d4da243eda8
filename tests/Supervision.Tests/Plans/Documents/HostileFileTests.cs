using System.Text;
using Supervision.Api.Documents;
using Supervision.Plans;

namespace Supervision.Tests.Plans.Documents;

/// <summary>Files that are broken, locked, of another kind or meant to do harm: a code and a sentence, and soon.</summary>
public sealed class HostileFileTests
{
    private static readonly byte[] Word = WordFile.Of(WordFile.P("示例县绿化工作方案") + WordFile.P("一、任务") + WordFile.P("（一）种树。全县种树。"));

    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    private static byte[] WithDocument(string xml) => Zip.With(Word, "word/document.xml", part => part.Write(Encoding.UTF8.GetBytes(xml)));

    public static TheoryData<string, string, byte[]> Bad => new()
    {
        { "plan.empty", "a.docx", [] },
        { "plan.empty", "a.docx", WordFile.Of("") },
        { "plan.too-large", "a.docx", new byte[30 * 1024 * 1024] },
        { "plan.damaged", "a.docx", Word[..(Word.Length / 2)] },
        { "plan.damaged", "a.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3] },
        { "plan.password-protected", "a.docx", [.. OldOffice, .. Encoding.Unicode.GetBytes("EncryptedPackage")] },
        { "plan.old-office", "a.doc", OldOffice },
        { "plan.old-office", "renamed.docx", OldOffice },
        { "plan.old-office", "a.wps", OldOffice },
        { "plan.ofd-not-read", "a.ofd", Zip.Of(("OFD.xml", "<ofd/>")) },
        { "plan.format-not-read", "a.zip", Zip.Of(("a.txt", "一、")) },
        { "plan.format-not-read", "a.rtf", "{\\rtf1 x}"u8.ToArray() },
        { "plan.damaged", "a.docx", WithDocument("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">&x;</w:document>") },
        { "plan.damaged", "a.docx", WithDocument("<!DOCTYPE l [<!ENTITY a \"l\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><l>&c;</l>") },
        { "plan.damaged", "a.docx", WithDocument("<w:document><unclosed>") },
        { "plan.damaged", "deep.docx", WithDocument(string.Concat(Enumerable.Repeat("<w:sdt xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">", 1_000))) },
    };

    [Theory, MemberData(nameof(Bad))]
    public void What_cannot_be_read_is_refused_by_a_code(string code, string name, byte[] content)
    {
        var refusal = Opened.Refusal(content, name);

        refusal.Code.Should().Be(code);
        refusal.Chinese.Should().NotContain("{");
        refusal.English.Should().NotContain("{");
    }

    [Fact]
    public void A_type_is_known_by_content_and_not_by_name() => Opened.Draft(Word, "plan.md").Source.Format.Should().Be(PlanFormat.Docx);

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        var bomb = Zip.With(Word, "word/document.xml", part =>
        {
            part.Write("<a>"u8);
            var blanks = Encoding.UTF8.GetBytes(new string('x', 1024 * 1024));
            for (var i = 0; i < 300; i++)
                part.Write(blanks);
        });
        bomb.Length.Should().BeLessThan(PlanFile.BytesMax);

        AllocatedBy(() => Opened.Refusal(bomb, "a.docx").Code.Should().Be("plan.expands-too-far")).Should().BeLessThan(300L * 1024 * 1024);
    }

    [Fact]
    public void Elements_without_end_are_refused_before_a_library_makes_objects_of_them()
    {
        var many = Zip.With(Word, "word/document.xml", part => part.Write(Encoding.UTF8.GetBytes("<a>" + string.Concat(Enumerable.Repeat("<b/>", 2_000_000)) + "</a>")));

        Opened.Refusal(many, "a.docx").Code.Should().Be("plan.expands-too-far");
    }

    [Fact]
    public void A_table_that_lies_about_its_shape_is_read_as_far_as_it_goes()
    {
        var draft = Opened.Draft(Encoding.UTF8.GetBytes(
            "示例县任务清单\n\n| 任务 | 责任单位 | 责任单位 |\n|---|---|\n| 甲 | 县教育局 | 县财政局 | 多 | 多 |\n| 乙 |\n| 任务 | 责任单位 | 责任单位 |\n|||||\n| 丙 | 县水利局 |\n"), "a.md");

        draft.Items.Select(item => item.Title).Should().Equal(["甲", "乙", "丙"], "a header repeats on every page");
        draft.Items.First().Responsible.Select(agency => agency.Quote).Should().Equal("县教育局", "县财政局");
    }

    [Fact]
    public void Script_and_formula_stay_text_in_a_plan_of_words()
    {
        var item = Opened.Draft("方案\n一、任务\n1. =cmd|'/c calc'!A1<script>alert(1)</script>。做好<img src=x onerror=alert(1)>甲。\n"u8.ToArray(), "a.md").Items.Single();

        (item.Title + item.Body).Should().Be("=cmd|'/c calc'!A1<script>alert(1)</script>做好<img src=x onerror=alert(1)>甲。");
    }

    [Fact]
    public void Twenty_thousand_rows_against_two_thousand_titles_are_read()
    {
        var text = new StringBuilder("示例市任务分工表\n一、任务\n");
        for (var i = 0; i < 1_900; i++)
            text.Append("1. 很长的任务名称").Append(i).Append("。做。\n");
        text.Append("\n| 任务 | 责任单位 |\n|---|---|\n");
        for (var i = 0; i < 20_000; i++)
            text.Append("| 很长的任务名称").Append(i % 1_900).Append(" | 县教育局 |\n");

        Opened.Draft(Encoding.UTF8.GetBytes(text.ToString()), "a.md").Items.Should().HaveCount(1_900);
    }

    [Fact]
    public void A_word_file_of_pictures_is_told_from_an_empty_one()
    {
        using var stream = new MemoryStream();
        stream.Write(WordFile.Of(""));
        using (var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(stream, isEditable: true))
            document.MainDocumentPart!.AddNewPart<DocumentFormat.OpenXml.Packaging.ImagePart>("image/png", "picture").FeedData(new MemoryStream([1, 2, 3]));

        Opened.Refusal(stream.ToArray(), "a.docx").Code.Should().Be("plan.scanned");
    }

    [Fact]
    public void Any_change_of_a_byte_is_read_or_refused_without_an_exception()
    {
        var sheet = SheetFile.Of(("t", SheetFile.Rows(["任务", "责任单位"], ["甲", "乙局"])));
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.Int[0, 100_000], CsCheck.Gen.Byte, CsCheck.Gen.Bool), it =>
        {
            var content = (byte[])(it.Item3 ? Word : sheet).Clone();
            content[it.Item1 % content.Length] = it.Item2;
            return PlanFile.Read(content, "a.docx") is not null;
        }, iter: 1_000);
    }

    private static long AllocatedBy(Action act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
