using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Supervision.Plans;

namespace Supervision.Api;

/// <summary>How the API writes and reads JSON: strict about names and kinds, so that a slip is told and not swallowed.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static void Configure(JsonSerializerOptions options)
    {
        options.IgnoreReadOnlyProperties = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true; // Whoever writes JSON by hand does not know that "do" should come first.
        options.NumberHandling = JsonNumberHandling.Strict;
        // Chinese stays readable; the answer is JSON with its own content type and is never put into a page as it is.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        AddPlanEnums(options.Converters);
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
    }

    // A draft keeps the words of its published schema, wherever it stands.
    private static void AddPlanEnums(IList<JsonConverter> converters)
    {
        converters.Add(Kebab<PlanFormat>());
        converters.Add(Kebab<PlanLevel>());
        converters.Add(Kebab<PlanDoubtKind>());
        converters.Add(Kebab<DeadlineKind>());
        converters.Add(Kebab<TargetStrength>());
        converters.Add(Kebab<TargetComparison>());
        converters.Add(Kebab<PlaceKind>());
    }

    private static JsonStringEnumConverter<TEnum> Kebab<TEnum>()
        where TEnum : struct, Enum => new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
