using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Evaluations;

/// <summary>An exact number: whole numbers above and below the line, always reduced, the lower one positive.</summary>
/// <remarks>
/// All that an evaluation computes is computed with these; nothing is lost before the one rounding that
/// docs/rules/scoring.md names. A decimal text with at most <see cref="WholeDigitsMax"/> digits before the point and
/// <see cref="DecimalsMax"/> after it can be read; what is written may also be "2/3".
/// </remarks>
[JsonConverter(typeof(FractionConverter))]
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    public const int WholeDigitsMax = 15;
    public const int DecimalsMax = 6;

    /// <summary>A result with more decimals than this is written as two whole numbers.</summary>
    public const int DecimalsWrittenMax = 12;

    private readonly BigInteger _below;

    private Fraction(BigInteger above, BigInteger below) => (Above, _below) = (above, below);

    public static Fraction Zero { get; }

    public static Fraction One { get; } = new(BigInteger.One, BigInteger.One);

    public static Fraction Hundred { get; } = new(100, BigInteger.One);

    public BigInteger Above { get; }

    public BigInteger Below => _below.IsZero ? BigInteger.One : _below; // default(Fraction) is zero.

    public bool IsNegative => Above.Sign < 0;

    public bool IsPositive => Above.Sign > 0;

    public bool IsZero => Above.IsZero;

    public bool IsWhole => Below.IsOne;

    public static implicit operator Fraction(int whole) => new(whole, BigInteger.One);

    public static Fraction operator +(Fraction a, Fraction b) => a.Below == b.Below
        ? Reduced(a.Above + b.Above, a.Below)
        : Reduced((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator -(Fraction a) => new(-a.Above, a.Below);

    public static Fraction operator *(Fraction a, Fraction b) => Reduced(a.Above * b.Above, a.Below * b.Below);

    /// <exception cref="DivideByZeroException">Callers ask before they divide; this is a defect of theirs.</exception>
    public static Fraction operator /(Fraction a, Fraction b) => b.IsZero
        ? throw new DivideByZeroException("Check the divisor before dividing; input with a zero there is refused by value.")
        : Reduced(a.Above * b.Below * b.Above.Sign, a.Below * BigInteger.Abs(b.Above));

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static Fraction Min(Fraction a, Fraction b) => a <= b ? a : b;

    public static Fraction Max(Fraction a, Fraction b) => a >= b ? a : b;

    public static Fraction Clamp(Fraction value, Fraction lowest, Fraction highest) => Min(Max(value, lowest), highest);

    public static Fraction Abs(Fraction value) => value.IsNegative ? -value : value;

    /// <summary>四舍五入: half goes away from zero.</summary>
    public Fraction Rounded(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var whole = ((2 * BigInteger.Abs(Above) * scale) + Below) / (2 * Below);
        return Reduced(whole * Above.Sign, scale);
    }

    /// <summary>The largest whole number that is not above this.</summary>
    public int Floor() => (int)(IsNegative ? -((-Above + Below - 1) / Below) : Above / Below);

    /// <summary>The value as a decimal of 28 digits, for trials that are never a result.</summary>
    public decimal ToDecimal() => decimal.Parse(Rounded(24).ToDecimalText(24), CultureInfo.InvariantCulture);

    public bool HasDecimals(int atMost) => (BigInteger.Pow(10, atMost) % Below).IsZero;

    /// <summary>"-12.5", or "2/3" where no <see cref="DecimalsWrittenMax"/> decimals suffice. One number, one text.</summary>
    public override string ToString() => HasDecimals(DecimalsWrittenMax)
        ? ToDecimalText(DecimalsWrittenMax)
        : $"{Above.ToString(CultureInfo.InvariantCulture)}/{Below.ToString(CultureInfo.InvariantCulture)}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Fraction value)
    {
        value = default;
        var digits = text.AsSpan();
        var negative = digits.StartsWith("-");
        if (negative) digits = digits[1..];
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var decimals = point < 0 ? [] : digits[(point + 1)..];
        if (!IsDigits(whole, WholeDigitsMax) || (whole.Length > 1 && whole[0] == '0')) return false;
        if (point >= 0 && !IsDigits(decimals, DecimalsMax)) return false;

        var above = long.Parse(whole, CultureInfo.InvariantCulture) * BigInteger.Pow(10, decimals.Length)
            + (decimals.IsEmpty ? 0 : long.Parse(decimals, CultureInfo.InvariantCulture));
        value = Reduced(negative ? -above : above, BigInteger.Pow(10, decimals.Length));
        return true;
    }

    public static Fraction Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"\"{text}\" is no decimal number such as 12.5.");

    public int CompareTo(Fraction other) => Below == other.Below
        ? Above.CompareTo(other.Above)
        : (Above * other.Below).CompareTo(other.Above * Below);

    public bool Equals(Fraction other) => Above == other.Above && Below == other.Below;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Above, Below);

    private static bool IsDigits(ReadOnlySpan<char> text, int lengthMax) =>
        text.Length is > 0 && text.Length <= lengthMax && !text.ContainsAnyExceptInRange('0', '9');

    private string ToDecimalText(int decimals)
    {
        var digits = BigInteger.Abs(Above * BigInteger.Pow(10, decimals) / Below)
            .ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var tail = digits[^decimals..].TrimEnd('0');
        return (IsNegative ? "-" : "") + digits[..^decimals] + (tail.Length == 0 ? "" : "." + tail);
    }

    private static Fraction Reduced(BigInteger above, BigInteger below)
    {
        if (below.IsOne) return new Fraction(above, below);
        var shared = BigInteger.GreatestCommonDivisor(above, below);
        return shared.IsOne ? new Fraction(above, below) : new Fraction(above / shared, below / shared);
    }
}

/// <summary>A decimal number travels as a JSON string, so that no reader turns it into a binary approximation.</summary>
public sealed class FractionConverter : JsonConverter<Fraction>
{
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Fraction.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException("A number is a text such as \"12.5\", at most 15 digits before the point and 6 after it.");

    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
