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
    [InlineData(ShippedDefinitions.CoSigning, "c7f32f1b711cca0db373f9f744af4941cc5ea819ca596e95dfd3dab2333a029e")]
    [InlineData(ShippedDefinitions.Directive13710, "81b0fa1cab8236c693d6ee487fe1846230e30538ed1087f51ff448d82c0d4f86")]
    [InlineData(ShippedDefinitions.Evaluation, "8e565d7fcfe353a563c229b22b2ec8b9147b3a397fa91727716a63237a2c92b3")]
    [InlineData(ShippedDefinitions.Expedite, "4053eb2fdd783ab69b0903508b0a62c529911e8aedfab5e6fe42d01de147d067")]
    [InlineData(ShippedDefinitions.ProjectStages, "a91d1e989bc7099a1a61d59234591efb16dfb6203134f3bba075a1990bec82b1")]
    [InlineData(ShippedDefinitions.Reconsideration, "e3056020856bb2f16b2fb2db719bbe0a1493572b8c4d9a654873da2b1be12478")]
    [InlineData(ShippedDefinitions.Rectification, "033e560a4f528368bfc74c788332fdcd1966115b60578058d3ce10e773a481b9")]
    [InlineData(ShippedDefinitions.SubPlanApproval, "6c3cbcde4f92695958f6d052a4dd32c53c6430cb168d7efd5d09732cb4099c90")]
    [InlineData(ShippedDefinitions.Verification, "1540ac3bba97d758f03c520b3fdd295d22b4bb62f5fbdefb8c0fc42d915be196")]
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
