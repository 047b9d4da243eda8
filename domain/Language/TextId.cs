using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Language;

/// <summary>An id that is a word: written as a plain string in JSON, in addresses and in the ledger.</summary>
public interface ITextId<TSelf> : IParsable<TSelf>
    where TSelf : struct, ITextId<TSelf>
{
    string Value { get; }

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) =>
        TSelf.TryParse(s, provider, out var id)
            ? id
            : throw new FormatException($"\"{s}\" is not a well-formed {typeof(TSelf).Name}.");
}

/// <summary>What an id may be made of, in one place.</summary>
public static class TextId
{
    public static bool IsWellFormed(string? text, int lengthMax, string allowed)
    {
        if (string.IsNullOrEmpty(text) || text.Length > lengthMax || !(char.IsAsciiLetterLower(text[0]) || char.IsAsciiDigit(text[0])))
            return false;

        return text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || allowed.Contains(c));
    }
}

/// <summary>Reads and writes an <see cref="ITextId{TSelf}"/> as a JSON string, also as the name of a property.</summary>
public sealed class TextIdConverter<TId> : JsonConverter<TId>
    where TId : struct, ITextId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.TryParse(reader.GetString(), null, out var id)
            ? id
            : throw new JsonException($"Not a well-formed {typeof(TId).Name}.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
