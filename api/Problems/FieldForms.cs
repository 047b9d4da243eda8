using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Supervision.Language;

namespace Supervision.Api.Problems;

/// <summary>Finds the field of a body that keeps it from being read, and says what form it must have. Asked only after reading has failed.</summary>
internal static class FieldForms
{
    /// <summary>The path of the first field that is wrong, as <c>assignment.dueOn</c> or <c>changes[2].path</c>, and its form; null when none is found.</summary>
    public static (string Path, Term Form)? FirstFlaw(JsonNode? node, Type type) => FlawOf(node, type, "");

    private static (string Path, Term Form)? FlawOf(JsonNode? node, Type type, string path)
    {
        var known = Nullable.GetUnderlyingType(type) ?? type;
        var info = ApiJson.Options.GetTypeInfo(known);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => node is JsonObject fields ? FlawOf(fields, info, path) : (Named(path), FieldWords.OfObject(info)),
            JsonTypeInfoKind.Enumerable => node is JsonArray items
                ? items.Select((item, n) => FlawOf(item, info.ElementType!, $"{path}[{n.ToString(CultureInfo.InvariantCulture)}]")).FirstOrDefault(flaw => flaw is not null)
                : (Named(path), FieldWords.OfList(info.ElementType!)),
            _ => CanBeRead(node, known) ? null : (Named(path), FieldWords.Of(known)),
        };
    }

    private static (string Path, Term Form)? FlawOf(JsonObject fields, JsonTypeInfo info, string path)
    {
        var marker = "";
        if (info.PolymorphismOptions is { } kinds)
        {
            marker = kinds.TypeDiscriminatorPropertyName;
            var said = fields[marker] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;
            if (kinds.DerivedTypes.FirstOrDefault(kind => kind.TypeDiscriminator as string == said) is not { DerivedType: { } derived } || said is null)
                return (Under(path, marker), FieldWords.OneOf(kinds.DerivedTypes.Select(kind => kind.TypeDiscriminator?.ToString() ?? "")));
            info = ApiJson.Options.GetTypeInfo(derived);
        }

        if (fields.FirstOrDefault(field => field.Key != marker && PropertyOf(info, field.Key) is null) is { Key: { } unknown })
            return (Under(path, unknown), FieldWords.Unknown(info));

        return info.Properties.Select(property => FlawOf(fields, property, Under(path, property.Name))).FirstOrDefault(flaw => flaw is not null);
    }

    private static (string Path, Term Form)? FlawOf(JsonObject fields, JsonPropertyInfo property, string path)
    {
        var isThere = fields.TryGetPropertyValue(property.Name, out var value);
        return value is null
            ? (isThere && !property.IsSetNullable) || (!isThere && property.IsRequired) ? (path, FieldWords.Needed(FieldWords.Form(property.PropertyType))) : null
            : FlawOf(value, property.PropertyType, path);
    }

    private static JsonPropertyInfo? PropertyOf(JsonTypeInfo info, string name) =>
        info.Properties.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool CanBeRead(JsonNode? node, Type type)
    {
        try
        {
            node.Deserialize(type, ApiJson.Options);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Named(string path) => path.Length == 0 ? "$" : path;

    private static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
