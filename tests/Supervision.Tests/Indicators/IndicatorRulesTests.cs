using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Indicators;

/// <summary>What an indicator may not be made of; the refusal names the field.</summary>
public sealed class IndicatorRulesTests
{
    internal static readonly Indicator Rooms = new(
        "i1", "书房数", IndicatorKind.Count, "座", Direction.Up, Aggregation.Sum, 0, TargetComparison.AtLeast, new TargetValue(20m), TargetStrength.Must, []);

    public static TheoryData<Indicator, string> Flawed => new()
    {
        { Rooms with { Id = "I 1" }, "id" },
        { Rooms with { Id = "" }, "id" },
        { Rooms with { Name = new string('长', 201) }, "name" },
        { Rooms with { Unit = "座\u0007" }, "unit" },
        { Rooms with { Target = new TargetValue(-1m) }, "target" },
        { Rooms with { Target = new TargetValue("Ⅲ") }, "target" },
        { Rooms with { Target = new TargetValue(1e13m) }, "target" },
        { Rooms with { Baseline = -1e13m }, "target" },
        { Rooms with { Op = TargetComparison.AtMost }, "op" },
        { Rooms with { Op = TargetComparison.Done }, "op" },
        { Rooms with { Op = TargetComparison.AtLeastAsGoodAs }, "op" },
        { Rooms with { Reference = "全省平均" }, "reference" },
        { Rooms with { Trajectory = [new(new(2026, 6, 30), 2), new(new(2026, 6, 30), 3)] }, "trajectory" },
        { Rooms with { Trajectory = [new(new(2026, 6, 30), 3), new(new(2026, 9, 30), 2)] }, "trajectory" },
        { Rooms with { Kind = IndicatorKind.Ratio }, "sums" },
        { Rooms with { Kind = IndicatorKind.FullCoverage, Direction = Direction.Down, Op = null }, "direction" },
        { Rooms with { Kind = IndicatorKind.ZeroGrowth, Direction = Direction.Down, Op = null, Sums = Aggregation.Each }, "target" },
        { Rooms with { Kind = IndicatorKind.Ordinal, Sums = Aggregation.Each, Target = new TargetValue("良好") }, "target" },
        { Rooms with { Kind = IndicatorKind.Composite, Target = new TargetValue(1.5m) }, "target" },
        { Rooms with { Kind = IndicatorKind.Directional, Sums = Aggregation.None, Op = null }, "target" },
        { Rooms with { Kind = IndicatorKind.Directional, Sums = Aggregation.None, Op = null, Target = null, Trajectory = [new(new(2026, 6, 30), 2)] }, "trajectory" },
    };

    [Theory, MemberData(nameof(Flawed))]
    public void A_flaw_is_refused_by_its_field(Indicator indicator, string field) => FieldOf(IndicatorRules.FlawOf([indicator])).Should().Be(field);

    [Fact]
    public void What_is_missing_is_named()
    {
        foreach (var (indicator, field) in new[]
        {
            (Rooms with { Name = " " }, "name"), (Rooms with { Unit = null }, "unit"), (Rooms with { Target = null }, "target"),
            (Rooms with { Kind = IndicatorKind.DifferenceToReference, Sums = Aggregation.None }, "reference"),
        })
        {
            var refused = IndicatorRules.FlawOf([indicator]).Should().BeOfType<Decision.Refused>().Which;
            refused.Refusal.Should().Be(IndicatorRefusals.FieldMissing);
            refused.Values[1].Should().BeOfType<Term>().Which.English.Should().Be(field);
        }
    }

    [Fact]
    public void One_id_names_one_indicator_and_a_task_has_so_many_at_most()
    {
        IndicatorRules.FlawOf([Rooms, Rooms])!.ShouldRefuse(IndicatorRefusals.Twice);
        IndicatorRules.FlawOf([.. Enumerable.Range(0, IndicatorRules.IndicatorsMax + 1).Select(n => Rooms with { Id = $"i{n}" })])!
            .ShouldRefuse(IndicatorRefusals.TooMany);
        IndicatorRules.FlawOf([Rooms]).Should().BeNull();
        IndicatorRules.FlawOf((IReadOnlyList<Indicator>?)null).Should().BeNull();
    }

    [Theory]
    [InlineData("Ⅲ类", 3)]
    [InlineData("iii", 3)]
    [InlineData("三级", 3)]
    [InlineData("丙等", 3)]
    [InlineData("劣Ⅴ类", 6)]
    [InlineData("良好", null)]
    [InlineData("", null)]
    public void A_class_has_a_rank(string name, int? rank) => OrdinalScale.RankOf(new TargetValue(name)).Should().Be(rank);

    [Fact]
    public void A_value_that_is_worse_than_the_one_before_went_backwards()
    {
        MeasuredProgress.IsBackwards(Rooms, Value(3), Value(2)).Should().BeTrue();
        MeasuredProgress.IsBackwards(Rooms, Value(3), Value(3)).Should().BeFalse();
        MeasuredProgress.IsBackwards(Rooms with { Direction = Direction.Down }, Value(2), Value(3)).Should().BeTrue();
        MeasuredProgress.IsBackwards(Rooms with { Kind = IndicatorKind.Directional }, Value(3), Value(2)).Should().BeFalse("a person judges");
    }

    internal static IndicatorValue Value(decimal number) => new("i1", new(2026, 3, 1), new TargetValue(number), null, [], new("gushi"));

    private static string FieldOf(Decision? decision)
    {
        var refused = decision.Should().BeOfType<Decision.Refused>().Which;
        refused.Refusal.Should().Be(IndicatorRefusals.FieldUnfit);
        return refused.Values[1].Should().BeOfType<Term>().Which.English;
    }
}
