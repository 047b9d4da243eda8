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
}
