using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Imports;

/// <summary>The id of an import: lower-case letters, digits and hyphen, at most 60 characters.</summary>
[GenerateSerializer, Immutable, Alias("ImportId"), JsonConverter(typeof(TextIdConverter<ImportId>))]
public readonly record struct ImportId([property: Id(0)] string Value) : ITextId<ImportId>
{
    public const int LengthMax = 60;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ImportId result)
    {
        result = new ImportId(s ?? "");
        return TextId.IsWellFormed(s, LengthMax, allowed: "-");
    }

    public override string ToString() => Value;
}
