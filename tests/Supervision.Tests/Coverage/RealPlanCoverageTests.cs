using System.Text;
using Supervision.Agencies;
using Supervision.Api.Registers;
using Supervision.Coverage;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.Tests.Plans;
using Supervision.Tests.Registers;

namespace Supervision.Tests.Coverage;

/// <summary>What the city's real plan leaves open, by its own words.</summary>
public sealed class RealPlanCoverageTests
{
    private static readonly PlanId Xinyang = new("xinyang");

    [Fact]
    public void The_counties_that_the_text_never_names_are_holes()
    {
        var holes = TextCoverage.HolesOf(TextCoverage.MentionsOf(Draft(), Organisation.Shipped), Organisation.Shipped).ToArray();

        holes.Where(hole => hole.Hole.Kind == HoleKind.AgencyNotNamed && Organisation.Shipped.Find(hole.Hole.Agency!.Value)!.Kind is AgencyKind.County)
            .Select(hole => hole.Hole.Agency!.Value.Value).Should().BeEquivalentTo("guangshan", "xinxian");
    }

    [Fact]
    public void A_brand_an_event_and_a_port_are_told_from_the_county()
    {
        var mentions = TextCoverage.MentionsOf(Draft(), Organisation.Shipped);

        Kinds("商城高山茶").Should().OnlyContain(kind => kind == PlaceKind.Brand);
        mentions.Where(mention => mention.Agency.Value == "pingqiao").Select(mention => mention.As).Should().Contain(PlaceKind.Event);
        mentions.Where(mention => mention.Agency.Value == "xixian").Select(mention => mention.As).Should().Contain(PlaceKind.Site);

        IEnumerable<PlaceKind> Kinds(string quote) =>
            mentions.Where(mention => mention.Quote.Contains(quote, StringComparison.Ordinal)).Select(mention => mention.As).DefaultIfEmpty(PlaceKind.Other);
    }

    [Fact]
    public async Task The_matrix_has_every_item_and_county_and_goes_out_as_sheets()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("plan/xinyang", new PlanRegistered(Xinyang, Draft()));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var matrix = await registers.Plans.CoverageMatrixAsync(Sample.Clerk, Xinyang);
        var page = await registers.Plans.CoverageAsync(Sample.Clerk, Xinyang, new CoverageQuery());

        matrix!.Rows.Should().HaveCount(27);
        matrix.Agencies.Select(agency => agency.Name).Should().Contain(["光山县", "新县", "固始县"]);
        matrix.Rows.SelectMany(row => row.Cells).Should().Contain(cell => cell.Agency.Value == "huangchuan" && cell.Named.Count > 0);
        Encoding.UTF8.GetString(MatrixSheets.Csv(matrix)).Split("\r\n").Should().HaveCount(29);
        MatrixSheets.Workbook(matrix).Should().NotBeEmpty();
        page!.Undecided.Should().HaveCount(27, "nobody has decided on an item yet");
    }

    private static PlanDraft Draft() =>
        PlanReader.Read(RealPlan.Content(), RealPlan.FileName).Should().BeOfType<PlanReading.Read>().Which.Draft;
}
