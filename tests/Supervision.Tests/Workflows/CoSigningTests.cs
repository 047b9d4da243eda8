using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tests.Tasks;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>会签: all, any or a quorum; a refusal goes back to the drafter.</summary>
public sealed class CoSigningTests
{
    [Theory]
    [InlineData("All", 3, 0, "a+ b+ c+", "Signed")]
    [InlineData("All", 3, 0, "a+ b-", "")]
    [InlineData("Any", 3, 0, "a- b+", "Signed")]
    [InlineData("Any", 3, 0, "a- b- c-", "")]
    [InlineData("Quorum", 3, 2, "a- b+ c+", "Signed")]
    [InlineData("Quorum", 3, 2, "a- b-", "")]
    public void Signed_by_the_mode_asked_for_or_back_with_the_drafter(string mode, int approvers, int quorum, string answers, string ended)
    {
        var walk = Begun(mode, approvers, quorum).Say("draft", "Submitted");
        foreach (var answer in answers.Split(' '))
            walk.Say("co-sign", answer[1] == '+' ? "Approved" : "Rejected", answer[..1]);

        walk.Ended.Should().Equal(ended.Length > 0 ? [ended] : []);
        if (ended.Length == 0) walk.Places.Should().Equal("draft");
    }

    [Fact]
    public void A_substitute_and_whom_he_stands_in_for_sign_once()
    {
        var word = WaitRules.AnswererOf(People.Of("deputy", People.Office, Role.OfficeClerk) with { OnBehalfOf = new("clerk") });
        var walk = Begun("All", 2).Say("draft", "Submitted").Say("co-sign", "Approved", word);
        walk.Ended.Should().BeEmpty("one signature has two names, and two are asked for");

        WaitRules.BarredAccounts(walk.At("co-sign").Terms).Should().Equal("deputy", "clerk");
        walk.Say("co-sign", "Approved", "third").Ended.Should().Equal("Signed");
        walk.State.Output["signers"].EnumerateArray().Select(name => name.GetString()).Should().Equal(word, "third");
    }

    [Fact]
    public void Refusal_tells_the_drafter_and_the_next_round_begins_with_no_signatures()
    {
        var walk = Begun("All", 2).Say("draft", "Submitted").Say("co-sign", "Approved", "a").Say("co-sign", "Rejected", "b");
        walk.Requests.Should().ContainSingle().Which.Should().StartWith("notify ").And.Contain("Liaison");

        walk.Say("draft", "Submitted").At("co-sign").Terms.Should().NotContainKey("approvedBy");
        walk.Say("co-sign", "Approved", "a").Ended.Should().BeEmpty();
        walk.Say("co-sign", "Approved", "b").Ended.Should().Equal("Signed");
        walk.State.Output["signers"].EnumerateArray().Select(name => name.GetString()).Should().Equal("a", "b");
    }

    [Theory]
    [InlineData("Approved", "Signed")]
    [InlineData("Rejected", "Refused")]
    public void After_three_rounds_a_leader_settles_it(string word, string ended)
    {
        var walk = Begun("All", 2);
        for (var round = 0; round < 3; round++) walk.Say("draft", "Submitted").Say("co-sign", "Rejected", "a");

        walk.Places.Should().Equal("coordinate");
        walk.Say("coordinate", word).Ended.Should().Equal(ended);
    }

    [Fact]
    public void Silent_signer_is_reminded_then_expedited_by_the_ladder_in_every_round()
    {
        var walk = Begun("All", 2);
        for (var round = 0; round < 2; round++)
        {
            walk.Say("draft", "Submitted").Pass("co-sign", "remind").Requests.Should().Equal("""remind {"about":"co-signing"}""");
            walk.Pass("co-sign").Requests.Should().Equal("""start-ladder {"about":"co-signing","definition":"sub-ladder"}""");
            walk.Say("co-sign", "Rejected", "a").Places.Should().Equal("draft");
        }
    }

    [Fact]
    public void Who_must_stand_back_does_not_count()
    {
        var walk = Begun("All", 2, excluded: "drafter").Say("draft", "Submitted").Say("co-sign", "Approved", "drafter", "a");

        walk.At("co-sign").Term("approvedBy").Should().Be("a");
        walk.Say("co-sign", "Approved", "b").Ended.Should().Equal("Signed");
    }

    private static Walk Begun(string mode, int approvers, int quorum = 0, string? excluded = null) =>
        Walk.Of(ShippedDefinitions.CoSigning).Start(new JsonObject
        {
            ["mode"] = mode,
            ["approvers"] = approvers,
            ["quorum"] = quorum,
            ["excluded"] = excluded is null ? null : new JsonArray(excluded),
        });
}
