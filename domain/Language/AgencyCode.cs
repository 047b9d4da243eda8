using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Language;

/// <summary>The short name of an agency (单位代码) in data and addresses: <c>education</c>, <c>gushi</c>.</summary>
/// <remarks>Lower-case ASCII letters, digits and hyphens, so that it can stand in a path, a key and a file name.</remarks>
[GenerateSerializer, Immutable, Alias("AgencyCode")]
[JsonConverter(typeof(AgencyCodeJson))]
public readonly record struct AgencyCode([property: Id(0)] string Value)
{
    public const int LengthMax = 40;

    public override string ToString() => Value;

    public static bool TryParse(string? text, IFormatProvider? provider, out AgencyCode code)
    {
        var valid = text is { Length: > 0 and <= LengthMax } && text.All(IsAllowed);
        code = valid ? new AgencyCode(text!) : default;
        return valid;
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}

/// <summary>Writes a code as a plain string, as a value and as the key of a dictionary.</summary>
internal sealed class AgencyCodeJson : JsonConverter<AgencyCode>
{
    public override AgencyCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AgencyCode.TryParse(reader.GetString(), null, out var code)
            ? code
            : throw new JsonException(
                $"An agency code has 1 to {AgencyCode.LengthMax} lower-case letters, digits or hyphens; "
                + $"\"{reader.GetString()}\" has not. Use a code of the organisation, such as \"education\".");

    public override void Write(Utf8JsonWriter writer, AgencyCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override AgencyCode ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(
        Utf8JsonWriter writer, AgencyCode value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
