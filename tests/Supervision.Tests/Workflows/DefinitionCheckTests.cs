using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

public sealed class DefinitionCheckTests
{
    [Fact]
    public void Unknown_type_is_refused() => Faults(Build.Activity("a", "Acme.Teleport")).Should().Contain(fault => fault.StartsWith("Workflow1:main:a: Unknown activity type 'Acme.Teleport'"));

    [Fact]
    public void Http_activities_are_refused() => Faults(Build.Activity("a", "Elsa.HttpEndpoint")).Should().Contain(fault => fault.Contains("HTTP"));

    [Theory]
    [InlineData("CSharp")]
    [InlineData("Python")]
    public void Language_that_does_not_run_is_refused(string language)
    {
        var activity = Build.Activity("a", "Elsa.WriteLine", ("text", "x"));
        activity["text"]!["expression"]!["type"] = language;
        Faults(activity).Single().Should().StartWith($"Workflow1:main:a.text: Expressions in '{language}' are not supported");
    }

    [Fact]
    public void Script_with_a_syntax_error_is_refused() =>
        Faults(Build.Activity("a", "Elsa.WriteLine", ("text", "=1 +"))).Single().Should().StartWith("Workflow1:main:a.text: The JavaScript has a syntax error");

    [Fact]
    public void Missing_role_is_refused() => Faults(Build.Activity("a", "Supervision.Review", ("purpose", "report")))
        .Should().Contain("Workflow1:main:a.role: 'Role' is missing; fill it in.");

    [Theory]
    [InlineData("role", "King")]
    [InlineData("limitWorkingDays", "three")]
    public void Input_that_cannot_be_is_refused(string input, string value) =>
        Faults(Build.Activity("a", "Supervision.Verify", (input, value))).Should().Contain(fault => fault.StartsWith($"Workflow1:main:a.{input}: "));

    [Fact]
    public void Several_approvers_need_their_number() =>
        Faults(Build.Activity("a", "Supervision.AskForApproval", ("purpose", "p"), ("role", "OfficeDirector"), ("mode", "Quorum")))
            .Should().Contain(fault => fault.Contains(".approvers: ")).And.Contain(fault => fault.Contains(".quorum: "));

    [Fact]
    public void Same_id_twice_is_refused() => Faults(Build.Activity("a", "Elsa.Start"), Build.Activity("a", "Elsa.End"))
        .Should().Contain(fault => fault.Contains("'a' is used twice"));

    [Fact]
    public void Arrow_into_nothing_is_refused() => Faults(
        Build.Edit(ShippedDefinitions.SubLadder, root => Build.ArrowFrom(root, "to-head")["target"]!["activity"] = "nowhere"))
        .Should().Contain(fault => fault.Contains("to-head:Done->nowhere")).And.Contain(fault => fault.Contains("cannot be reached"));

    [Fact]
    public void Arrow_back_into_the_middle_of_a_loop_is_refused() => Faults(Build.Edit(ShippedDefinitions.Directive, root =>
        {
            // Past the acknowledgement, and then back to it.
            root["connections"]!.AsArray().Add((JsonNode)Build.Arrow("assign", "Assigned", "working"));
            root["connections"]!.AsArray().Add((JsonNode)Build.Arrow("verify", "Returned", "acknowledge"));
        })).Should().Contain("Workflow1:main.connections: The backward connection verify:Returned->acknowledge jumps into the middle of a loop; lead it to the head of the loop.");

    [Fact]
    public void Token_based_flowcharts_are_refused()
    {
        var activity = Build.Activity("a", "Elsa.Start");
        activity["customProperties"] = new JsonObject { ["mergeMode"] = "Race" };
        Faults(activity).Should().ContainSingle(fault => fault.Contains("token-based"));
    }

    [Fact]
    public void Every_activity_has_words_in_both_languages() => Supervision.Workflows.Activities.ActivityCatalogue.Descriptors
        .Should().OnlyContain(descriptor => descriptor.Chinese.Any(c => c > 0x2E80) && descriptor.ChineseDescription.Any(c => c > 0x2E80)
            && descriptor.English.Length > 0 && descriptor.EnglishDescription.Length > 0);

    private static IEnumerable<string> Faults(params JsonObject[] activities) => Faults(Build.Flow(activities));

    private static IEnumerable<string> Faults(WorkflowDefinition definition) =>
        DefinitionCheck.ForPublishing(definition).Select(fault => $"{fault.Path}: {fault.English}");
}
