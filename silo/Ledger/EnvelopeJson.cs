using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>Writes and reads the bytes of an event. The order and the names below are for ever; golden bytes in tests/ hold us to them.</summary>
/// <remarks>A new property is written last and only when it says something; a reader skips what it does not know.</remarks>
internal static class EnvelopeJson
{
    private static readonly JsonEncodedText Seq = JsonEncodedText.Encode("seq");
    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText OccurredAt = JsonEncodedText.Encode("occurred");
    private static readonly JsonEncodedText RecordedAt = JsonEncodedText.Encode("recorded");
    private static readonly JsonEncodedText Account = JsonEncodedText.Encode("account");
    private static readonly JsonEncodedText Agency = JsonEncodedText.Encode("agency");
    private static readonly JsonEncodedText OnBehalfOf = JsonEncodedText.Encode("behalf");
    private static readonly JsonEncodedText CommandKey = JsonEncodedText.Encode("command");
    private static readonly JsonEncodedText Definition = JsonEncodedText.Encode("definition");
    private static readonly JsonEncodedText PreviousHash = JsonEncodedText.Encode("prev");
    private static readonly JsonEncodedText FactName = JsonEncodedText.Encode("fact");

    // Chinese stays readable in the file; the bytes never reach a page unescaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A writer a thread: an append must not pay for a new one.
    [ThreadStatic] private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _writer;

    /// <summary>The body of an event. The fact is taken from <paramref name="factUtf8"/>; the envelope's own is not looked at.</summary>
    public static ReadOnlyMemory<byte> Write(Envelope envelope, ReadOnlySpan<byte> factUtf8)
    {
        var (buffer, writer) = Begin(envelope);
        writer.WriteRawValue(factUtf8);
        return End(buffer, writer);
    }

    /// <summary>The same bytes, without writing the fact twice: a step's fact is the largest part of an append.</summary>
    public static ReadOnlyMemory<byte> Write(Envelope envelope, Fact fact)
    {
        var (buffer, writer) = Begin(envelope);
        JsonSerializer.Serialize(writer, fact, fact.GetType(), FactJson.Options);
        return End(buffer, writer);
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Begin(Envelope envelope)
    {
        var (buffer, writer) = _writer ??= NewWriter();
        buffer.ResetWrittenCount();
        writer.Reset();

        writer.WriteStartObject();
        writer.WriteNumber(Seq, envelope.Seq);
        writer.WriteString(Kind, envelope.Kind);
        writer.WriteString(OccurredAt, envelope.OccurredAt.ToUniversalTime());
        writer.WriteString(RecordedAt, envelope.RecordedAt.ToUniversalTime());
        writer.WriteString(Account, envelope.Actor.Account.Value);
        writer.WriteString(Agency, envelope.Actor.Agency.Value);
        if (envelope.Actor.OnBehalfOf is { } other) writer.WriteString(OnBehalfOf, other.Value);
        writer.WriteString(CommandKey, envelope.CommandKey);
        if (envelope.Definition is { } definition) writer.WriteString(Definition, definition);
        writer.WriteString(PreviousHash, envelope.PreviousHash);
        writer.WritePropertyName(FactName);
        return (buffer, writer);
    }

    private static ReadOnlyMemory<byte> End(ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">The bytes are no envelope.</exception>
    public static Envelope Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var fields = default(Fields);
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject) throw new JsonException("An event's body is a JSON object.");

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            fields.Read(ref reader);

        return fields.ToEnvelope();
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) NewWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }

    private struct Fields
    {
        private long _seq;
        private string? _kind, _account, _agency, _onBehalfOf, _command, _definition, _previous;
        private DateTimeOffset _occurredAt, _recordedAt;
        private JsonElement _fact;

        public void Read(ref Utf8JsonReader reader)
        {
            var at = reader;
            reader.Read();
            if (at.ValueTextEquals(Seq.EncodedUtf8Bytes)) _seq = reader.GetInt64();
            else if (at.ValueTextEquals(Kind.EncodedUtf8Bytes)) _kind = reader.GetString();
            else if (at.ValueTextEquals(OccurredAt.EncodedUtf8Bytes)) _occurredAt = reader.GetDateTimeOffset();
            else if (at.ValueTextEquals(RecordedAt.EncodedUtf8Bytes)) _recordedAt = reader.GetDateTimeOffset();
            else if (at.ValueTextEquals(Account.EncodedUtf8Bytes)) _account = reader.GetString();
            else if (at.ValueTextEquals(Agency.EncodedUtf8Bytes)) _agency = reader.GetString();
            else if (at.ValueTextEquals(OnBehalfOf.EncodedUtf8Bytes)) _onBehalfOf = reader.GetString();
            else if (at.ValueTextEquals(CommandKey.EncodedUtf8Bytes)) _command = reader.GetString();
            else if (at.ValueTextEquals(Definition.EncodedUtf8Bytes)) _definition = reader.GetString();
            else if (at.ValueTextEquals(PreviousHash.EncodedUtf8Bytes)) _previous = reader.GetString();
            else if (at.ValueTextEquals(FactName.EncodedUtf8Bytes)) _fact = JsonElement.ParseValue(ref reader);
            else reader.Skip();
        }

        public readonly Envelope ToEnvelope() => new(
            _seq,
            _kind ?? throw Missing(Kind),
            _occurredAt,
            _recordedAt,
            new Actor(
                new AccountId(_account ?? throw Missing(Account)),
                new AgencyCode(_agency ?? throw Missing(Agency)),
                _onBehalfOf is null ? null : new AccountId(_onBehalfOf)),
            _command ?? throw Missing(CommandKey),
            _definition,
            _previous ?? throw Missing(PreviousHash),
            _fact);

        private static JsonException Missing(JsonEncodedText name) => new($"An event's body has no \"{name}\".");
    }
}
