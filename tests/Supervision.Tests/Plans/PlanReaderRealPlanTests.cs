using System.Security.Cryptography;
using System.Text.Json;
using Supervision.Plans;

namespace Supervision.Tests.Plans;

/// <summary>The acceptance figures of the importer, on the city's real plan.</summary>
public sealed class PlanReaderRealPlanTests
{
    private static readonly string[] SentenceEnds = ["。", "。”", "！"];

    [Fact]
    public void The_letterhead_is_read()
    {
        var draft = Read();
        var source = RealPlan.Inventory().GetProperty("source");

        draft.Title.Should().Be(source.GetProperty("title").GetString());
        draft.Issuer.Should().Be(source.GetProperty("issuer").GetString());
        draft.IssuedOn.Should().Be(new DateOnly(2024, 2, 4));
        draft.Period.Should().Be(new PlanPeriod("2023", "2025"));
        draft.DocNo.Should().BeNull("the text has none");
        draft.Source.Should().Be(new PlanSource(
            Convert.ToHexStringLower(SHA256.HashData(RealPlan.Content())), PlanFormat.Md, "utf-8"));
    }

    [Fact]
    public void Three_chapters_seven_groups_and_twenty_seven_items_are_found()
    {
        var draft = Read();

        draft.Groups.Should().ContainSingle().Which.Title.Should().Be("重点任务");
        draft.Context.Select(chapter => chapter.Title).Should().Equal("总体要求", "保障措施");
        draft.Groups[0].Items.Select(group => group.Items.Count).Should().Equal(4, 4, 4, 3, 3, 5, 4);
        draft.Items.Should().HaveCount(27);
    }

    [Fact]
    public void Every_title_number_and_line_is_that_of_the_inventory()
    {
        var expected = RealPlan.Inventory().GetProperty("task_groups").EnumerateArray().SelectMany(group =>
            group.GetProperty("items").EnumerateArray().Select(item => (
                Path: $"二/{Text(group, "label")}/{item.GetProperty("no").GetInt32()}",
                GroupTitle: Text(group, "title"),
                GroupLine: group.GetProperty("line").GetInt32(),
                Title: Text(item, "title"),
                Line: item.GetProperty("line").GetInt32()))).ToList();

        var read = Read().Groups[0].Items.SelectMany(group => group.Items.Select(item =>
            (item.Path, GroupTitle: group.Title, GroupLine: group.Line, item.Title, item.Line)));

        expected.Should().HaveCount(27);
        read.Should().Equal(expected);
    }

    [Fact]
    public void Thirteen_page_breaks_are_joined_and_no_sentence_is_cut()
    {
        var draft = Read();

        draft.JoinedAt.Should().Equal(JoinsOfTheInventory());
        draft.Items.Should().OnlyContain(item => SentenceEnds.Any(item.Body.EndsWith));
        draft.Items.SelectMany(item => item.Body.Split('\n'))
            .Should().OnlyContain(paragraph => SentenceEnds.Any(paragraph.EndsWith));
        draft.Doubts.Should().NotContain(doubt => doubt.Kind == PlanDoubtKind.UnclearStructure);
    }

    [Fact]
    public void Principles_goals_and_safeguards_are_kept_as_context()
    {
        var context = Read().Context;
        var inventory = RealPlan.Inventory();

        context[0].Items.Select(part => part.Title).Should().Equal("指导思想", "基本原则", "总体目标");
        context[0].Items[1].Items.Select(part => part.Title).Should().Equal(Texts(inventory.GetProperty("principles")));
        context[0].Items[2].Items.Select(part => part.Title)
            .Should().Equal(Texts(inventory.GetProperty("overall_goals").GetProperty("bullets")));
        context[1].Items.Select(part => part.Key + part.Title).Should().Equal(Texts(inventory.GetProperty("safeguards")));
    }

    [Fact]
    public void Marks_of_the_text_format_are_gone_and_suspect_words_stay_as_they_are()
    {
        var draft = Read();
        var json = PlanDraftJson.Write(draft);

        json.Should().NotContain("**").And.NotContain("<sub>").And.NotContain("\\u");
        draft.Items.ElementAt(1).Body.Should().Contain("PM2.5");
        draft.Items.ElementAt(6).Body.Should().Contain("淅河区", "a reader flags and never corrects");
    }

    [Fact]
    public void Every_character_of_the_chapters_is_in_the_draft_once()
    {
        var draft = Read();
        var parts = draft.Context.Take(1).Concat(draft.Groups).Concat(draft.Context.Skip(1))
            .SelectMany(chapter => chapter.WithDescendants());
        var lines = PlanLines().SkipWhile(line => !line.StartsWith("一、", StringComparison.Ordinal));

        Words(string.Concat(parts.Select(part => part.Key + part.Title + part.Body))).Should().Be(Words(string.Concat(lines)));
    }

    [Fact]
    public void Another_copy_of_the_same_text_gives_the_same_plan()
    {
        var draft = Read();
        var text = System.Text.Encoding.UTF8.GetString(RealPlan.Content());
        var words = text.Replace("**", "").Replace("#", "").Replace("<sub>", "").Replace("</sub>", "");
        var lines = string.Join("\r\n", words.Split('\n').Where(line => line.Length > 0));
        var gb18030 = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

        PlanDraft[] copies =
        [
            Reading.Draft(text.Replace("\n", "\r\n"), RealPlan.FileName),
            Reading.Draft(words, "words-alone.txt"),
            Reading.Draft(gb18030.GetBytes(lines), "no-empty-lines.txt"),
        ];

        foreach (var copy in copies)
        {
            copy.Title.Should().Be(draft.Title);
            copy.IssuedOn.Should().Be(draft.IssuedOn);
            copy.Issuer.Should().Be(draft.Issuer);
            Reading.Tree(copy.Groups).Should().Be(Reading.Tree(draft.Groups));
            copy.Items.Select(item => item.Body).Should().Equal(draft.Items.Select(item => item.Body));
            copy.Context.Select(chapter => chapter.Title).Should().Equal("总体要求", "保障措施");
        }
    }

    [Fact]
    public void Every_item_lacks_an_owner_and_a_deadline_and_the_draft_says_so()
    {
        var draft = Read();

        foreach (var kind in (PlanDoubtKind[])[PlanDoubtKind.MissingOwner, PlanDoubtKind.MissingDeadline])
        {
            draft.Doubts.Where(doubt => doubt.Kind == kind).Select(doubt => doubt.Line)
                .Should().Equal(draft.Items.Select(item => item.Line));
        }
    }

    [Fact]
    public void The_printed_draft_follows_the_schema() => DraftSchema.Problems(PlanDraftJson.Write(Read())).Should().BeEmpty();

    private static PlanDraft Read() =>
        PlanReader.Read(RealPlan.Content(), RealPlan.FileName).Should().BeOfType<PlanReading.Read>().Which.Draft;

    private static string[] PlanLines() => System.Text.Encoding.UTF8.GetString(RealPlan.Content()).Split('\n');

    // Numbers carry a point and titles a full stop in the text; both are marks, not words.
    private static string Words(string text) =>
        string.Concat(text.Replace("<sub>", "").Replace("</sub>", "").Where(c => char.IsLetterOrDigit(c)));

    private static IEnumerable<int> JoinsOfTheInventory() =>
        RealPlan.Inventory().GetProperty("parser_traps")[0].GetProperty("where").EnumerateArray()
            .Select(place => int.Parse(place.GetString()!.Split('/', ':')[1], System.Globalization.CultureInfo.InvariantCulture));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString()!);
}
