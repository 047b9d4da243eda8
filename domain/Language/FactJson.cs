using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Supervision.Language;

/// <summary>Facts as JSON, as the ledger keeps them. These options are frozen with the first golden line.</summary>
public static class FactJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Chinese stays readable in the ledger; nothing of it is ever put into a page unescaped.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsComputed } },
    };

    private static readonly FrozenDictionary<string, Type> Types = typeof(Fact).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract)
        .ToFrozenDictionary(type => KindAttributeOf(type).Kind);

    private static readonly FrozenDictionary<Type, string> Kinds =
        Types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every kind this program reads, in order.</summary>
    public static IReadOnlyList<string> KnownKinds { get; } = [.. Types.Keys.Order(StringComparer.Ordinal)];

    public static string KindOf(Fact fact) => Kinds[fact.GetType()];

    public static byte[] Write(Fact fact) => JsonSerializer.SerializeToUtf8Bytes(fact, fact.GetType(), Options);

    /// <summary>The fact, upcast to today's shape; null when this program does not know the kind.</summary>
    public static Fact? Read(string kind, ReadOnlySpan<byte> json) =>
        Types.TryGetValue(kind, out var type) ? (Fact?)JsonSerializer.Deserialize(json, type, Options)
        : Upcasts.IsKnown(kind) ? Upcasts.Read(kind, JsonElement.Parse(json))
        : null;

    public static Fact? Read(string kind, JsonElement json) =>
        Types.TryGetValue(kind, out var type) ? (Fact?)json.Deserialize(type, Options) : Upcasts.Read(kind, json);

    // What can be computed is not a fact; only what a record was made of is kept.
    private static void LeaveOutWhatIsComputed(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i] is { Set: null, AssociatedParameter: null }) type.Properties.RemoveAt(i);
        }
    }

    private static KindAttribute KindAttributeOf(Type type) =>
        type.GetCustomAttribute<KindAttribute>()
        ?? throw new InvalidOperationException($"The fact {type.Name} has no [Kind]; give it a name for ever.");
}
