using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Supervision.Tests.Workflows.Checks;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows.Format;

/// <summary>What is written is what was read: the same hash, and not one member less.</summary>
public sealed class DefinitionWriterTests
{
    private static readonly string[] Computed = ["$schema", "isLatest", "isPublished", "links", "nodeId"];

    public static TheoryData<string> Sources =>
    [
        .. ConformanceTests.All.Select(recorded => recorded.Id).Where(id => id != "080-deep-nesting-50"),
        .. Directory.GetFiles(Examples, "*.json").Select(path => $"examples/{Path.GetFileName(path)}"),
        .. ShippedDefinitions.All.Keys.Order(StringComparer.Ordinal).Select(id => $"shipped/{id}"),
    ];

    private static string Examples => Path.Combine(Repository.Root, "tests", "Supervision.Tests", "Workflows", "Format", "Examples");

    [Theory]
    [MemberData(nameof(Sources))]
    public void Round_trip_keeps_the_hash_and_every_member(string source) => Demand(Load(source));

    [Fact]
    public void Round_trip_of_generated_definitions_keeps_the_hash_and_every_member() => Generated.Sample(json => Demand(json), iter: 300);

    [Fact]
    public void Node_ids_are_computed_as_paths_from_the_workflow()
    {
        var loop = Build.Activity("loop", "Elsa.ForEach", ("items", "=[1]"));
        loop["body"] = Chart.Line("line");
        loop["nodeId"] = "wrong";
        var written = Write(Chart.Definition(Chart.Inside("main", "Elsa.Sequence", loop)));

        ((string?)written["root"]!["nodeId"]).Should().Be("Workflow1:main");
        ((string?)written["root"]!["activities"]![0]!["body"]!["nodeId"]).Should().Be("Workflow1:main:loop:line");
    }

    [Fact]
    public void Request_of_the_designer_is_unwrapped_and_the_export_names_its_schema()
    {
        var definition = Chart.Definition(Chart.Inside("main", "Elsa.Sequence", Chart.Line("line")));
        var written = Write(new JsonObject { ["model"] = definition, ["publish"] = true });

        written.Select(member => member.Key).Should().Equal("$schema", "definitionId", "variables", "isLatest", "isPublished", "root");
        ((string?)written["$schema"]).Should().Be(DefinitionWriter.Schema);
    }

    // Written with any of Elsa's forms of connections, the arrows are the same.
    [Theory]
    [InlineData("""[{"source":"start","target":"a","sourcePort":"Done","targetPort":"In"}]""")]
    [InlineData("""[{"source":"start","target":"a"}]""")]
    [InlineData("""{"$values":[{"source":{"activity":"start","port":"Done"},"target":{"activity":"a","port":"In"}}]}""")]
    [InlineData("""{"source":{"activity":"start"},"target":{"activity":"a"}}""")]
    public void Legacy_connections_are_read_and_kept(string connections)
    {
        var flowchart = Chart.Flowchart("main", [Chart.Start, Chart.Line("a")]);
        flowchart["connections"] = JsonNode.Parse(connections);
        var json = Chart.Definition(flowchart);

        Build.Read(json).Root.Connections.Should().Equal(new Connection("start", "Done", "a"));
        Demand(json);
    }

    [Theory]
    [InlineData("Int32")]
    [InlineData("System.Int32, System.Private.CoreLib")]
    public void Types_are_read_by_alias_and_by_the_names_of_old_versions(string type)
    {
        var variable = Chart.Variable("x", "41");
        variable["typeName"] = type;
        var definition = Build.Read(Chart.Definition(Chart.Inside("main", "Elsa.Sequence", Chart.Line("a", "=getX() + 1")), variable));

        Machine.Start(definition, "i", [], new Walk(definition).Context).Journal.Single(entry => entry.Event == "Written").Message.Should().Be("42");
    }

