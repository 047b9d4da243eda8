using System.Text;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Actors;
using Supervision.Tasks;
using Supervision.Tests.Indicators;

namespace Supervision.Tests.Tasks;

/// <summary>A snapshot of a task is the task: what it says, and in which order.</summary>
public sealed class SnapshotTests
{
    private static readonly EvidenceReference[] Evidence = [new("验收单", "doc-1")];

    // A task of a sub-plan that is measured and broken down again, with words that cultures order otherwise than their code units.
    private static readonly SupervisedTask Task = new Fact[]
    {
        TaskScenario.Registered with
        {
            Origin = new PlanOrigin(new("sample-01-gushi"), "+1", 0, "建设 10 座", Depth: 1),
            Indicators = [IndicatorRulesTests.Rooms, IndicatorRulesTests.Rooms with { Id = "i-10" }, IndicatorRulesTests.Rooms with { Id = "i2" }],
            EvidenceRule = "验收单",
        },
        new TaskAssigned(TaskScenario.Assignment, TaskScenario.AssignedOn),
        new SubPlansOrdered([Order("co-op"), Order("coop"), Order("co.op")]),
        new SharesAllotted("i2", [new(new("coop"), 12)], 8, "待定"), new SharesAllotted("i-10", [new(new("coop"), 20)], 0, null),
        new SubPlanFiled(new("t-coop"), TaskScenario.Today), new SubPlanSettled(new("t-coop"), true, [new("i2", 12)]),
        Recorded("i2", 1), Recorded("i-10", 1), Recorded("i2", 2), Recorded("i-10", 2),
    }.Aggregate(SupervisedTask.Initial, (task, fact) => task.Evolve(fact));

    [Fact]
    public void Nothing_is_lost() => Written(Restored).Should().Be(Written(Task));

    [Fact]
    public void Words_are_compared_as_before()
    {
        Restored.Cascade.SubPlans.KeyComparer.Should().BeSameAs(StringComparer.Ordinal);
        Restored.Cascade.Shares.KeyComparer.Should().BeSameAs(StringComparer.Ordinal);
        Restored.Indicators.Newest.KeyComparer.Should().BeSameAs(StringComparer.Ordinal);
        Restored.Indicators.Before.KeyComparer.Should().BeSameAs(StringComparer.Ordinal);
        Restored.Cascade.SubPlans.Keys.Should().Equal("t-co-op", "t-co.op", "t-coop");
    }

    [Fact]
    public void What_follows_is_the_same_for_both() =>
        Written(Restored.Evolve(Recorded("i2", 3))).Should().Be(Written(Task.Evolve(Recorded("i2", 3))));

    private static SupervisedTask Restored => SnapshotJson.Read<SupervisedTask>(SnapshotJson.Write(Task));

    private static string Written(SupervisedTask task) => Encoding.UTF8.GetString(SnapshotJson.Write(task));

    private static SubPlanOrder Order(string word) => new(new($"t-{word}"), new("coop"), TaskScenario.DueOn, "county-sub-plan");

    private static ValueRecorded Recorded(string indicator, int day) => new(
        new IndicatorValue(indicator, TaskScenario.Today.AddDays(day), new TargetValue(day), null, Evidence, People.Lead));
}
