using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Supervision.Evaluations;

namespace Supervision.Conformance.Evaluations;

/// <summary>Random evaluations that can be computed, with ties, vetoes, quotas and gaps on purpose; for another program to check.</summary>
public static class GeneratedCases
{
    private const ulong Apart = 1_000_003;

    // What was drawn and does not pass the checks is drawn again.
    private const int TriesMax = 200;

    /// <summary>Case <paramref name="number"/> of a seed: the same for ever while the generator stays as it is.</summary>
    public static EvaluationBundle Bundle(int number, ulong seed)
    {
        var stress = (CaseStress)(number % Enum.GetValues<CaseStress>().Length);
        var chance = new Chance((seed * Apart) + (ulong)number);
        for (var attempt = 0; attempt < TriesMax; attempt++)
        {
            var bundle = new GeneratedInputs(chance, stress, new GeneratedScheme(chance, stress).Build()).Build();
            if (Evaluation.Of(bundle).Evaluation is not null) return bundle;
        }

        throw new InvalidOperationException($"No case {number} of seed {seed} passes the checks; the generator has to be mended.");
    }

    /// <summary>Writes NNNNNN.bundle.json in a scrambled order, and NNNNNN.expected.json, the exact bytes of the result.</summary>
    public static void Write(string folder, int count, ulong seed)
    {
        Directory.CreateDirectory(folder);
        for (var number = 1; number <= count; number++)
        {
            var bundle = Bundle(number, seed);
            var name = Path.Combine(folder, number.ToString("D6", CultureInfo.InvariantCulture));
            File.WriteAllText($"{name}.bundle.json", Scrambled(bundle, new Chance((ulong)number)), new UTF8Encoding(false));
            File.WriteAllBytes($"{name}.expected.json", Evaluation.Of(bundle).Evaluation!.Result.Write());
        }
    }

    /// <summary>The same bundle with names, and lists that have no order, in another order, and numbers written otherwise.</summary>
    public static string Scrambled(EvaluationBundle bundle, Chance chance)
    {
        var node = JsonNode.Parse(bundle.Write())!.AsObject();
        foreach (var measurement in node["measurements"]!.AsArray())
        {
            if (measurement!["value"]?.GetValue<string>() is { } value && !value.Contains('.') && chance.In(50))
                measurement["value"] = value + ".00";
        }

        foreach (var list in new[] { "measurements", "panels", "sheets" }) Shuffle(node[list]!.AsArray(), chance);
        foreach (var sheet in node["sheets"]!.AsArray()) Shuffle(sheet!["marks"]!.AsArray(), chance);
        foreach (var panel in node["panels"]!.AsArray()) Shuffle(panel!["judges"]!.AsArray(), chance);
        return Reordered(node, chance)!.ToJsonString();
    }

    private static void Shuffle(JsonArray list, Chance chance)
    {
        var items = chance.Shuffled(list.Select(item => item!.DeepClone()));
        list.Clear();
        foreach (var item in items) list.Add(item);
    }

    private static JsonNode? Reordered(JsonNode? node, Chance chance) => node switch
    {
        JsonObject members => new JsonObject(chance.Shuffled(members).Select(member =>
            KeyValuePair.Create(member.Key, Reordered(member.Value, chance)))),
        JsonArray items => new JsonArray([.. items.Select(item => Reordered(item, chance))]),
        _ => node?.DeepClone(),
    };
}
