using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>Liquid templates in inputs: what they see, and what stops them.</summary>
public sealed class LiquidTests
{
    [Theory]
    [InlineData("{{ Variables.Name }}：{{ Input.Count }} 项", "信阳市：27 项")]
    [InlineData("{{ Variables.Owner.head }}/{{ Variables.Owner.list | join: '、' }}", "张三/甲、乙")]
    [InlineData("{% for one in Variables.Owner.list %}{{ forloop.index }}{{ one }};{% endfor %}", "1甲;2乙;")]
    [InlineData("{% if Variables.Missing %}yes{% else %}no{% endif %}", "no")]
    [InlineData("{% if Input.Count > 20 %}many{% endif %}", "many")]
    [InlineData("{{ 'now' | date: 'yyyy-MM-dd HH:mm' }}", "2026-03-02 09:00")]
    [InlineData("{{ CorrelationId }}|{{ WorkflowInstanceId }}", "c-1|i")]
    [InlineData("{{ Variables.变量 }}", "值")]
    public void Template_sees_variables_inputs_and_the_clock_of_the_step(string template, string text) =>
        Render(template).State.Output["Text"].GetString().Should().Be(text);

    [Theory]
    [InlineData("{% for a in (1..1000) %}{% for b in (1..1000) %}{{ b }}{% endfor %}{% endfor %}")]
    [InlineData("{% for a in (1..100000000) %}x{% endfor %}")]
    [InlineData("{% include 'secrets' %}")]
    [InlineData("{{ Variables.Name | no_such_filter_here | append: }}{% endfor %}")]
    [InlineData("{% capture a %}xxxxxxxxxx{% endcapture %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}")]
    [InlineData("{% assign a = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | replace: 'x', a %}{% endfor %}")]
    [InlineData("{% assign a = Variables.Owner.list %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}")]
    [InlineData("{% assign a = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}")]
    public void Template_without_measure_is_an_incident(string template)
    {
        var state = Render(template).State;
        state.Status.Should().Be(InstanceStatus.Faulted);
        state.Incidents.Should().ContainSingle().Which.Activity.Should().Be("out");
    }

    [Fact]
    public void Template_with_a_grammar_fault_is_refused_at_publishing() =>
        DefinitionCheck.ForPublishing(Definition("{% if %}")).Should().Contain(fault => fault.Path.EndsWith(".outputValue", StringComparison.Ordinal));

    private static StepResult Render(string template)
    {
        var context = new StepContext(
            new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), new TestCalendar(), new Dictionary<string, DateOnly>(), "seed");
        return Machine.Start(Definition(template), "i", new JsonObject { ["Count"] = 27 }, context, correlationId: "c-1");
    }

    private static WorkflowDefinition Definition(string template)
    {
        var root = new JsonObject
        {
            ["id"] = "out",
            ["type"] = "Elsa.SetOutput",
            ["outputName"] = "Text",
            ["outputValue"] = new JsonObject
            {
                ["typeName"] = "Object",
                ["expression"] = new JsonObject { ["type"] = "Liquid", ["value"] = template },
            },
        };
        var definition = new JsonObject
        {
            ["definitionId"] = "liquid",
            ["variables"] = new JsonArray(
                Variable("Name", "信阳市"), Variable("变量", "值"), Variable("Missing", null),
                Variable("Owner", new JsonObject { ["head"] = "张三", ["list"] = new JsonArray("甲", "乙") })),
            ["inputs"] = new JsonArray(new JsonObject { ["name"] = "Count", ["type"] = "Int32" }),
            ["root"] = root,
        };
        return DefinitionReader.Read(System.Text.Encoding.UTF8.GetBytes(definition.ToJsonString()));
    }

    private static JsonObject Variable(string name, JsonNode? value) =>
        new() { ["id"] = name, ["name"] = name, ["typeName"] = "Object", ["value"] = value };
}
