using System.Text;
using System.Text.RegularExpressions;
using Supervision.Plans;
using Supervision.Tests.Plans.Documents;

namespace Supervision.Tests.Plans;

/// <summary>
/// The plans of the genre under other numbers, breaks, words and bytes, and in other files: what is drafted stays. The
/// marks of numbering differ, so trees are compared by titles.
/// </summary>
public sealed partial class SamePlanTests
{
    private static readonly string[] Numbered =
        ["01-key-points.md", "02-three-years.md", "12-pdf-like.txt", "14-first-leads.md", "16-rectification.md", "18-county-impl.md", "34-education.md", "38-investment.md"];

    private static readonly string[] Tables = ["05-list-table.md", "23-table-merged.md", "31-county-table-two-level.md"];

    private static readonly Dictionary<string, Func<string, byte[]>> Forms = new(StringComparer.Ordinal)
    {
        ["utf-16"] = text => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        ["utf-16 big-endian"] = text => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        ["gb18030"] = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes,
        ["windows line ends"] = text => Utf8(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
        ["full-width digits in the text"] = text => Utf8(InText(text, line => Digits().Replace(line, digit => $"{(char)(digit.Value[0] + 0xFEE0)}"))),
        ["spaces around numbers"] = text => Utf8(InText(text, line => Amount().Replace(line, " $0 "))),
        ["lines broken after commas"] = text => Utf8(InText(text, line => line.Replace("，", "，\n", StringComparison.Ordinal))),
        ["page breaks after commas"] = text => Utf8(InText(text, line => line.Replace("，", "，\n\n— 7 —\n\n", StringComparison.Ordinal))),
        ["chapters and sections"] = text => Utf8(Chapter().Replace(Section().Replace(text, "第$1节 "), "第$1章 ")),
        ["other labels"] = text => Utf8(text.Replace("牵头单位", "牵头部门", StringComparison.Ordinal).Replace("配合单位", "协办单位", StringComparison.Ordinal)
            .Replace("责任单位", "责任部门", StringComparison.Ordinal)),
        ["bold headings"] = text => Utf8(Chapter().Replace(text.Replace("**", "", StringComparison.Ordinal), "## $1、")),
        ["invisible letters"] = text => Utf8(text.Replace("，", "，\u200B", StringComparison.Ordinal)),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var name in Numbered)
            {
                foreach (var form in Forms.Keys)
                    cases.Add(name, form);
            }

            return cases;
        }
    }

    public static TheoryData<string> TablesOfTasks => [.. Tables];

    [Theory, MemberData(nameof(Cases))]
    public void The_same_plan_in_another_form_gives_the_same_draft(string name, string form)
    {
        var plan = GenrePlan.Named(name + ".plan");

        Summary(Reading.Draft(Forms[form](plan.Text), name)).Should().Be(Summary(Reading.Draft(plan.Text, name)), form);
    }

    [Theory, MemberData(nameof(TablesOfTasks))]
    public void The_same_table_in_another_file_gives_the_same_draft(string name)
    {
        var plan = GenrePlan.Named(name + ".plan");
        var expected = Summary(Reading.Draft(plan.Text, name));
        var rows = plan.Text.Split('\n').Where(line => line.StartsWith('|') && !line.Contains("--", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        var title = plan.Text.Split('\n')[0].TrimStart('#', ' ');

        Summary(Opened.Draft(Utf8($"{title}\n" + string.Join('\n', rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell}\"")))) + "\n"), "t.csv"))
            .Should().Be(expected);
        Summary(Opened.Draft(SheetFile.Of(("任务", SheetFile.Rows([[title], .. rows]))), "t.xlsx")).Should().Be(expected);
        Summary(Opened.Draft(WordFile.Of(WordFile.P(title) + WordFile.Table(rows[0].Length, [.. rows.Select(row => WordFile.Row([.. row.Select(cell => WordFile.Cell(cell))]))])), "t.docx"))
            .Should().Be(expected);
    }

    [Theory]
    [InlineData("05-list-table.md", 6)]
    [InlineData("05-list-table.md", 0)]
    public void The_same_table_on_a_page_gives_the_same_draft(string name, double pad)
    {
        var plan = GenrePlan.Named(name + ".plan");
        var rows = plan.Text.Split('\n').Where(line => line.StartsWith('|') && !line.Contains("--", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        var title = plan.Text.Split('\n')[0].TrimStart('#', ' ');
        PdfFile.Line[] page = [new(150, 760, title, 14), .. PdfTable.Of(rows, 30, 720, 570, pad)];

        Summary(Opened.Draft(PdfFile.Of(page), "t.pdf")).Should().Be(Summary(Reading.Draft(plan.Text, name)));
    }

    private static string Summary(PlanDraft draft) => string.Join('\n', draft.Groups.SelectMany(part => Lines(part, ""))
        .Concat(draft.Context.SelectMany(part => part.WithDescendants()).SelectMany(part => part.Targets).Select(Said.Print)).Prepend(draft.Title));

    private static IEnumerable<string> Lines(PlanNode node, string indent) => node.Items.SelectMany(child => Lines(child, indent + "  ")).Prepend(
        $"{indent}{Plain(node.Title)} | {Names(node.Leads)} | {Names(node.Responsible)} | {Names(node.Support)} | "
        + $"{string.Join(", ", node.Deadlines.Select(Said.Due))} | {string.Join(", ", node.Targets.Select(Said.Print))}");

    private static string Names(IEnumerable<NamedAgency> agencies) => string.Join('、', agencies.Select(agency => agency.Quote));

    private static string Plain(string title) => string.Concat(title.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != '\u200B'));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    // Numbers of headings and what stands above the first chapter keep their form.
    private static string InText(string text, Func<string, string> change)
    {
        var started = false;
        return string.Join('\n', text.Split('\n').Select(line =>
        {
            started |= Chapter().IsMatch(line);
            var mark = Mark().Match(line).Length;
            return started ? line[..mark] + change(line[mark..]) : line;
        }));
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();

    [GeneratedRegex("(?<=[\\p{IsCJKUnifiedIdeographs}])\\d+(?:\\.\\d+)?(?=[\\p{IsCJKUnifiedIdeographs}])")]
    private static partial Regex Amount();

    [GeneratedRegex("^[#* ]*([一二三四五六七八九十]+)、", RegexOptions.Multiline)]
    private static partial Regex Chapter();

    [GeneratedRegex("^[#* ]*（([一二三四五六七八九十]+)）", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^[#* ]*(?:\d+[.．、]|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|[①-⑳])?\**")]
    private static partial Regex Mark();
}
