using System.Text;
using Supervision.Api.Documents.Pdf;
using Supervision.Plans;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Line = Supervision.Tests.Plans.Documents.PdfFile.Line;

namespace Supervision.Tests.Plans.Documents;

/// <summary>Lines from positions, wrapped lines put together, running heads left out; what holds no text is refused.</summary>
public sealed class PdfReaderTests
{
    private const double Left = 80;

    private const double Indented = Left + 32;

    private static Line[] Page(int number, params (double X, string Text)[] lines) =>
    [
        new(Left, 770, "示例市人民政府公报"), .. lines.Select((line, i) => new Line(line.X, 720 - (i * 26), line.Text)), new(280, 30, $"— {number} —"),
    ];

    private static string Full(string start, string fill) => start + string.Concat(Enumerable.Repeat(fill, 40))[..(28 - start.Length)];

    [Fact]
    public void A_wrapped_plan_reads_as_its_text()
    {
        var first = Full("1. 建学校。新建学校三所，", "改建扩建");
        var draft = Opened.Draft(PdfFile.Of(
            Page(1, (160, "示例市公共服务工作方案"), (Indented, "一、重点任务"), (Indented, "（一）教育"), (Indented, first[..26]), (Left, "完成投资两亿元，六月"), (Indented, "2. 招教师。招教师二十名。")),
            Page(2, (Indented, "（二）医疗"), (Indented, Full("1. 建医院。", "新建改建")[..26]), (Left, Full("", "床位设备"))),
            Page(3, (Left, "到位。"), (Indented, "二、工作要求"), (Indented, "抓好落实。"))), "a.pdf");

        draft.Title.Should().Be("示例市公共服务工作方案");
        draft.Source.Should().Match<PlanSource>(source => source.Format == PlanFormat.Pdf && source.Encoding == null);
        Reading.Tree(draft.Groups).Should().Be("一 重点任务\n  （一） 教育\n    1 建学校\n    2 招教师\n  （二） 医疗\n    1 建医院\n");
        draft.Items.First().Body.Should().Be($"{first["1. 建学校。".Length..26]}完成投资两亿元，六月");
        draft.Items.Last().Body.Should().Be(Full("1. 建医院。", "新建改建")["1. 建医院。".Length..26] + Full("", "床位设备") + "到位。");
    }

    [Theory]
    [InlineData("⼀、改造⽼旧⼩区，惠及居⺠1.8万⼾", "一、改造老旧小区，惠及居民1.8万户")]
    [InlineData("⻓期坚持⽭盾纠纷化解", "长期坚持矛盾纠纷化解")]
    [InlineData("Ⅲ类水质", "Ⅲ类水质")]
    public void What_a_font_writes_as_a_radical_is_read_as_its_character(string written, string read) =>
        Radicals.Replaced(written).Should().Be(read);

    [Fact]
    public void English_words_keep_their_blanks_over_a_wrapped_line()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        string[] roads = ["old", "north", "south"];
        for (var number = 1; number <= 3; number++)
        {
            var page = builder.AddPage(600, 800);
            page.AddText("Sample City Gazette", 8, new PdfPoint(50, 770), font);
            page.AddText(number == 1 ? "Sample City Action Plan" : "and every park is finished in the year after that one.", 12, new PdfPoint(50, 700), font);
            page.AddText($"{number}. Plant trees", 12, new PdfPoint(50, 660), font);
            page.AddText("The forestry office plants ten thousand trees on the hills around the town, by the river", 12, new PdfPoint(50, 640), font);
            page.AddText($"and along the {roads[number - 1]} road.", 12, new PdfPoint(50, 620), font);
            page.AddText($"Page {number} of 3", 8, new PdfPoint(280, 30), font);
        }

        var lines = PdfReader.Read(builder.Build(), "a.pdf").Lines.Select(line => line.Text).ToList();

        lines.Should().Contain("1. Plant trees")
            .And.Contain("The forestry office plants ten thousand trees on the hills around the town, by the river and along the north road.")
            .And.NotContain(line => line.Contains("Gazette", StringComparison.Ordinal) || line.Contains("of 3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_scan_is_refused_with_advice() =>
        Opened.Refusal(PdfFile.OfContents("0 0 100 100 re f\n"u8.ToArray()), "a.pdf").Should()
            .Match<PlanReading.Unreadable>(no => no.Code == "plan.scanned" && no.English.Contains("OCR"));

    [Fact]
    public void A_pdf_with_another_name_is_a_pdf() =>
        Opened.Refusal(PdfFile.OfContents("0 0 100 100 re f\n"u8.ToArray()), "a.txt").Code.Should().Be("plan.scanned");

    [Fact]
    public void A_pdf_that_breaks_off_is_refused_or_read_and_never_an_exception()
    {
        var content = PdfFile.Of(Page(1, (Indented, "一、重点任务"), (Indented, "（一）教育。建学校三所。")));
        for (var length = 8; length < content.Length; length += 97)
            Supervision.Api.Documents.PlanFile.Read(content[..length], "a.pdf").Should().NotBeNull();

        Opened.Refusal(content[..100], "a.pdf").Code.Should().Be("plan.damaged");
    }

    [Fact]
    public void A_stream_that_unpacks_to_hundreds_of_megabytes_is_refused()
    {
        var bomb = PdfFile.OfContents(new byte[200 * 1024 * 1024]);
        bomb.Length.Should().BeLessThan(PlanLimits.DocumentBytesMax);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Opened.Refusal(bomb, "a.pdf").Code.Should().Be("plan.expands-too-far");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100L * 1024 * 1024);
    }

    [Fact]
    public void Nesting_without_end_does_not_end_the_process() =>
        Supervision.Api.Documents.PlanFile.Read(PdfFile.OfContents(Encoding.ASCII.GetBytes(new string('[', 500_000))), "a.pdf").Should().NotBeNull();

    [Fact]
    public void A_locked_pdf_asks_for_one_without_a_password()
    {
        var text = Encoding.Latin1.GetString(PdfFile.Of(Page(1, (Indented, "一、重点任务"))));
        var locked = text.Replace("/Root 1 0 R", "/Root 1 0 R /ID [<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>] "
            + $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >>", StringComparison.Ordinal);

        Opened.Refusal(Encoding.Latin1.GetBytes(locked), "a.pdf").Code.Should().Be("plan.password-protected");
    }
}
