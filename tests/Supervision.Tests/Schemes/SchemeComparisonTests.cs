using Supervision.Evaluations;
using Supervision.Schemes;
using static Supervision.Tests.Schemes.SchemeScenario;

namespace Supervision.Tests.Schemes;

/// <summary>What a change of a scheme changes, place by place.</summary>
public sealed class SchemeComparisonTests
{
    [Fact]
    public void The_same_has_no_difference() => SchemeComparison.Of(Scheme, Scheme).Should().BeEmpty();

    [Fact]
    public void A_weight_is_named_with_its_group_and_indicator() =>
        Lines(Weighing(Scheme, "growth", 35)).Should().Equal("groups/counties/weights/growth \"40\" → \"35\"");

    [Fact]
    public void A_part_that_came_or_went_is_one_change_and_moves_no_other()
    {
        var extra = Scheme.Sections[0] with { Code = new("extra"), Name = "补充" };

        Lines(Scheme with { Sections = [extra, .. Scheme.Sections] }).Should().Equal("sections/extra  → {\"code\":\"extra\",\"name\":\"补充\"}");
        SchemeComparison.Of(Scheme with { Sections = [extra, .. Scheme.Sections] }, Scheme).Should().ContainSingle().Which.After.Should().BeNull();
    }

    [Fact]
    public void Another_order_of_the_same_parts_is_a_change() =>
        Lines(Scheme with { Grades = [.. Scheme.Grades.Reverse()] })
            .Should().Equal("grades/order [\"excellent\",\"good\",\"pass\",\"fail\"] → [\"fail\",\"pass\",\"good\",\"excellent\"]");

    [Fact]
    public void Ties_are_compared_as_they_stand() =>
        Lines(Scheme with { Ties = [new TieKey(TieBy.Deduction)] })
            .Should().Equal("ties [{\"by\":\"indicator\",\"code\":\"growth\"},{\"by\":\"deduction\"}] → [{\"by\":\"deduction\"}]");

    private static IEnumerable<string> Lines(EvaluationScheme after) =>
        SchemeComparison.Of(Scheme, after).Select(change => $"{change.Place} {change.Before} → {change.After}");
}
