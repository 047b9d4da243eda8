using Supervision.Plans;

namespace Supervision.Tests.Plans;

/// <summary>Companies in running text: those that are called so, and those in a row of names.</summary>
public sealed class CompanyTests
{
    [Theory]
    [InlineData("支持青禾集团加快推进风电项目", "青禾集团")]
    [InlineData("依托华清水务（集团）有限公司组建运营平台", "华清水务（集团）有限公司")]
    [InlineData("发挥青禾风电、同心车轮、百草制药等龙头企业、链主企业带动作用", "青禾风电 同心车轮 百草制药")]
    [InlineData("紧抓甲米、云知音等一批龙头企业落户的机遇", "甲米 云知音")]
    [InlineData("支持组建招商平台公司，整合国有公司，推进集团化办学", "")]
    [InlineData("国有企业、民营企业、外资企业等各类企业", "")]
    [InlineData("聚焦智能终端、纺织服装、装备制造等行业，引进一批企业", "")]
    [InlineData("支持固始县、息县等农业企业", "")]
    public void They_are_told_from_kinds_of_firms(string text, string names)
    {
        var draft = Reading.Draft($"示例市行动方案\n一、主要任务\n（一）做强产业\n1.培育企业。{text}。");

        var companies = draft.Items.Single().Places.Where(place => place.Kind is PlaceKind.Company);

        string.Join(' ', companies.Select(place => place.Name)).Should().Be(names);
    }
}
