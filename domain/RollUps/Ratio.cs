using System.Globalization;
using System.Numerics;

namespace Supervision.RollUps;

/// <summary>An exact number, as a fraction in lowest terms. Nothing is rounded before it is shown.</summary>
public readonly record struct Ratio
{
    // One less than the denominator, so that the default value is 0 and equal to every other 0.
    private readonly BigInteger _more;

    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException("A fraction has no denominator 0.");

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / common;
        _more = (denominator / common) - 1;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _more + 1;

    public static Ratio Parse(string text) => text.IndexOf('/') is var at and > 0
        ? new Ratio(BigInteger.Parse(text.AsSpan(0, at), provider: CultureInfo.InvariantCulture), BigInteger.Parse(text.AsSpan(at + 1), provider: CultureInfo.InvariantCulture))
        : BigInteger.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>To the nearest whole number, a half upwards.</summary>
    public int Rounded()
    {
        var (twice, divisor) = ((2 * Numerator) + Denominator, 2 * Denominator);
        var down = BigInteger.DivRem(twice, divisor, out var rest);
        return (int)(rest.Sign < 0 ? down - 1 : down);
    }

    /// <summary><c>3</c>, <c>1/3</c>: what <see cref="Parse"/> reads.</summary>
    public override string ToString() => _more.IsZero
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    public static implicit operator Ratio(BigInteger whole) => new(whole, BigInteger.One);

    public static implicit operator Ratio(int whole) => new(whole, BigInteger.One);

    public static Ratio operator +(Ratio a, Ratio b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Ratio operator -(Ratio a, Ratio b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Ratio operator *(Ratio a, BigInteger b) => new(a.Numerator * b, a.Denominator);

    public static Ratio operator /(Ratio a, BigInteger b) => new(a.Numerator, a.Denominator * b);
}
