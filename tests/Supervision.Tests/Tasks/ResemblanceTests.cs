using Supervision.Tasks;

namespace Supervision.Tests.Tasks;

public sealed class ResemblanceTests
{
    private static readonly OpenTask[] Open =
    [
        new(new("t-1"), "推进新县学校建设", null), new(new("t-2"), "建设三座城市书房", "信政督〔2026〕2号"), new(new("t-3"), "城市书房开放时间", null),
    ];

    [Theory]
    [InlineData("建设城市书房", "建设 城市书房。", 100)] // blanks and punctuation say nothing
    [InlineData("ＧＤＰ增速", "gdp增速", 100)]
    [InlineData("建设城市书房", "建设三座城市书房", 50)] // 4 of 8 pairs
    [InlineData("建设城市书房", "修复县乡公路", 0)]
    [InlineData("路", "路", 0)]
    [InlineData("", "", 0)]
    public void Titles_are_compared_by_their_pairs_of_characters(string one, string other, int percent)
    {
        Resemblance.Percent(one, other).Should().Be(percent);
        Resemblance.Percent(other, one).Should().Be(percent);
    }

    [Fact]
    public void The_nearest_open_task_is_named_by_its_number_and_a_reason_lets_it_pass()
    {
        var refused = Resemblance.RefusedFor("建设三座城市书房项目", null, Open)!;

        (refused.Code, refused.Chinese.Contains("信政督〔2026〕2号", StringComparison.Ordinal)).Should().Be((TaskRefusals.Resembles.Code, true));
        Resemblance.RefusedFor("建设三座城市书房", "第二批", Open).Should().BeNull();
        Resemblance.RefusedFor("修复县乡公路", null, Open).Should().BeNull();
        Resemblance.RefusedFor("建设三座城市书房", null, []).Should().BeNull();
    }
}
