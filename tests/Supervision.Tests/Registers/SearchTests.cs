using CsCheck;
using Supervision.Registers;

namespace Supervision.Tests.Registers;

public sealed class SearchTests
{
    [Theory]
    [InlineData("新县", "t-1", "t-2")] // two characters: no trigram finds them
    [InlineData("新县学", "t-1")]
    [InlineData("息", "t-3")] // one character
    [InlineData("县学校", "t-1")]
    [InlineData("gdp", "t-4")] // words by their beginning, in any case
    [InlineData("ＧＤＰ", "t-4")] // full width
    [InlineData("13710", "t-4")]
    [InlineData("digital gov", "t-4")]
    [InlineData("digital 新县")] // all must stand in it
    [InlineData("县县域")] // a comma stands between
    [InlineData("《》")] // nothing to search for finds nothing
    [InlineData("t-3", "t-3")] // its id
    [InlineData("\"新县\" OR *", "t-1", "t-2")] // operators are no operators
    public async Task Text_is_found_in_title_and_content(string text, params string[] found)
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", Sample.Registered("t-1", "推进新县学校建设", "校舍"));
        feeds.Append("task/t-2", Sample.Registered("t-2", "道路", "连接新县，县域内的道路"));
        feeds.Append("task/t-3", Sample.Registered("t-3", "息县港口", "码头"));
        feeds.Append("task/t-4", Sample.Registered("t-4", "GDP增速", "Digital Government 13710系统"));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var listed = await registers.ListAllAsync(Sample.Clerk, new TaskFilter(Text: text));

        var wanted = text.Contains("OR", StringComparison.Ordinal) ? [] : found;
        listed.Select(row => row.Task.Value).Should().BeEquivalentTo(wanted);
    }

    [Fact]
    public async Task A_task_is_found_by_its_document_number_as_soon_as_it_has_one()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", Sample.Registered("t-1", "推进新县学校建设", "校舍"));
        feeds.Append("task/t-2", Sample.Registered("t-2", "道路", "校舍旁"), Given(12));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var seen = feeds.Append("task/t-1", Given(11));

        (await FoundAsync("信政督〔2026〕11号", seen)).Should().Equal("t-1");
        (await FoundAsync("信政督 2026", seen)).Should().BeEquivalentTo("t-1", "t-2");
        (await FoundAsync("新县", seen)).Should().Equal(["t-1"], "what was found before is found still, and once");

        async Task<string[]> FoundAsync(string text, Supervision.Language.FeedPosition? at) =>
            [.. (await registers.Register.ListAsync(Sample.Clerk, new TaskQuery(new TaskFilter(Text: text)), at)).Items.Select(row => row.Task.Value)];

        static Supervision.Tasks.NumberGiven Given(int number) => new(new("xzd-2026"), number, $"信政督〔2026〕{number}号");
    }

    [Fact]
    public async Task Chinese_is_found_exactly_where_it_stands()
    {
        var titles = Gen.Char["新县息港创域，"].Array[1, 8].Select(letters => new string(letters)).Array[80].Single();
        var feeds = new MemoryFeeds();
        foreach (var (title, number) in titles.Select((title, number) => (title, number)))
            feeds.Append($"task/t-{number}", Sample.Registered($"t-{number}", title, "。"));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        await Gen.Char["新县息港创域"].Array[1, 4].Select(letters => new string(letters)).SampleAsync(async text =>
        {
            var listed = await registers.ListAllAsync(Sample.Clerk, new TaskFilter(Text: text));
            listed.Select(row => row.Title).Should()
                .BeEquivalentTo(titles.Where(title => title.Contains(text, StringComparison.Ordinal)));
        }, iter: 200, threads: 1);
    }
}
