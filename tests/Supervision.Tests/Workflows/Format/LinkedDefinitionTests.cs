using System.Text;
using System.Text.Json.Nodes;
using Supervision.Tests.Workflows.Checks;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows.Format;

/// <summary>A workflow that uses another as an activity bears the content of it that was current when it was published.</summary>
public sealed class LinkedDefinitionTests
{
    private static readonly WorkflowDefinition First = Build.Read(Inner("first"));
    private static readonly WorkflowDefinition Second = Build.Read(Inner("second"));

    [Fact]
    public void Linked_definition_runs_what_it_names_by_hash()
    {
        var linked = Link(Outer(), First);

        Written(Read(linked)).Should().Equal("first");
        Written(Read(Link(Encoding.UTF8.GetString(linked), Second))).Should().Equal(["second"], "publishing again takes what is current then");
    }

    [Fact]
    public void Hash_of_what_is_used_is_part_of_the_content() =>
        Read(Link(Outer(), First)).Hash.Should().NotBe(Read(Link(Outer(), Second)).Hash);

    [Fact]
    public void Hash_that_nobody_published_is_taken_out()
    {
        var forged = Outer().Replace("\"Inner\"", $"\"Inner\",\"workflowDefinitionHash\":\"{First.Hash}\"", StringComparison.Ordinal);

        var linked = DefinitionReader.Read(DefinitionLinks.Write(Encoding.UTF8.GetBytes(forged), _ => null));

        DefinitionLinks.In(linked).Single().Should().Be(new ActivityUse("Inner", "inner", ""));
    }

    [Fact]
    public void Every_place_for_an_activity_is_linked()
    {
        var (condition, fork, choose) = (Build.Activity("if", "Elsa.If", ("condition", "=true")), Build.Activity("fork", "Elsa.Fork"), Build.Activity("switch", "Elsa.Switch"));
        condition["then"] = Use("a");
        fork["branches"] = new JsonArray(Use("b"));
        choose["cases"] = new JsonArray(new JsonObject { ["label"] = "x", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" }, ["activity"] = Use("c") });
        var definition = Chart.Definition(Chart.Inside("main", "Elsa.Sequence", condition, fork, choose, Use("d")));

        Written(Read(Link(definition.ToJsonString(), First))).Should().Equal("first", "first", "first", "first");
    }

    private static JsonObject Inner(string text)
    {
        var inner = Chart.Definition(Chart.Inside("main", "Elsa.Sequence", Chart.Line("line", text)));
        inner["definitionId"] = "inner";
        inner["options"] = new JsonObject { ["usableAsActivity"] = true };
        return inner;
    }

    private static string Outer() => Chart.Definition(Chart.Inside("main", "Elsa.Sequence", Use("use"))).ToJsonString();

    private static JsonObject Use(string id)
    {
        var use = Build.Activity(id, "Inner");
        use["workflowDefinitionId"] = "inner";
        return use;
    }

    private static byte[] Link(string json, WorkflowDefinition published) =>
        DefinitionLinks.Write(Encoding.UTF8.GetBytes(json), use => use.DefinitionId == "inner" ? published : null);

    private static WorkflowDefinition Read(byte[] linked) =>
        DefinitionReader.Read(linked, use => use.Hash == First.Hash ? First : use.Hash == Second.Hash ? Second : null);

    private static IEnumerable<string?> Written(WorkflowDefinition definition)
    {
        var result = Machine.Start(definition, "i", [], new Walk(definition).Context);
        result.State.Status.Should().Be(InstanceStatus.Finished);
        return result.Journal.Where(entry => entry.Event == "Written").Select(entry => entry.Message);
    }
}
