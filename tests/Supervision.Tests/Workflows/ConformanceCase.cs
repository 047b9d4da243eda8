using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supervision.Tests.Workflows;

/// <summary>One recorded case: a definition, what is done to it, and what the real engine did.</summary>
internal sealed record ConformanceCase(string Id, JsonObject Case, JsonObject Expected)
{
    public static IReadOnlyList<ConformanceCase> All { get; } = Load();

    public bool IsSurprise => Case["features"]!.AsArray().Any(feature => feature!.GetValue<string>() == "surprise");

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

    private static ConformanceCase[] Load()
    {
        var folder = Path.Combine(Repository.Root, "tests", "Supervision.Tests", "Workflows", "Conformance");
        var names = Directory.GetFiles(folder, "*.expected.json").Select(path => Path.GetFileName(path)[..^".expected.json".Length]);
        // The deepest case nests deeper than any reader's default.
        var deep = new JsonDocumentOptions { MaxDepth = 512 };
        return [.. names.Order(StringComparer.Ordinal).Select(name => new ConformanceCase(
            name,
            JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, $"{name}.json")), documentOptions: deep)!.AsObject(),
            JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, $"{name}.expected.json")), documentOptions: deep)!.AsObject()))];
    }
}

internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Supervision.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
