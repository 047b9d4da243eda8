using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;

namespace Supervision.Simulation;

/// <summary>Another time to acknowledge, as a designer would bring it in: the definition is edited and published.</summary>
internal static class AcknowledgeLimit
{
    private const string Activity = "acknowledge";

    public static async Task PublishAsync(ISimulatedCity city, int workingDays)
    {
        var grain = city.Grains.GetGrain<IDefinitionGrain>(DefinitionNames.Directive);
        var published = await grain.ViewAsync(city.As(People.Designer))
            ?? throw new InvalidOperationException("The directive is not published.");
        var receipt = await grain.PublishAsync(
            city.As(People.Designer), new PublishDefinition(new CommandKey("simulated:acknowledge-limit"), Edited(published.Json, workingDays)));
        if (receipt is Receipt.Refused refused)
            throw new InvalidOperationException($"{refused.Chinese} · {refused.English}");
        await city.SettleAsync();
    }

    /// <summary>The same definition with another limit; the reminder comes the day before, or not at all where there is none.</summary>
    public static string Edited(string json, int workingDays)
    {
        var definition = JsonNode.Parse(json)!;
        var wait = Find(definition["root"]!) ?? throw new InvalidOperationException($"The definition has no activity \"{Activity}\".");
        wait["limitWorkingDays"] = Literal(workingDays);
        wait["remindWorkingDays"] = Literal(Math.Min(1, workingDays - 1));
        return definition.ToJsonString();
    }

    private static JsonNode? Find(JsonNode activity) => (string?)activity["id"] == Activity
        ? activity
        : (activity["activities"] as JsonArray)?.Select(inner => Find(inner!)).FirstOrDefault(found => found is not null);

    private static JsonObject Literal(int value) => new()
    {
        ["typeName"] = "Int32",
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };
}
