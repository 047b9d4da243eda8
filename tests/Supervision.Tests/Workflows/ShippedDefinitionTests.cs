using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

public sealed class ShippedDefinitionTests
{
    public static TheoryData<string> Ids => [.. ShippedDefinitions.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Shipped_definition_may_be_published(string id)
    {
        var definition = DefinitionReader.Read(ShippedDefinitions.All[id]);

        DefinitionCheck.ForPublishing(definition).Should().BeEmpty();
        definition.DefinitionId.Should().Be(id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Canonical_bytes_are_read_as_the_same_definition(string id)
    {
        var definition = DefinitionReader.Read(ShippedDefinitions.All[id]);

        DefinitionReader.Read(definition.Canonical).Hash.Should().Be(definition.Hash);
    }

    // A hash names a content for ever: running instances refer to it. Whoever edits a shipped definition changes its hash here.
    [Theory]
    [InlineData(ShippedDefinitions.Directive, "01abd51e692bfd23c000fb7d972d0a9e4d4ad11bbe54aa881ce24444b5d07158")]
    [InlineData(ShippedDefinitions.Extension, "5cc52cd6e91268cd2b6beaecc15182fd5faa00615f7b1c7b734cd99955dfe855")]
    [InlineData(ShippedDefinitions.MissedReport, "7d7aa62932de508a957ffb34acd63b599c7a41ea6ba832bd8fe09bfd9eaa1ce4")]
    [InlineData(ShippedDefinitions.SubLadder, "1f08e661a0939a0c7e26b1102552e3654ae3b3e028f8393e8df4ca7af145bee0")]
    public void Hash_is_known(string id, string hash) => DefinitionReader.Read(ShippedDefinitions.All[id]).Hash.Should().Be(hash);

    [Fact]
    public void Publishing_marks_do_not_change_the_hash()
    {
        var published = Build.Edit(ShippedDefinitions.Extension, _ => { });
        var json = System.Text.Json.Nodes.JsonNode.Parse(published.Canonical.Span)!.AsObject();
        json["isPublished"] = false;
        json["links"] = new System.Text.Json.Nodes.JsonArray();

        Build.Read(json).Hash.Should().Be(published.Hash);
    }
}
