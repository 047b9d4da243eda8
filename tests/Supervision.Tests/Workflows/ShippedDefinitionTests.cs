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
    [InlineData(ShippedDefinitions.Directive, "c527329a99e99dde697dd64134cf5a5558bad2f2e57d1304f71f852299ecc6ff")]
    [InlineData(ShippedDefinitions.Extension, "804633e36eceabc50d40472148ff912033a61b9dfd2b36fed5d929b9f54de6c5")]
    [InlineData(ShippedDefinitions.MissedReport, "3ec39563788e9dadd42b5ad58afb657b3636b4819c297202731cfa9aa11ee2e7")]
    [InlineData(ShippedDefinitions.SubLadder, "e63f7be4554f181a80b4fa3bf0ba9ed9e82a8f1da9e48bf77cc52484006d6710")]
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
