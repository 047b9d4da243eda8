using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supervision.Conformance;

/// <summary>One recorded case: a definition, what is done to it, and what the real engine did.</summary>
public sealed record ConformanceCase(string Id, JsonObject Case, JsonObject Expected)
{
    public IReadOnlyList<string> Features => [.. (Case["features"] as JsonArray ?? []).Select(feature => (string)feature!)];

    /// <summary>The types of the workflows that it uses as activities.</summary>
    public IReadOnlySet<string> Library => (Case["library"] as JsonArray ?? [])
        .Select(used => ((string)used!["name"]!).Replace(" ", "", StringComparison.Ordinal)).ToHashSet();

    /// <summary>Every activity type that the definition uses anywhere.</summary>
    public IReadOnlySet<string> Types
    {
        get
        {
            var types = new SortedSet<string>(StringComparer.Ordinal);
            Collect(Case["definition"]!["root"]);
            return types;

            void Collect(JsonNode? node)
            {
                if (node is JsonArray list) foreach (var item in list) Collect(item);
                if (node is not JsonObject activity) return;
                if (activity["id"] is not null && activity["type"]?.GetValueKind() == JsonValueKind.String)
                    types.Add(activity["type"]!.GetValue<string>());
                foreach (var (_, member) in activity) Collect(member);
            }
        }
    }

    /// <summary>The cases of a folder: each <c>NNN-name.json</c> that has an <c>NNN-name.expected.json</c> beside it.</summary>
    public static IReadOnlyList<ConformanceCase> Load(string folder)
    {
        const string Ending = ".expected.json";
        var names = Directory.GetFiles(folder, $"*{Ending}").Select(path => Path.GetFileName(path)[..^Ending.Length]);
        return [.. names.Order(StringComparer.Ordinal).Select(name => new ConformanceCase(
            name, Read(Path.Combine(folder, $"{name}.json")), Read(Path.Combine(folder, $"{name}{Ending}"))))];
    }

    // The deepest case nests deeper than any reader's default.
    private static JsonObject Read(string path) =>
        JsonNode.Parse(File.ReadAllBytes(path), documentOptions: new JsonDocumentOptions { MaxDepth = 512 })!.AsObject();
}
