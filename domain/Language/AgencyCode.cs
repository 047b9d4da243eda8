using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Supervision.Language;

/// <summary>The code of an agency, county, zone or office: lower-case letters, digits and hyphen, at most 40 characters.</summary>
[GenerateSerializer, Immutable, Alias("AgencyCode"), JsonConverter(typeof(TextIdConverter<AgencyCode>))]
public readonly record struct AgencyCode([property: Id(0)] string Value) : ITextId<AgencyCode>
{
    public const int LengthMax = 40;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AgencyCode result)
    {
        result = new AgencyCode(s ?? "");
        return TextId.IsWellFormed(s, LengthMax, allowed: "-");
    }

    public override string ToString() => Value;
}
