using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Plans;

/// <summary>The id of a plan: lower-case letters, digits, dot and hyphen, at most 160 characters.</summary>
[GenerateSerializer, Immutable, Alias("PlanId"), JsonConverter(typeof(TextIdConverter<PlanId>))]
public readonly record struct PlanId([property: Id(0)] string Value) : ITextId<PlanId>
{
    public const int LengthMax = 160;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlanId result)
    {
        result = new PlanId(s ?? "");
        return TextId.IsWellFormed(s, LengthMax, allowed: ".-");
    }

    public override string ToString() => Value;
}
