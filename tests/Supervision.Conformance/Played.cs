using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Conformance;

/// <summary>What our machine did, in the shape of a recording, for comparers of others.</summary>
internal static class Played
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, MaxDepth = 512 };

    public static void WriteAll(string folder, IReadOnlyList<ConformanceCase> cases)
    {
        Directory.CreateDirectory(folder);
        foreach (var recorded in cases)
            File.WriteAllText(Path.Combine(folder, $"{recorded.Id}.actual.json"), Of(recorded).ToJsonString(Format));
    }

    private static JsonObject Of(ConformanceCase recorded)
    {
        try
        {
            var steps = new ConformancePlayer(recorded).Play();
            return new JsonObject { ["case"] = recorded.Id, ["import"] = new JsonObject { ["accepted"] = true }, ["steps"] = steps };
        }
        catch (DefinitionFormatException fault)
        {
            return new JsonObject
            {
                ["case"] = recorded.Id,
                ["import"] = new JsonObject { ["accepted"] = false, ["error"] = fault.Message },
                ["steps"] = new JsonArray(),
            };
        }
    }
}
