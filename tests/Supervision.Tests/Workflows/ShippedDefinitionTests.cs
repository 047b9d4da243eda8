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
    [InlineData(ShippedDefinitions.Directive, "d5aaed9b7431e0935032d0ae742c8b9d8f1db7ed56915fa2ff6f6ae48356a69d")]
    [InlineData(ShippedDefinitions.Extension, "804633e36eceabc50d40472148ff912033a61b9dfd2b36fed5d929b9f54de6c5")]
    [InlineData(ShippedDefinitions.Consent, "39ccf686b80cc500c5598dae4a7a233894cd0fa494868cef1a553ca1af9c0cb3")]
    [InlineData(ShippedDefinitions.MissedReport, "3ec39563788e9dadd42b5ad58afb657b3636b4819c297202731cfa9aa11ee2e7")]
    [InlineData(ShippedDefinitions.CoSigning, "156ade69c76b4597918748672bfc65ebe88836d76602b4cde0ff0e76c79e7269")]
    [InlineData(ShippedDefinitions.Directive13710, "bd76071c41d4f26528a266e592d6859f6804a09f3ebdd06f4e8268339ad724cb")]
    [InlineData(ShippedDefinitions.Evaluation, "8a00292cf08f90ef49cfa2dd3b0d15ffe2c121d3f12df62e634d82b210b0c1e9")]
    [InlineData(ShippedDefinitions.Expedite, "66ce3d0b462441916fba5d78dd1025afa4a0e6a0d05304ab8aa8bdee18c8dc02")]
    [InlineData(ShippedDefinitions.ProjectStages, "eb9d92532b0dd33d7882aa6a86da9257e3cc49dfb3c37bf5c1836fd1e8c50c83")]
    [InlineData(ShippedDefinitions.Reconsideration, "50a3b4acc1a89aeaae14f360821ae6c43f2690dc392af70881cb5e19ef53a487")]
    [InlineData(ShippedDefinitions.Rectification, "e46a9fdd295841c58a6c4e1e74b7503804ef0ee21fb4ce39964fd2e34efc44c4")]
    [InlineData(ShippedDefinitions.SubTask, "f35c964964c34d2b1328f9ea1e62569e46c36ac9ab77825f82a39c2c40acc208")]
    [InlineData(ShippedDefinitions.SubPlanApproval, "38bf521b7c4cdf1258871c5d1037d973dd6b71d6182c51f519ad86fd6b579197")]
    [InlineData(ShippedDefinitions.PlanApproval, "a0f420f7facec751060777c29745ee8d3844db2fcc2485a5fea42b34ee0d600e")]
    [InlineData(ShippedDefinitions.PlanRevision, "7af67b29b074382a0b7f1d9d4676c0a002d0e7b7baf33a30c31acd368fd4247b")]
    [InlineData(ShippedDefinitions.Verification, "7b23581bd2a78831f67b7145c8e2ac24f548d75311396367c941fc63d2e6688c")]
    [InlineData(ShippedDefinitions.SchemeApproval, "2f4a52152e5f2c9ef668fecbbff6bdf1d6842ae30059792a47df2ab9e10f76d8")]
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
