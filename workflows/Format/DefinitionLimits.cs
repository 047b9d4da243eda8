using System.Globalization;
using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>How large a definition may be. What is larger is refused when it is read, with the path and the limit.</summary>
/// <remarks>A process of the office has some dozens of activities; these leave room for a hundred times that.</remarks>
public static class DefinitionLimits
{
    public const int BytesMax = 2 * 1024 * 1024;

    /// <summary>Levels of JSON: about thirty containers inside one another, as in Elsa.</summary>
    public const int NestingMax = 64;

    public const int ActivitiesMax = 2_000;
    public const int ConnectionsMax = 5_000;
    public const int VariablesMax = 1_000;

    /// <summary>Inputs, outputs, outcomes, cases: each list of its own.</summary>
    public const int ListMax = 1_000;

    public const int IdLengthMax = 200;

    /// <summary>Characters of a script, a literal, a description: any text.</summary>
    public const int TextLengthMax = 100_000;

    internal static void DemandBytes(int bytes)
    {
        if (bytes > BytesMax) throw Over("$", bytes, "bytes", BytesMax);
    }

    internal static void Demand(JsonElement definition) => new Count().Look(definition, "$");

    private static DefinitionFormatException Over(string path, int there, string what, int max) => new(string.Create(
        CultureInfo.InvariantCulture, $"{path} has {there} {what}; at most {max} are allowed."));

    /// <summary>Goes once over all of it. Lists are told by their names, wherever they stand: what is in them is read later.</summary>
    private sealed class Count
    {
        private int _activities;
        private int _connections;
        private int _variables;

        public void Look(JsonElement value, string path)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in value.EnumerateObject())
                    {
                        var inside = $"{path}.{Short(member.Name)}";
                        Demand(member.Name.Length, "characters", TextLengthMax, inside);
                        DemandList(member.Name, member.Value, inside);
                        Look(member.Value, inside);
                    }

                    if (ActivityReader.IsActivity(value)) Demand(++_activities, "activities", ActivitiesMax, path);
                    break;
                case JsonValueKind.Array:
                    var index = 0;
                    foreach (var item in value.EnumerateArray()) Look(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
                    break;
                case JsonValueKind.String:
                    Demand(value.GetString()!.Length, "characters", TextLengthMax, path);
                    break;
                default:
                    break;
            }
        }

        private void DemandList(string name, JsonElement value, string path)
        {
            if (name == "id" && value.ValueKind == JsonValueKind.String) Demand(value.GetString()!.Length, "characters", IdLengthMax, path);
            if (value.ValueKind != JsonValueKind.Array) return;
            var there = value.GetArrayLength();
            if (name == "connections") Demand(_connections += there, "connections", ConnectionsMax, path);
            else if (name == "variables") Demand(_variables += there, "variables", VariablesMax, path);
            else if (name is "cases" or "inputs" or "outputs" or "outcomes") Demand(there, "items", ListMax, path);
        }

        private static void Demand(int there, string what, int max, string path)
        {
            if (there > max) throw Over(path, there, what, max);
        }

        private static string Short(string name) => name.Length <= 40 ? name : name[..40];
    }
}
