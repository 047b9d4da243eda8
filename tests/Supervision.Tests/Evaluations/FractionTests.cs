using CsCheck;
using Supervision.Evaluations;

namespace Supervision.Tests.Evaluations;

public sealed class FractionTests
{
    private static readonly Gen<Fraction> Any = Gen.Select(Gen.Int, Gen.Int[1, 10_000], (above, below) => (Fraction)above / below);

    [Fact]
    public void Arithmetic_is_that_of_fractions() => Gen.Select(Any, Any, Any).Sample((a, b, c) =>
        a + b == b + a && (a + b) + c == a + (b + c) && a * (b + c) == (a * b) + (a * c) && a - a == Fraction.Zero
        && (b.IsZero || a / b * b == a) && (a < b) == (b > a) && Fraction.Max(a, b) >= Fraction.Min(a, b));

    [Fact]
    public void One_number_has_one_text_and_one_hash() => Gen.Select(Any, Gen.Int[1, 1000]).Sample((a, k) =>
        (a * k / k).ToString() == a.ToString() && (a * k / k).GetHashCode() == a.GetHashCode() && (a * k / k) == a);

    [Fact]
    public void Rounding_is_half_up_and_odd() => Any.Sample(a =>
        (-a).Rounded(2) == -a.Rounded(2) && Fraction.Abs(a - a.Rounded(2)) <= (Fraction)1 / 200 && a.Rounded(2).HasDecimals(2));

    [Fact]
    public void What_is_written_with_few_decimals_is_read_again() => Gen.Int.Sample(i =>
        Fraction.TryParse(((Fraction)i / 1000).ToString(), out var again) && again == (Fraction)i / 1000);

    [Theory]
    [InlineData(""), InlineData("-"), InlineData("."), InlineData("1."), InlineData(".5"), InlineData("01"), InlineData("+1"), InlineData("1e3")]
    [InlineData("1,5"), InlineData("1 "), InlineData("１"), InlineData("0.1234567"), InlineData("1234567890123456"), InlineData("1/3"), InlineData("--1")]
    public void What_is_no_decimal_number_is_not_read(string text) => Fraction.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData(7, 2, 3), InlineData(-7, 2, -4), InlineData(-8, 2, -4), InlineData(0, 5, 0)]
    public void The_floor_is_below(int above, int below, int floor) => ((Fraction)above / below).Floor().Should().Be(floor);

    [Fact]
    public void The_default_is_zero() => default(Fraction).Should().Be(Fraction.Zero).And.Be((Fraction)0 / 7);
}
