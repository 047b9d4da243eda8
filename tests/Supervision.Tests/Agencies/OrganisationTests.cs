using System.Text.Json;
using System.Text.RegularExpressions;
using Supervision.Agencies;
using Supervision.Language;
using Supervision.Tests.Plans;

namespace Supervision.Tests.Agencies;

public sealed partial class OrganisationTests
{
    private static readonly Organisation Shipped = Organisation.Shipped;

    // Proposals that mean several agencies at once or a body outside the city government: a person must choose.
    private static readonly string[] NotOneAgency =
        ["各县区", "各开发区", "沿淮各县区", "各链长牵头单位", "市人大有关工委", "市中医药管理部门", "光山县/五岳抽水蓄能所在地"];

    [Fact]
    public void The_ten_counties_and_districts_are_known() =>
        Shipped.All.Where(agency => agency.Kind == AgencyKind.County).Select(agency => agency.Code.Value).Should().Equal(
            "shihe", "pingqiao", "luoshan", "guangshan", "xinxian", "shangcheng", "gushi", "huangchuan", "huaibin", "xixian");

    [Theory]
    [InlineData("潢开区", "huangchuan-economic")]
    [InlineData("潢川经济开发区", "huangchuan-economic")]
    [InlineData("信阳市明港机场", "minggang-airport")]
    [InlineData("南湾", "nanwan")]
    [InlineData("信阳市经济技术开发区", "xinyang-economic")]
    [InlineData("市发改委", "development-reform")]
    [InlineData("卫生健康委员会", "health")]
    [InlineData("信阳市 教育局", "education")]
    [InlineData("市政府督查室", "supervision-office")]
    public void An_alias_finds_its_agency(string text, string code) =>
        Shipped.OfName(text)!.Code.Should().Be(new AgencyCode(code));

    [Theory]
    [InlineData("高新区")] // there are two
    [InlineData("经开区")] // there are two
    [InlineData("创新县域")]
    [InlineData("息县港")]
    [InlineData("淅河区")]
    [InlineData("")]
    public void A_part_of_a_name_or_an_ambiguous_one_finds_nothing(string text) =>
        Shipped.OfName(text).Should().BeNull();

    [Fact]
    public void Every_agency_is_found_by_its_code_and_by_every_spelling()
    {
        foreach (var agency in Shipped.All)
        {
            Shipped.Find(agency.Code).Should().Be(agency);
            Shipped.IsKnown(agency.Code).Should().BeTrue();
            AgencyCode.TryParse(agency.Code.Value, null, out _).Should().BeTrue();
            agency.Spellings.Should().OnlyContain(spelling => Shipped.OfName(spelling) == agency);
        }

        Shipped.Find(new AgencyCode("nowhere")).Should().BeNull();
        Shipped.Find(new AgencyCode("huangchuan-economic"))!.Parent.Should().Be(new AgencyCode("huangchuan"));
    }

    [Fact]
    public void Every_agency_proposed_for_the_real_plan_is_known()
    {
        var proposed = RealPlan.Inventory().GetProperty("task_groups").EnumerateArray()
            .SelectMany(group => group.GetProperty("items").EnumerateArray())
            .SelectMany(item => item.GetProperty("suggested_lead").EnumerateArray()
                .Concat(item.GetProperty("suggested_coop").EnumerateArray()))
            .Select(name => Remark().Replace(name.GetString()!, ""))
            .SelectMany(name => NotOneAgency.Contains(name) ? [] : name.Split('/'))
            .Where(name => name != "茶产业")
            .Distinct();

        proposed.Where(name => Shipped.OfName(name) is null).Should().BeEmpty();
    }

    [Theory]
    [InlineData("[]", "no organisation")]
    [InlineData("{}", "agencies")]
    [InlineData("""{"agencies": [{"code": "A b", "name": "甲", "kind": "county"}]}""", "no agency code")]
    [InlineData("""{"agencies": [{"code": "a", "kind": "county"}]}""", "no name")]
    [InlineData("""{"agencies": [{"code": "a", "name": "甲", "kind": "village"}]}""", "no organisation")]
    [InlineData("""{"agencies": [{"code": "a", "name": "甲", "kind": "county"}, {"code": "a", "name": "乙", "kind": "county"}]}""", "code \"a\" is used by both 甲 and 乙")]
    [InlineData("""{"agencies": [{"code": "a", "name": "甲", "kind": "county", "aliases": ["丙"]}, {"code": "b", "name": "乙", "kind": "county", "aliases": ["丙"]}]}""", "alias \"丙\" is used by both 甲 and 乙")]
    [InlineData("""{"agencies": [{"code": "a", "name": "甲", "kind": "county", "parent": "b"}]}""", "unknown parent \"b\"")]
    [InlineData("""{"agencies": [{"code": "a", "name": "甲", "kind": "county", "parent": "a"}]}""", "its own ancestor")]
    public void A_contradiction_in_the_data_is_refused_by_name(string json, string reason) =>
        FluentActions.Invoking(() => Organisation.Parse(json)).Should().Throw<FormatException>().WithMessage($"*{reason}*");

    [Theory]
    [InlineData("gushi", true)]
    [InlineData("south-east-2", true)]
    [InlineData("Gushi", false)]
    [InlineData("固始", false)]
    [InlineData("a b", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a2345678901234567890123456789012345678901", false)]
    public void A_code_is_short_lower_case_ascii(string? text, bool valid) =>
        AgencyCode.TryParse(text, null, out _).Should().Be(valid);

    [Fact]
    public void A_code_is_a_plain_string_in_json()
    {
        var byAgency = new Dictionary<AgencyCode, AgencyCode> { [new("gushi")] = new("education") };

        var json = JsonSerializer.Serialize(byAgency);

        json.Should().Be("""{"gushi":"education"}""");
        JsonSerializer.Deserialize<Dictionary<AgencyCode, AgencyCode>>(json).Should().Equal(byAgency);
        FluentActions.Invoking(() => JsonSerializer.Deserialize<AgencyCode>("\"No!\"")).Should().Throw<JsonException>();
    }

    // 市民政局(地名): the remark says why, not who.
    [GeneratedRegex(@"\(.*\)")]
    private static partial Regex Remark();
}
