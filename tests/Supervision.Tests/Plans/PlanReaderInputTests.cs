using System.Text;
using Supervision.Plans;

namespace Supervision.Tests.Plans;

/// <summary>Encodings, letterheads, and what is refused.</summary>
public sealed class PlanReaderInputTests
{
    private static readonly string Text = "示例县绿化工作方案\r\n一、工作任务\r\n（一）种树。全县种树一万棵。\r\n";

    public static TheoryData<string, Encoding> Encodings => new()
    {
        { "utf-8", new UTF8Encoding(false) },
        { "utf-8", new UTF8Encoding(true) },
        { "utf-16le", new UnicodeEncoding(false, true) },
        { "utf-16be", new UnicodeEncoding(true, true) },
        { "gb18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void The_usual_encodings_of_chinese_text_are_read(string name, Encoding encoding)
    {
        var draft = Reading.Draft([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "plan.txt");

        draft.Source.Encoding.Should().Be(name);
        draft.Source.Format.Should().Be(PlanFormat.Txt);
        draft.Title.Should().Be("示例县绿化工作方案");
        draft.Items.Should().ContainSingle().Which.Title.Should().Be("种树");
        draft.Items.Single().Line.Should().Be(3);
    }

    [Fact]
    public void A_plain_text_without_empty_lines_is_read()
    {
        var draft = Reading.Draft(
            "示政办发〔2026〕 12 号\n示例市人民政府办公室\n关于印发示例市公共服务提升\n三年行动计划的通知\n各县区人民政府：\n"
            + "现将《示例市公共服务提升三年行动计划》印发给你们。\n示例市人民政府办公室\n二〇二六年五月十二日\n"
            + "示例市公共服务提升\n三年行动计划\n一、任务\n（一）甲。做甲。\n",
            "plan.txt");

        draft.Title.Should().Be("示例市公共服务提升三年行动计划");
        draft.DocNo.Should().Be("示政办发〔2026〕 12 号");
        draft.Issuer.Should().Be("示例市人民政府办公室");
        draft.IssuedOn.Should().Be(new DateOnly(2026, 5, 12));
        draft.Period.Should().BeNull();
    }

    [Fact]
    public void A_notice_without_a_title_of_its_own_announces_it() =>
        Reading.Draft("关于印发《示例市2026年重点工作分工》的通知\n一、任务\n1. 甲。做甲。\n")
            .Should().Match<PlanDraft>(draft =>
                draft.Title == "示例市2026年重点工作分工" && draft.Period == new PlanPeriod("2026", "2026"));

    [Fact]
    public void A_signature_at_the_end_is_no_part_of_the_last_item()
    {
        var draft = Reading.Draft(Text + "\n示例县人民政府\n2026年6月1日\n");

        draft.Issuer.Should().Be("示例县人民政府");
        draft.IssuedOn.Should().Be(new DateOnly(2026, 6, 1));
        draft.Items.Single().Body.Should().Be("全县种树一万棵。");
    }

    [Fact]
    public void A_text_without_title_takes_the_name_of_the_file_and_doubts_it()
    {
        var draft = Reading.Draft("一、任务\n1. 甲。做甲。\n", "spring.md");

        draft.Title.Should().Be("spring");
        draft.Doubts.Should().Contain(doubt => doubt.Kind == PlanDoubtKind.UnclearStructure && doubt.Line == 1);
    }

    [Theory]
    [InlineData("plan.docx")]
    [InlineData("plan.pdf")]
    [InlineData("plan")]
    [InlineData("plan.md.exe")]
    public void Another_format_is_refused_with_advice(string fileName)
    {
        var refusal = Reading.Refusal(Encoding.UTF8.GetBytes(Text), fileName);

        refusal.Code.Should().Be("plan.format-not-read");
        refusal.Chinese.Should().Contain(fileName).And.Contain(".txt");
        refusal.English.Should().Contain(fileName).And.Contain(".txt");
    }

    [Fact]
    public void A_word_file_with_a_false_name_is_refused() =>
        Reading.Refusal([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "plan.md").Code.Should().Be("plan.format-not-read");

    [Fact]
    public void The_longest_sentence_is_read_in_one_pass()
    {
        var line = new string('长', (PlanLimits.BytesMax / 3 / PlanLimits.LinesMax) - 2);
        var endless = string.Concat(Enumerable.Repeat(line + "\n", PlanLimits.LinesMax - 10));

        Reading.Draft("方案\n一、任务\n1. 甲。做甲\n" + endless).Items.Single().Body.Should().HaveLength(
            "做甲".Length + (line.Length * (PlanLimits.LinesMax - 10)));
    }

    public static TheoryData<string, byte[]> Bad => new()
    {
        { "plan.empty", [] },
        { "plan.empty", Encoding.UTF8.GetBytes(" \n\t\r\n　\n") },
        { "plan.not-text", [0xFF, 0xFF, 0xFF, 0x00] },
        { "plan.not-text", [0x41, 0x00, 0x42, 0x00] },
        { "plan.not-text", [0xFF, 0xFE, 0x00, 0xD8] },
        { "plan.no-outline", Encoding.UTF8.GetBytes("今天天气很好。\n") },
        { "plan.too-large", new byte[PlanLimits.BytesMax + 1] },
        { "plan.too-many-lines", Encoding.UTF8.GetBytes(new string('\n', PlanLimits.LinesMax + 1)) },
        { "plan.too-many-parts", Encoding.UTF8.GetBytes("方案\n" + string.Concat(Enumerable.Repeat("1. 甲\n", 2_001))) },
    };

    [Theory, MemberData(nameof(Bad))]
    public void What_is_no_plan_is_refused_by_a_code(string code, byte[] content) =>
        Reading.Refusal(content).Code.Should().Be(code);
}
