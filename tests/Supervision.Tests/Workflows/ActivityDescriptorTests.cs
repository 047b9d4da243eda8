using Supervision.Language;
using Supervision.Workflows;
using Supervision.Workflows.Expressions;

namespace Supervision.Tests.Workflows;

/// <summary>What a designer is told of every activity: in both languages, and true.</summary>
public sealed class ActivityDescriptorTests
{
    public static TheoryData<string> Types => [.. ShippedActivities.All.Select(activity => activity.Type)];

    [Theory, MemberData(nameof(Types))]
    public void Activity_its_inputs_outputs_and_ports_have_words_in_both_languages(string type)
    {
        var activity = Of(type);
        var words = new List<(string What, Term Word)>
        {
            ("name", new(activity.Chinese, activity.English)),
            ("description", new(activity.ChineseDescription, activity.EnglishDescription)),
            ("category", DesignerWords.OfCategory(activity.Category)),
        };
        foreach (var input in activity.Inputs)
        {
            words.Add(($"{input.Name} name", new(input.Chinese, input.English)));
            words.Add(($"{input.Name} description", input.Description));
            words.AddRange(input.Options.Select(option => ($"{input.Name}={option}", DesignerWords.OfOption(option))));
        }

        words.AddRange(activity.Outputs.Select(output => ($"{output.Name} output", new Term(output.Chinese, output.English))));
        words.AddRange(activity.Outcomes.SelectMany(outcome => new[]
        {
            ($"{outcome} outcome", DesignerWords.OfOutcome(outcome)), ($"{outcome} meaning", DesignerWords.MeaningOf(outcome)),
        }));
        words.AddRange(activity.Embedded.Select(place => ($"{place} place", DesignerWords.OfPlace(place))));

        words.Where(pair => !IsChinese(pair.Word.Chinese) || pair.Word.English.Length == 0 || IsChinese(pair.Word.English))
            .Select(pair => pair.What).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Types))]
    public void Defaults_are_values_that_the_input_allows(string type)
    {
        foreach (var input in Of(type).Inputs.Where(input => input.Default is not null))
        {
            if (!input.Options.IsEmpty) input.Options.Should().Contain(input.Default!);
            if (input.TypeName == "Int32") ValueTypes.ToWholeNumber(Values.Of(input.Default)).Should().NotBeNull(input.Name);
            if (input.TypeName == "Boolean") bool.TryParse(input.Default, out _).Should().BeTrue(input.Name);
        }
    }

    [Theory, MemberData(nameof(Types))]
    public void Inputs_outputs_and_outcomes_are_named_once(string type)
    {
        var activity = Of(type);
        activity.Inputs.Select(input => input.Name).Should().OnlyHaveUniqueItems();
        activity.Outputs.Select(output => output.Name).Should().OnlyHaveUniqueItems();
        activity.Outcomes.Concat(activity.Embedded).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Editors_are_those_that_the_designer_has() => ShippedActivities.All.SelectMany(activity => activity.Inputs)
        .Select(input => input.UiHint).Distinct()
        .Should().BeSubsetOf(["singleline", "multiline", "checkbox", "dropdown", "multi-text", "dynamic-outcomes", "code-editor"]);

    [Fact]
    public void Roles_are_chosen_from_a_list_of_people() => ShippedActivities.All.SelectMany(activity => activity.Inputs)
        .Where(input => input.Name == "role").Should().NotBeEmpty()
        .And.OnlyContain(input => input.UiHint == "dropdown" && input.Options.Contains("OfficeClerk") && !input.Options.Contains("Clock"));

    [Fact]
    public void Every_input_that_a_shipped_definition_gives_is_one_that_its_activity_has()
    {
        foreach (var node in ShippedDefinitions.All.Values.SelectMany(json => DefinitionReader.Read(json).Nodes.Values))
        {
            var activity = Of(node.Type);
            node.Inputs.Keys.Should().BeSubsetOf(activity.Inputs.Select(input => input.Name), node.Type);
            node.Outputs.Keys.Should().BeSubsetOf(activity.Outputs.Select(output => output.Name), node.Type);
        }
    }

    [Fact]
    public void Every_arrow_of_a_shipped_definition_leaves_by_an_outcome_that_its_activity_has()
    {
        foreach (var flowchart in ShippedDefinitions.All.Values.SelectMany(json => DefinitionReader.Read(json).Nodes.Values))
        {
            foreach (var arrow in flowchart.Connections)
            {
                var source = flowchart.Children.Single(child => child.Id == arrow.Source);
                if (Of(source.Type).OutcomesFrom is null) Of(source.Type).Outcomes.Should().Contain(arrow.Port, arrow.Key);
            }
        }
    }

    private static ActivityDescriptor Of(string type) => ShippedActivities.All.Single(activity => activity.Type == type);

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');
}
