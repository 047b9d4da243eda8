using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Evaluations;

/// <summary>A number that a function is held against: "50", the same for all, or "@gdp-target", measured of each agency.</summary>
[JsonConverter(typeof(LevelConverter))]
public sealed record Level(Fraction? Constant, ItemCode? Measure)
{
    public static Level Of(Fraction constant) => new(constant, null);

    public static Level Of(ItemCode measure) => new(null, measure);

    public static Level? TryParse(string? text) => text switch
    {
        ['@', ..] when ItemCode.TryParse(text[1..], null, out var measure) => Of(measure),
        _ when Fraction.TryParse(text, out var constant) => Of(constant),
        _ => null,
    };

    public override string ToString() => Measure is { } measure ? $"@{measure}" : $"{Constant}";
}

public sealed class LevelConverter : JsonConverter<Level>
{
    public override Level Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType is JsonTokenType.String ? Level.TryParse(reader.GetString()) : null)
        ?? throw new JsonException("A level is a number such as \"50\" or a measure such as \"@gdp-target\".");

    public override void Write(Utf8JsonWriter writer, Level value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
