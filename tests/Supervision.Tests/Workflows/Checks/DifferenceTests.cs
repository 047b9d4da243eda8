using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Conformance;
using Supervision.Workflows;
using static Supervision.Tests.Workflows.Checks.Chart;

namespace Supervision.Tests.Workflows.Checks;

/// <summary>Constructs that come out otherwise in the real engine are told, and what comes out the same is not.</summary>
public sealed class DifferenceTests
{
    private static readonly string[] Codes = ["differs-race", "differs-merge", "differs-current-item"];

    // By the cases: a case that we have on the list because of its construct is told of, and nearly no other.
    [Fact]
    public void Recorded_cases_that_differ_by_their_construct_are_told_of()
    {
        var told = ConformanceTests.All.Where(recorded => Told(recorded).Any()).Select(recorded => recorded.Id).ToArray();

        var differing = Deviations.ByCase.Where(deviation => deviation.Value != Deviations.FaultGoesOn).Select(deviation => deviation.Key);
        told.Should().Contain(differing);
        told.Except(differing).Should().BeEquivalentTo(MayDiffer);
    }

    // The construct is there, and the loop of the recording does not go round.
    private static readonly string[] MayDiffer = ["097-merge-after-loop-no-iteration"];

    [Fact]
    public void Race_over_a_container_is_told()
    {
        JsonObject Race(JsonObject loser) => Definition(Flowchart(
            "main", [Start, Fork("f", "A", "B"), loser, Delay("b"), Join("j", "WaitAny")],
            "start Done f", "f A a", "f B b", "a Done j", "b Done j"));

        Of("differs-race", Race(Inside("a", "Elsa.Sequence", Wait("e")))).Should().Equal("main:j");
        Of("differs-race", Race(Inside("a", "Elsa.Sequence", Line("e")))).Should().BeEmpty("nothing in it ever waits");
        Of("differs-race", Race(Wait("a"))).Should().BeEmpty("flat branches are cancelled as they should");
        Of("differs-race", Race(Inside("a", "Elsa.Sequence", Build.Activity("e", "Supervision.WaitForArchiving"))))
            .Should().BeEmpty("the real engine has no waits of the office");
    }

    [Fact]
    public void Race_in_a_flowchart_inside_another_is_told()
    {
        var inner = Flowchart(
            "inner", [Build.Activity("begin", "Elsa.Start"), Fork("f", "A", "B"), Wait("a"), Delay("b"), Build.Activity("end", "Elsa.End")],
            "begin Done f", "f A a", "f B b", "b Done end");
        Of("differs-race", Definition(Flowchart("main", [Start, inner.DeepClone().AsObject()], "start Done inner"))).Should().Equal("main:inner:end");
        Of("differs-race", Definition(inner)).Should().BeEmpty("it is the only flowchart");
    }

    [Fact]
    public void Merge_behind_a_loop_with_an_arrow_from_before_it_is_told()
    {
        JsonObject Merge(string early) => Definition(Flowchart(
            "main", [Start, Decide("early"), Delay("n"), Decide("again"), Line("merge"), Line("other")],
            "start Done early", $"early True {early}", "early False n", "n Done again", "again True n", "again False merge"));

        Of("differs-merge", Merge("merge")).Should().Equal("main:merge");
        Of("differs-merge", Merge("other")).Should().BeEmpty();
    }

    [Fact]
    public void Inner_loop_that_hides_the_outer_item_is_told()
    {
        JsonObject Loops(string text)
        {
            var inner = Build.Activity("inner", "Elsa.ForEach", ("items", "=[1]"));
            inner["body"] = Line("a", text);
            var outer = Build.Activity("outer", "Elsa.ForEach", ("items", "=[1]"));
            outer["body"] = inner;
            return Definition(outer);
        }

        Of("differs-current-item", Loops("=getCurrentValue()")).Should().Equal("outer:inner.body");
        Of("differs-current-item", Loops("=1")).Should().BeEmpty();
    }

    [Fact]
    public void Items_that_the_body_changes_are_told()
    {
        JsonObject Loop(params JsonObject[] body)
        {
            var loop = Build.Activity("loop", "Elsa.ForEach", ("items", "=getList()"));
            loop["body"] = Inside("body", "Elsa.Sequence", body);
            return Definition(loop, Variable("list", "[]"), Variable("other"));
        }

        Of("differs-items", Loop(Delay("d"), Set("s", "list", "=[]"))).Should().Equal("loop.items");
        Of("differs-items", Loop(Delay("d"), Set("s", "other", "=[]"))).Should().BeEmpty();
        Of("differs-items", Loop(Set("s", "list", "=[]"))).Should().BeEmpty("nothing waits, so nothing is evaluated again");
    }

    [Fact]
    public void Text_for_a_list_is_told_and_never_more_than_a_warning()
    {
        JsonObject As(string type, string input, string kind)
        {
            var activity = Build.Activity("a", type, (input, "[\"x\"]"));
            activity[input]!["expression"]!["type"] = kind;
            return Definition(Inside("main", "Elsa.Sequence", Build.Activity("w", "Supervision.WaitForArchiving"), activity));
        }

        All(As("Elsa.ParallelForEach", "items", "Object")).Single().Should().Match<Supervision.Definitions.DefinitionFinding>(finding =>
            finding.Code == "items-of-text" && finding.Severity == Supervision.Definitions.Severity.Warning);
        All(As("Elsa.ParallelForEach", "items", "JavaScript")).Should().BeEmpty();
        All(As("Elsa.Complete", "outcomes", "Object")).Single().Code.Should().Be("outcomes-of-text");
        All(As("Elsa.Complete", "outcomes", "Literal")).Should().BeEmpty();
    }

    [Fact]
    public void Fault_beside_other_branches_is_told_once()
    {
        JsonObject Branches(string? strategy, int branches)
        {
            var definition = Definition(Inside("main", "Elsa.Parallel", [.. Enumerable.Range(0, branches).Select(i => Line($"l{i}"))]));
            definition["options"] = new JsonObject { ["incidentStrategyType"] = strategy };
            return definition;
        }

        Of("differs-fault", Branches(null, 3)).Should().Equal("options.incidentStrategyType");
        Of("differs-fault", Branches("Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core", 3)).Should().BeEmpty();
        Of("differs-fault", Branches(null, 1)).Should().BeEmpty();
    }

    private static IEnumerable<string> Told(ConformanceCase recorded)
    {
        try
        {
            var json = recorded.Case["definition"]!.ToJsonString(new JsonSerializerOptions { MaxDepth = 512 });
            return DefinitionCheck.ForPublishing(DefinitionReader.Read(Encoding.UTF8.GetBytes(json))).Select(finding => finding.Code).Intersect(Codes);
        }
        catch (DefinitionFormatException)
        {
            return []; // Deeper than Elsa reads.
        }
    }
}