    [Fact]
    public void Bare_scalar_is_a_literal()
    {
        var line = Build.Activity("a", "Elsa.WriteLine");
        line["text"] = "bare";
        var definition = Build.Read(Chart.Definition(line));

        Machine.Start(definition, "i", [], new Walk(definition).Context).Journal.Single(entry => entry.Event == "Written").Message.Should().Be("bare");
    }

    private static void Demand(JsonObject json)
    {
        var before = Read(json);
        var written = Write(json);

        Read(written).Hash.Should().Be(before.Hash);
        Lost(json["model"] as JsonObject ?? json, written, "$").Should().BeEmpty();
    }

    // Every member of the one is in the other, with the same value.
    private static IEnumerable<string> Lost(JsonNode? before, JsonNode? after, string path) => (before, after) switch
    {
        (JsonObject one, JsonObject other) => one.Where(member => !Computed.Contains(member.Key) || member.Value is JsonValue value && value.ToString() == "kept")
            .SelectMany(member => other.ContainsKey(member.Key) ? Lost(member.Value, other[member.Key], $"{path}.{member.Key}") : [$"{path}.{member.Key}"]),
        (JsonArray one, JsonArray other) when one.Count == other.Count => one.Zip(other).SelectMany((pair, i) => Lost(pair.First, pair.Second, $"{path}[{i}]")),
        _ => JsonNode.DeepEquals(before, after) ? [] : [path],
    };

    private static JsonObject Load(string source) => source.Split('/') switch
    {
        ["examples", var file] => JsonNode.Parse(File.ReadAllBytes(Path.Combine(Examples, file)))!.AsObject(),
        ["shipped", var id] => JsonNode.Parse(ShippedDefinitions.All[id].Span)!.AsObject(),
        _ => ConformanceTests.All.Single(recorded => recorded.Id == source).Case["definition"]!.AsObject(),
    };

    private static WorkflowDefinition Read(JsonObject json) => DefinitionReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static JsonObject Write(JsonObject json) => JsonNode.Parse(DefinitionWriter.Write(Read(json)))!.AsObject();

    // Containers in containers, with members that nobody knows, of every kind of value.
    private static readonly Gen<JsonObject> Generated =
        from shape in Gen.Int[0, int.MaxValue].Array[5, 60]
        select Generate(shape);

    private static JsonObject Generate(int[] shape)
    {
        var at = 0;
        var ids = 0;
        var definition = Chart.Definition(Node(0), Chart.Variable("x", "null"));
        definition["未知"] = Value(0);
        return definition;

        int Next() => shape[at++ % shape.Length];

        JsonObject Node(int depth)
        {
            var node = Build.Activity($"n{ids++}", new[] { "Elsa.WriteLine", "Acme.Unknown", "Elsa.Event" }[Next() % 3], ("text", $"{Next()}"));
            node["extra"] = Value(0);
            if (Next() % 2 == 0) node["nodeId"] = "old";
            if (depth > 3) return node;
            switch (Next() % 5)
            {
                case 0: node["body"] = Node(depth + 1); break;
                case 1: node["activities"] = new JsonArray([.. Enumerable.Range(0, Next() % 4).Select(_ => Node(depth + 1))]); break;
                case 2: node["branches"] = new JsonObject { ["$values"] = new JsonArray(Node(depth + 1)) }; break;
                case 3: node["cases"] = new JsonArray(new JsonObject { ["label"] = "x", ["activity"] = Node(depth + 1), ["nodeId"] = "kept" }); break;
                default: break;
            }

            return node;
        }

        JsonNode? Value(int depth) => (Next() % (depth > 2 ? 4 : 6)) switch
        {
            0 => null,
            1 => Next() / 7.0,
            2 => $"文 {Next()} \" \u2028",
            3 => Next() % 2 == 0,
            4 => new JsonArray(Value(depth + 1), Value(depth + 1)),
            _ => new JsonObject { ["nodeId"] = "kept", ["__proto__"] = Value(depth + 1) },
        };
    }
}
