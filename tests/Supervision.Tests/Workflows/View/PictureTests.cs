using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Supervision.Workflows;
using Supervision.Workflows.View;

namespace Supervision.Tests.Workflows.View;

/// <summary>The bytes of a picture: sound XML, the same every time, and nothing of an author's text is more than text.</summary>
public sealed class PictureTests
{
    private static readonly string[] Elements = ["svg", "title", "desc", "style", "rect", "text", "g", "path"];

    public static TheoryData<string> Names => PictureCases.Names;

    [Theory, MemberData(nameof(Names))]
    public void Same_definition_gives_same_bytes(string name)
    {
        var definition = PictureCases.Read(name);

        var first = ProcessPicture.Draw(definition, PictureLanguage.Chinese);
        var second = ProcessPicture.Draw(DefinitionReader.Read(definition.Canonical), PictureLanguage.Chinese);

        second.Should().Equal(first);
        Xml(first).Descendants().Select(element => element.Name.LocalName).Should().BeSubsetOf(Elements);
    }

    [Theory]
    [InlineData("</text><script>alert(1)</script>")]
    [InlineData("\" onload=\"alert(1)")]
    [InlineData("]]><x xmlns='http://www.w3.org/1999/xhtml'/>&lol;")]
    [InlineData("\u0000\u0001\u001b[31m\uFFFE")]
    [InlineData("left\u202Ethgir\u2028next\r\nline")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("")]
    [InlineData("   ")]
    public void What_an_author_writes_is_text(string hostile)
    {
        var definition = Build.Read(new JsonObject
        {
            ["definitionId"] = "test",
            ["name"] = hostile,
            ["root"] = new JsonObject
            {
                ["id"] = "main",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(
                    Named("a", "Elsa.Start", hostile), Named("b" + hostile, "Elsa.Event", hostile), Named("c", "x" + hostile, hostile)),
                ["connections"] = new JsonArray(Build.Arrow("a", "x" + hostile, "b" + hostile), Build.Arrow("b" + hostile, "Done", "c")),
            },
        });

        var picture = Xml(ProcessPicture.Draw(definition, PictureLanguage.English));

        picture.Descendants().Select(element => element.Name.LocalName).Should().BeSubsetOf(Elements);
        picture.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Should()
            .NotContain(attribute => attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute == "href");
        picture.Descendants().Count(element => element.Name.LocalName == "style").Should().Be(1);
        picture.Descendants().Where(element => element.Name.LocalName is "text" or "title").Should()
            .OnlyContain(element => !element.Value.Any(char.IsControl) && !element.Value.Contains('\u202E', StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_without_end_is_cut()
    {
        var definition = Build.Flow(Named("a", "Elsa.Start", new string('督', 100_000)), Named("b", "Elsa.Event", new string('W', 100_000)));

        ProcessPicture.Draw(definition, PictureLanguage.Chinese).Length.Should().BeLessThan(20_000);
    }

    [Fact]
    public void A_draft_with_anything_in_it_is_drawn()
    {
        // Two of one id, an arrow to itself, a circle that no start reaches, a type that nobody knows, positions out of reason.
        var lost = Named("b", "Nobody.Knows", "孤岛");
        lost["metadata"]!["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 1e300, ["y"] = "no" } };
        var definition = Build.Read(new JsonObject
        {
            ["definitionId"] = "draft",
            ["root"] = new JsonObject
            {
                ["id"] = "main",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(Named("a", "Elsa.Start", "甲"), Named("a", "Elsa.Start", "乙"), lost, Named("c", "Elsa.End", "丙")),
                ["connections"] = new JsonArray(
                    Build.Arrow("a", "Done", "a"), Build.Arrow("b", "Done", "c"), Build.Arrow("c", "Done", "b"), Build.Arrow("a", "Done", "nowhere")),
            },
        });

        var drawn = Xml(ProcessPicture.Draw(definition, PictureLanguage.Chinese)).Descendants()
            .Select(element => (string?)element.Attribute(PictureWriter.ActivityAttribute)).OfType<string>();

        drawn.Should().BeEquivalentTo("main", "a", "a", "b", "c");
    }

    [Fact]
    public void A_large_chart_is_drawn()
    {
        var many = Enumerable.Range(0, 1_000).Select(i => Named($"a{i}", "Elsa.Event", $"第{i}步")).ToArray();

        Xml(ProcessPicture.Draw(Build.Flow(many), PictureLanguage.Chinese)).Descendants()
            .Count(element => element.Attribute(PictureWriter.ActivityAttribute) is not null).Should().BeGreaterThanOrEqualTo(1_000);
    }

    [Fact]
    public void Outcomes_of_shipped_definitions_have_a_Chinese_word()
    {
        var ports = ShippedDefinitions.All.Values.Select(json => DefinitionReader.Read(json))
            .SelectMany(definition => definition.Nodes.Values.SelectMany(node => node.Connections))
            .Select(connection => connection.Port).Distinct();

        ports.Where(port => !OutcomeWords.Knows(port)).Should().BeEmpty("an arrow in a Chinese picture is labelled in Chinese: add it to OutcomeWords");
    }

    private static XElement Xml(byte[] picture) => XElement.Parse(Encoding.UTF8.GetString(picture));

    private static JsonObject Named(string id, string type, string text)
    {
        var activity = Build.Activity(id, type);
        activity["metadata"] = new JsonObject { ["displayText"] = text };
        return activity;
    }
}
