using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows.Format;

/// <summary>Definitions changed at random, then read, checked and run with random answers: nothing but a refusal of the format is thrown.</summary>
/// <remarks>The environment variables FUZZ_SEED and FUZZ_COUNT choose another run; a failure names the seed of the one definition.</remarks>
public sealed class DefinitionFuzzTests
{
    private const int StepsMax = 12;

    private static readonly JsonNode?[] Values =
    [
        null, true, -1, 0, 1e300, 4294967296, "", "x", "=1", "1.00:00:00", "-10675199.02:48:05.4775808", "0001-01-01T00:00:00", "[1,2]", "{\"id\":\"a\"}",
        "getX()", "variables", "Literal", "Object", "JavaScript", "Variable", "Input", "Elsa.Flowchart", "Elsa.Sequence", "Elsa.ForEach", "Elsa.Complete",
        "Elsa.FlowJoin", "Elsa.Break", "Elsa.Finish", "Supervision.Review", "Int32", "Int64", "Decimal", "DateTime", "WaitAny", "WaitAll", "True", "Done", "文",
        "999999999999999999999999999999", "Workflow1", "NaN",
    ];

    [Fact]
    public void Changed_definitions_are_refused_or_run()
    {
        var (seed, count) = (Setting("FUZZ_SEED", 20260302), Setting("FUZZ_COUNT", 500));
        string[] sources = [.. ConformanceTests.All.Where(Runs).Select(recorded => recorded.Case["definition"]!.ToJsonString()).Concat(
            ShippedDefinitions.All.OrderBy(shipped => shipped.Key, StringComparer.Ordinal).Select(shipped => Encoding.UTF8.GetString(shipped.Value.Span)))];
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}, {count} definitions");
        for (var i = 0; i < count; i++) Try(sources, seed + i);
    }

    private static void Try(string[] sources, int seed)
    {
        var chance = new Random(seed);
        var json = JsonNode.Parse(sources[chance.Next(sources.Length)])!.AsObject();
        for (var changes = 1 + chance.Next(4); changes > 0; changes--) Change(json, chance);
        try
        {
            Live(DefinitionReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString())), chance);
        }
        catch (DefinitionFormatException)
        {
            // Refused, as it should be.
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"FUZZ_SEED={seed} FUZZ_COUNT=1: {json.ToJsonString()}", e);
        }
    }

    private static void Live(WorkflowDefinition definition, Random chance)
    {
        DefinitionCheck.ForPublishing(definition);
        DefinitionReader.Read(DefinitionWriter.Write(definition)).Hash.Should().Be(definition.Hash);
        var context = new Walk(definition).Context;
        var input = new JsonObject { ["cadence"] = "Weekly", ["Times"] = 2, ["Skip"] = false };
        var state = Machine.Start(definition, "i", input, context).State;
        for (var step = 0; step < StepsMax && state.Bookmarks.Length > 0; step++)
        {
            state = InstanceStateJson.Read(InstanceStateJson.Write(state));
            var bookmark = state.Bookmarks[chance.Next(state.Bookmarks.Length)];
            string[] outcomes = bookmark.Terms.TryGetValue("outcomes", out var words) ? words.Split(',') : ["Done"];
            state = chance.Next(4) switch
            {
                0 when bookmark.Dues.Count > 0 => Machine.Fire(definition, state, $"i/{bookmark.Id}", bookmark.Dues.Keys.First(), context).State,
                1 => Machine.Tell(definition, state, "i", bookmark.Terms.GetValueOrDefault("eventName", ""), Values[chance.Next(Values.Length)], context).State,
                2 => Machine.Answer(definition, state, $"i/{bookmark.Id}", outcomes[chance.Next(outcomes.Length)], new JsonObject { ["account"] = "a" }, context).State,
                _ => Machine.Answer(definition, state, $"i/{bookmark.Id}", "Done", null, context).State,
            };
        }
    }

    // One of: another value, a member or item gone, one twice, a subtree from elsewhere.
    private static void Change(JsonObject json, Random chance)
    {
        var places = new List<JsonNode>();
        Collect(json);
        var place = places[chance.Next(places.Count)];
        if (place is JsonArray list) Change(list, places, chance);
        else if (place is JsonObject { Count: > 0 } holder) Change(holder, places, chance);

        void Collect(JsonNode? node)
        {
            if (node is JsonObject or JsonArray) places.Add(node);
            foreach (var child in node switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] }) Collect(child);
        }
    }

    private static void Change(JsonArray list, List<JsonNode> places, Random chance)
    {
        var at = chance.Next(list.Count + 1);
        if (at == list.Count) list.Add(Other(places, chance));
        else if (chance.Next(2) == 0) list.RemoveAt(at);
        else list.Insert(at, list[at]?.DeepClone());
    }

    private static void Change(JsonObject holder, List<JsonNode> places, Random chance)
    {
        var name = holder.ElementAt(chance.Next(holder.Count)).Key;
        if (chance.Next(5) == 0) holder.Remove(name);
        else holder[name] = Other(places, chance);
    }

    private static JsonNode? Other(List<JsonNode> places, Random chance) =>
        chance.Next(3) == 0 && places[chance.Next(places.Count)] is var place && place.ToJsonString().Length < 2_000
            ? place.DeepClone() : Values[chance.Next(Values.Length)]?.DeepClone();

    // Loops without an end and the deepest nesting take their seconds; they have tests of their own.
    private static bool Runs(Supervision.Conformance.ConformanceCase recorded) =>
        recorded.Id is not ("080-deep-nesting-50" or "075-javascript-infinite-loop" or "081-flowchart-loop-1000" or "079-foreach-1000");

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
