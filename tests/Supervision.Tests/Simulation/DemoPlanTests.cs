using Supervision.Simulation;
using Supervision.Tests.Plans;

namespace Supervision.Tests.Simulation;

/// <summary>The plan of the demo reads as a real one does.</summary>
public sealed class DemoPlanTests
{
    [Fact]
    public void It_has_27_items_in_seven_groups_of_three_chapters_each_with_an_owner_and_a_date_around_its_year()
    {
        var from = new DateOnly(2025, 11, 24);
        var draft = Reading.Draft(DemoPlan.For(from), DemoPlan.FileName);

        draft.Groups.Should().HaveCount(3);
        draft.Groups.SelectMany(chapter => chapter.Items).Should().HaveCount(7);
        draft.Items.Should().HaveCount(27);
        draft.Items.Should().OnlyContain(item => item.Leads.Count == 1 && item.Leads[0].Agency != null && item.Responsible.Count > 0);
        draft.Items.Should().OnlyContain(item => item.Deadlines.Count == 1 && item.Deadlines[0].On > from && item.Deadlines[0].On < from.AddMonths(15));
        draft.Items.Count(item => Math.Abs(item.Deadlines[0].On!.Value.DayNumber - from.AddMonths(12).DayNumber) <= 45)
            .Should().BeGreaterThan(8, "when the year ends, much is just due");
    }
}
