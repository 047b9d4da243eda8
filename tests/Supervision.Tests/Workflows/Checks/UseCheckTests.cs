using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Workflows;
using static Supervision.Tests.Workflows.Checks.Chart;

namespace Supervision.Tests.Workflows.Checks;

/// <summary>What a definition uses: variables, roles, other definitions.</summary>
public sealed class UseCheckTests
{
    [Theory]
    [InlineData("=getCount()", "count", true)]
    [InlineData("=variables.count", "count", true)]
    [InlineData("=getVariable('count')", "count", true)]
    [InlineData("=getCounter()", "count", false)]
    [InlineData("plain text", "count", false)]
    public void Variable_that_is_read_and_never_set_is_told(string text, string variable, bool isTold)
    {
        var definition = Definition(Inside("main", "Elsa.Sequence", Line("a", text)), Variable(variable));
        Of("variable-never-set", definition).Should().Equal(isTold ? [$"variables.{variable}"] : []);
    }

    [Fact]
    public void Variable_with_a_value_from_anywhere_is_not_told()
    {
        var answered = Wait("e");
        answered["result"] = new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "v-x" } };
        foreach (var (setter, variable) in new[]
        {
            (Line("s"), Variable("x", "1")), (Set("s", "x", "1"), Variable("x")), (answered, Variable("x")),
            (Line("s", "=setX(1)"), Variable("x")), (Line("s", "=variables.x = 1"), Variable("x")), (Line("s", "=setVariable('x', 1)"), Variable("x")),
        })
        {
            Of("variable-never-set", Definition(Inside("main", "Elsa.Sequence", setter, Line("a", "=getX()")), variable)).Should().BeEmpty();
        }

        Of("variable-never-set", Definition(Inside("main", "Elsa.Sequence", Line("s", "=variables.x === 1"), Line("a", "=getX()")), Variable("x")))
            .Should().Equal(["variables.x"], "comparing sets nothing");
    }

    [Fact]
    public void Variable_that_is_not_there_is_told()
    {
        Of("unknown-variable", Definition(Inside("main", "Elsa.Sequence", Set("a", "x", "1")))).Should().Equal("main:a.variable");
        Of("unknown-variable", Definition(Inside("main", "Elsa.Sequence", Set("a", "x", "1")), Variable("x"))).Should().BeEmpty();

        var inner = Inside("inner", "Elsa.Sequence", Set("b", "x", "1"));
        inner["variables"] = new JsonArray(Variable("x"));
        Of("unknown-variable", Definition(Inside("main", "Elsa.Sequence", inner, Set("a", "x", "1"))))
            .Should().Equal(["main:a.variable"], "outside of its container there is none");
    }

    [Fact]
    public void Role_that_nobody_holds_is_told()
    {
        var definition = Definition(Inside("main", "Elsa.Sequence", Build.Activity("a", "Supervision.Verify", ("role", "OfficeClerk"))));

        Of("role-unheld", definition, new(null, new HashSet<Role> { Role.Designer })).Should().Equal("main:a.role");
        Of("role-unheld", definition, new(null, new HashSet<Role> { Role.OfficeClerk })).Should().BeEmpty();
        Of("role-unheld", definition, Surroundings.Unknown).Should().BeEmpty("nobody can say");
    }

    [Fact]
    public void Ladder_that_is_not_published_is_told()
    {
        JsonObject With(string ladder) => Definition(Inside("main", "Elsa.Sequence", Build.Activity("a", "Supervision.WaitForArchiving", ("ladder", ladder))));
        var outside = new Surroundings(new HashSet<string> { "sub-ladder" }, null);

        Of("ladder-unpublished", With("misspelled"), outside).Should().Equal("main:a.ladder");
        Of("ladder-unpublished", With("sub-ladder"), outside).Should().BeEmpty();
        Of("ladder-unpublished", With("test"), outside).Should().BeEmpty("it is the one that is being published");
        DefinitionCheck.NamesOthers(Build.Read(With("misspelled"))).Should().Equal("misspelled");
    }

    [Fact]
    public void Workflow_that_is_used_and_not_published_is_told_by_its_name()
    {
        var use = Build.Activity("a", "Inner");
        use["workflowDefinitionId"] = "inner";
        All(Definition(Inside("main", "Elsa.Sequence", use))).Single().Should().Match<Supervision.Definitions.DefinitionFinding>(finding =>
            finding.Code == "workflow-not-published" && finding.Path == "Workflow1:main:a.workflowDefinitionId" && finding.English.Contains("'inner'"));
    }

    [Fact]
    public void Workflow_may_not_use_itself()
    {
        var direct = Definition(Inside("main", "Elsa.Sequence", Build.Activity("a", "test")));
        Of("uses-itself", direct).Should().Equal("main:a");

        var before = Build.Read(Definition(Inside("main", "Elsa.Sequence", Line("x"))));
        var between = Read(Definition(Inside("main", "Elsa.Sequence", Build.Activity("a", "Before"))), "between", _ => before);
        var after = Read(Definition(Inside("main", "Elsa.Sequence", Build.Activity("a", "Between"))), "test", _ => between);
        DefinitionCheck.ForPublishing(after).Select(finding => finding.Code).Should().Equal(["uses-itself"], "an older version of itself, through another");
        DefinitionCheck.ForPublishing(between).Should().BeEmpty();
    }

    [Fact]
    public void Workflows_use_one_another_sixteen_deep_and_no_deeper()
    {
        var at = Build.Read(Definition(Inside("main", "Elsa.Sequence", Line("x"))));
        for (var depth = 2; depth <= DefinitionLinks.DepthMax; depth++)
        {
            var used = at;
            at = Read(Definition(Inside("main", "Elsa.Sequence", Build.Activity("a", "Used"))), $"level-{depth}", _ => used);
            DefinitionCheck.ForPublishing(at).Should().BeEmpty();
        }

        DefinitionCheck.ForPublishing(Read(Definition(Inside("main", "Elsa.Sequence", Build.Activity("a", "Used"))), "too-deep", _ => at))
            .Single().Code.Should().Be("used-too-deep");
    }

    private static WorkflowDefinition Read(JsonObject definition, string id, Func<ActivityUse, WorkflowDefinition?> workflows)
    {
        definition["definitionId"] = id;
        return DefinitionReader.Read(System.Text.Encoding.UTF8.GetBytes(definition.ToJsonString()), workflows);
    }
}
