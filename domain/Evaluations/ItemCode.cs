using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>The code of a part of a scheme, such as an indicator, a measure, a group or a grade: unique among its kind.</summary>
/// <remarks>Lower-case letters, digits and hyphen, at most <see cref="LengthMax"/>.</remarks>
[GenerateSerializer, Immutable, Alias("ItemCode"), JsonConverter(typeof(TextIdConverter<ItemCode>))]
public readonly record struct ItemCode([property: Id(0)] string Value) : ITextId<ItemCode>
{
    public const int LengthMax = 60;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ItemCode result)
    {
        result = new ItemCode(s ?? "");
        return TextId.IsWellFormed(s, LengthMax, allowed: "-");
    }

    public override string ToString() => Value;
}
