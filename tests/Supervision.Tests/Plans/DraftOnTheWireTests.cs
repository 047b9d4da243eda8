using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Supervision.Agencies;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Tests.Plans;

public sealed class DraftOnTheWireTests
{
    private static readonly Serializer Serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void A_draft_crosses_a_grain_call_whole()
    {
        var read = Reading.Draft("示例市方案\n\n一、任务\n\n1. 甲。做甲。\n\n三、乙\n\n好。\n");
        var item = read.Groups[0].Items[0] with
        {
            Leads = [new NamedAgency("市教育局", new AgencyCode("education")), new NamedAgency("某局", null)],
            Deadlines = [new PlanDeadline("2026年底前", DeadlineKind.Date, new DateOnly(2026, 12, 31), null)],
            Targets =
            [
                new PlanTarget("5家", TargetStrength.Strive, null, TargetComparison.AtLeast, new TargetValue(5m), "家"),
                new PlanTarget("Ⅲ类", TargetStrength.Must, null, TargetComparison.AtLeastAsGoodAs, new TargetValue("III"), null),
            ],
            Places = [new PlanPlace("固始", "固始县", PlaceKind.County)],
        };
        var draft = read with { Groups = [item] };

        var received = Serializer.Deserialize<PlanDraft>(Serializer.SerializeToArray(draft))!;

        var json = PlanDraftJson.Write(draft);
        PlanDraftJson.Write(received).Should().Be(json);
        PlanDraftJson.Write(PlanDraftJson.Read(json)).Should().Be(json);
        DraftSchema.Problems(json).Should().BeEmpty();
    }

    [Fact]
    public void An_agency_crosses_a_grain_call_whole()
    {
        var agency = Organisation.Shipped.Find(new AgencyCode("huangchuan-economic"))!;

        Serializer.Deserialize<Agency>(Serializer.SerializeToArray(agency)).Should().BeEquivalentTo(agency);
    }
}
