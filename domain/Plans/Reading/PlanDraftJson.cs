using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Plans;

/// <summary>A draft as JSON, after its published schema.</summary>
public static class PlanDraftJson
{
    // Chinese stays readable in a terminal. What is put into a web page is escaped there, like any other text.
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        IgnoreReadOnlyProperties = true,
    };

    public static string Write(PlanDraft draft) => JsonSerializer.Serialize(draft, Format);

    /// <exception cref="JsonException">The text is no draft.</exception>
    public static PlanDraft Read(string json) =>
        JsonSerializer.Deserialize<PlanDraft>(json, Format) ?? throw new JsonException("A draft is an object, not null.");
}
