using System.Text;
using Supervision.Evaluations;

namespace Supervision.Tests.Evaluations;

/// <summary>Two results that should be one: where they part.</summary>
public sealed class ResultDifferenceTests
{
    private static readonly byte[] Result = Evaluation.Of(BundlePageTests.Example).Evaluation!.Result.Write();

    [Fact]
    public void The_same_bytes_do_not_differ() => ResultDifference.First(Result, [.. Result]).Should().BeNull();

    [Theory]
    [InlineData("\"total\":\"50.7\"", "\"total\":\"50.71\"", "groups/counties/agencies/shangcheng/total", "\"50.7\"", "\"50.71\"")]
    [InlineData("\"version\":3", "\"version\":4", "scheme/version", "3", "4")]
    [InlineData("\"class\":\"Ⅳ\",\"percent\":\"30\"", "\"class\":\"Ⅳ\"", "groups/counties/agencies/shangcheng/lines/water/values/percent", "\"30\"", null)]
    [InlineData("\"agency\":\"shangcheng\"", "\"agency\":\"other\"", "groups/counties/agencies/4/agency", "\"shangcheng\"", "\"other\"")]
    public void The_first_place_is_named_by_codes(string was, string @is, string place, string here, string? there)
    {
        var other = Encoding.UTF8.GetString(Result).Replace(was, @is, StringComparison.Ordinal);

        var difference = ResultDifference.First(Result, Encoding.UTF8.GetBytes(other))!;

        (difference.Place, difference.Here, difference.There).Should().Be((place, here, there));
        Result[difference.Byte].Should().NotBe(Encoding.UTF8.GetBytes(other)[difference.Byte]);
    }

    [Fact]
    public void The_same_values_written_otherwise_have_no_place()
    {
        var difference = ResultDifference.First(Result, [.. Result, (byte)'\n'])!;

        (difference.Here, difference.There, difference.Byte).Should().Be((null, null, Result.Length));
    }

    [Fact]
    public void What_is_no_JSON_differs_at_a_byte() =>
        ResultDifference.First(Result, Result.AsSpan(0, 10))!.Should().Match<ResultDifference>(found => found.Place == "" && found.Byte == 10);
}
