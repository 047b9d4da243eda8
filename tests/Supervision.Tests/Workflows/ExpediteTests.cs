using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>催办 by hand: liaison, head, leader in charge, each with time to reply, and then a proposal.</summary>
public sealed class ExpediteTests
{
    [Fact]
    public void Silence_goes_from_liaison_to_head_to_leader_and_ends_with_a_proposal()
    {
        var walk = Begun();
        walk.Requests.Should().Equal("""expedite {"about":"by-hand","to":"liaison","text":"请报进展"}""");
        walk.LimitOf("reply-liaison").Should().Be(new DateOnly(2026, 3, 4));
        walk.Pass("reply-liaison").Requests.Should().Equal("""expedite {"about":"by-hand","to":"head","text":"请报进展"}""");
        walk.Pass("reply-head").Requests.Should().Equal("""expedite {"about":"by-hand","to":"leader-in-charge","text":"请报进展"}""");
        walk.Pass("reply-leader").Requests.Should().Equal("""propose {"about":"by-hand","what":"bulletin"}""");
        walk.Ended.Should().Equal("Unanswered");
    }

    [Theory]
    [InlineData("reply-liaison")]
    [InlineData("reply-head")]
    [InlineData("reply-leader")]
    public void Reply_ends_it_on_any_level(string place)
    {
        var walk = Begun();
        while (!walk.Places.Contains(place)) walk.Pass(walk.Places.Single());

        walk.Say(place, "Submitted").Ended.Should().Equal("Answered");
        walk.Requests.Should().BeEmpty();
    }

    [Fact]
    public void Nobody_can_answer_that_the_time_is_over()
    {
        var walk = Begun();
        walk.TryAnswer(walk.At("reply-liaison").Id, "Expired").State.Should().BeSameAs(walk.State);
    }

    private static Walk Begun() => Walk.Of(ShippedDefinitions.Expedite).Start(new JsonObject { ["text"] = "请报进展" });
}
