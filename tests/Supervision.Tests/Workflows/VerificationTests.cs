using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>办结与核查: the desk, the site, and a conclusion by somebody who did not check the papers.</summary>
public sealed class VerificationTests
{
    [Fact]
    public void Verified_after_desk_and_site()
    {
        var walk = Submitted().Say("desk-check", "Approved", "zhang");
        walk.Say("site-check", "Approved", "li").Places.Should().Equal(["site-check"], "it takes two to look");
        walk.Say("site-check", "Approved", "wang").Places.Should().Equal("verify");
        walk.Say("verify", "Verified", "wang").Ended.Should().Equal("Verified");
    }

    [Fact]
    public void Who_checked_the_papers_does_not_write_the_conclusion()
    {
        var walk = Submitted().Say("desk-check", "Approved", "zhang").Say("site-check", "Approved", "li", "wang");

        walk.At("verify").Term("excluded").Should().Be("zhang");
        walk.Say("verify", "Verified", "zhang").Ended.Should().BeEmpty();
        walk.Places.Should().Equal("verify");
    }

    [Theory]
    [InlineData("desk-check")]
    [InlineData("site-check")]
    public void Failed_check_returns_the_task_and_completion_is_waited_for_again(string place)
    {
        var walk = Submitted();
        for (var round = 0; round < 2; round++)
        {
            if (place == "site-check") walk.Say("desk-check", "Approved");
            walk.Say(place, "Rejected").Requests.Should().ContainSingle().Which.Should().StartWith("return-for-rework ");
            walk.Places.Should().Equal("completion");
            walk.Say("completion", "Submitted");
        }
    }

    [Fact]
    public void Returned_conclusion_waits_for_completion_again_with_its_limit()
    {
        var walk = Submitted().Say("desk-check", "Approved").Say("site-check", "Approved", "a", "b").Say("verify", "Returned", "b");

        walk.LimitOf("completion").Should().Be(new DateOnly(2026, 3, 20));
        walk.Pass("completion").Requests.Should().Equal("""start-ladder {"about":"completion","definition":"sub-ladder"}""");
    }

    [Fact]
    public void Site_is_left_out_where_the_definition_is_told_so() =>
        Submitted(onSite: false).Say("desk-check", "Approved").Places.Should().Equal("verify");

    private static Walk Submitted(bool onSite = true) => Walk.Of(ShippedDefinitions.Verification).Base("dueOn", new DateOnly(2026, 3, 20))
        .Start(new JsonObject { ["onSite"] = onSite }).Say("completion", "Submitted");
}
