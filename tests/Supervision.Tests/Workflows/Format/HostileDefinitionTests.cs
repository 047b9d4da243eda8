using System.Text;
using System.Text.Json.Nodes;
using Supervision.Tests.Workflows.Checks;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows.Format;

/// <summary>Definitions that want to do harm are refused with a path and a reason, or are bounded.</summary>
public sealed class HostileDefinitionTests
{
    public static TheoryData<string, string> TooMuch => new()
    {
        { new string(' ', DefinitionLimits.BytesMax + 1), "bytes" },
        { Nested(10_000), "depth" },
        { Lines(DefinitionLimits.ActivitiesMax + 1), "$.root.activities[2000] has 2001 activities" },
        { With("connections", string.Join(',', Enumerable.Repeat("{}", DefinitionLimits.ConnectionsMax + 1))), "$.root.connections has 5001 connections" },
        { With("variables", string.Join(',', Enumerable.Repeat("{}", DefinitionLimits.VariablesMax + 1))), "$.root.variables has 1001 variables" },
        { With("cases", string.Join(',', Enumerable.Repeat("{}", DefinitionLimits.ListMax + 1))), "$.root.cases has 1001 items" },
        { With("x", $"\"{new string('x', DefinitionLimits.TextLengthMax + 1)}\""), "$.root.x[0] has 100001 characters" },
        { """{"root":{"type":"Elsa.Start","id":"#"}}""".Replace("#", new string('i', DefinitionLimits.IdLengthMax + 1), StringComparison.Ordinal), "$.root.id has 201 characters" },
        { """{"root":{"id":"a","type":"Elsa.Start","type":"Elsa.End"}}""", "type" },
        { """{"root":{"id":"a","type":"Elsa.Start","text":"\ud800"}}""", "Not a workflow definition" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Too_much_is_refused_with_path_and_limit(string json, string told) =>
        Reading(json).Should().Throw<DefinitionFormatException>().Which.Message.Should().Contain(told);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("""{"root":[]}""")]
    [InlineData("""{"root":{}}""")]
    [InlineData("""{"model":null}""")]
    [InlineData("""{"model":[]}""")]
    [InlineData("""{"root":{"id":1,"type":2}}""")]
    public void What_is_no_definition_is_refused(string json) => Reading(json).Should().Throw<DefinitionFormatException>();

    [Theory]
    [InlineData("""{"definitionId":1,"version":1e99,"variables":1,"inputs":{},"outputs":"x","outcomes":[{}],"options":[],"root":{"id":"a","type":"Elsa.Start"}}""")]
    [InlineData("""{"version":1.5,"root":{"id":"a","type":"Elsa.Flowchart","activities":{"a":1},"connections":[1,null,"x",[],{"source":1,"target":[]}]}}""")]
    [InlineData("""{"root":{"id":"a","type":"Elsa.Flowchart","activities":[1,null,"x",[],{"id":"b"},{"type":"c"}],"variables":[1,{"id":2,"name":[],"typeName":{}}]}}""")]
    [InlineData("""{"root":{"id":"a","type":"Elsa.FlowSwitch","cases":[1,{"label":[],"condition":7}],"mode":{"expression":[]}}}""")]
    [InlineData("""{"root":{"id":"a","type":"Elsa.SetVariable","variable":[],"customProperties":7,"metadata":"x"}}""")]
    [InlineData("""{"__proto__":{"x":1},"constructor":{"prototype":1},"root":{"id":"__proto__","type":"Elsa.Sequence","activities":[{"id":"constructor","type":"Elsa.Start"}]}}""")]
    public void Wrong_types_everywhere_are_read_as_absent(string json)
    {
        var definition = DefinitionReader.Read(Encoding.UTF8.GetBytes(json));

        DefinitionCheck.ForPublishing(definition).Should().NotBeEmpty();
        Machine.Start(definition, "i", [], new Walk(definition).Context).State.Status.Should().NotBe(InstanceStatus.Running);
    }

    [Fact]
    public void Connections_in_two_forms_are_refused_as_by_the_engine() => Reading("""
        {"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.Start"},{"id":"b","type":"Elsa.End"}],
        "connections":[{"source":"a","target":"b"},{"source":{"activity":"a"},"target":{"activity":"b"}}]}}
        """).Should().Throw<DefinitionFormatException>().WithMessage("*two forms*");

    [Fact]
    public void Container_that_holds_its_own_id_is_refused_by_the_checks()
    {
        var circle = Chart.Inside("main", "Elsa.Sequence", Chart.Inside("inner", "Elsa.Sequence", Chart.Inside("main", "Elsa.Sequence")));
        Chart.Findings(Chart.Definition(circle)).Should().Equal("duplicate-id main");
    }

    [Fact]
    public void Thirty_containers_in_one_another_are_read() => Reading(Nested(30)).Should().NotThrow();

    // As large as it may be, and everything connected: the checks and the machine still come to an end.
    [Fact]
    public void Largest_definition_is_checked_and_runs()
    {
        const int Activities = 1_000;
        var activities = Enumerable.Range(0, Activities)
            .Select(i => i % 3 == 0 ? Chart.Join($"a{i}", "WaitAll") : i % 3 == 1 ? Chart.Decide($"a{i}") : Chart.Wait($"a{i}")).ToArray();
        var arrows = Enumerable.Range(0, DefinitionLimits.ConnectionsMax)
            .Select(i => $"a{i % Activities} {(i % 2 == 0 ? "True" : "False")} a{(i * 7 + i / Activities) % Activities}");
        var json = Chart.Definition(Chart.Flowchart("main", activities, [.. arrows]));
        var definition = Build.Read(json);
        DefinitionCheck.ForPublishing(definition).Should().NotBeEmpty();
        Machine.Start(definition, "i", [], new Walk(definition).Context).State.Counter.Should().BePositive();
    }

    [Fact]
    public void Loop_that_fails_at_every_turn_is_stopped_even_where_incidents_are_to_be_ignored()
    {
        var definition = Build.Read(new JsonObject
        {
            ["definitionId"] = "circle",
            ["options"] = new JsonObject { ["incidentStrategyType"] = "ContinueWithIncidentsStrategy" },
            ["root"] = new JsonObject
            {
                ["id"] = "main",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(Build.Activity("again", "Elsa.Start"), Build.Activity("fault", "Elsa.Fault")),
                ["connections"] = new JsonArray(Build.Arrow("again", "Done", "again"), Build.Arrow("again", "Done", "fault")),
            },
        });

        var state = Machine.Start(definition, "i", [], new Walk(definition).Context).State;

        state.Status.Should().Be(InstanceStatus.Faulted);
        state.Incidents.Should().HaveCountLessThan(200);
    }

    private static Action Reading(string json) => () => DefinitionReader.Read(Encoding.UTF8.GetBytes(json));

    private static string Nested(int containers) => string.Concat(
    [
        """{"root":""",
        .. Enumerable.Range(0, containers).Select(i => $$"""{"id":"s{{i}}","type":"Elsa.Sequence","activities":["""),
        """{"id":"a","type":"Elsa.Start"}""",
        .. Enumerable.Repeat("]}", containers),
        "}",
    ]);

    private static string Lines(int activities) => Chart.Definition(Chart.Inside(
        "main", "Elsa.Sequence", [.. Enumerable.Range(0, activities - 1).Select(i => Build.Activity($"a{i}", "Elsa.Start")), Build.Activity("z", "Elsa.Start")])).ToJsonString();

    private static string With(string member, string items) => """{"root":{"id":"a","type":"Elsa.Sequence",""" + $"\"{member}\":[{items}]}}}}";
}
