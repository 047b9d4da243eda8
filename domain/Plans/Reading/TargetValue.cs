using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Plans;

/// <summary>The value of a target: a number, or the name of a class where the scale is ordinal (Ⅲ类).</summary>
[GenerateSerializer, Immutable, Alias("TargetValue")]
[JsonConverter(typeof(TargetValueJson))]
public readonly record struct TargetValue
{
    public TargetValue(decimal number) => Number = number;

    public TargetValue(string name) => Name = name;

    [Id(0)] public decimal? Number { get; init; }

    [Id(1)] public string? Name { get; init; }
}

/// <summary>A number is a number in JSON, a class is a string.</summary>
internal sealed class TargetValueJson : JsonConverter<TargetValue>
{
    public override TargetValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? new TargetValue(reader.GetDecimal())
            : new TargetValue(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, TargetValue value, JsonSerializerOptions options)
    {
        if (value.Number is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(value.Name);
    }
}
