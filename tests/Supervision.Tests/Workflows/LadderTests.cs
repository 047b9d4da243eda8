using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

public sealed class LadderTests
{
    private static readonly JsonObject About = new() { ["about"] = "completion" };

    [Fact]
    public void Ladder_climbs_rung_by_rung_and_proposes_at_the_top()
    {
        var walk = Walk.Of(ShippedDefinitions.SubLadder).Start(About);

        walk.Requests.Should().Equal("""escalate {"about":"completion","rung":1,"to":"liaison"}""");
        walk.Find("Escalate").Dues["timer"].Should().Be(Midnight(2026, 3, 5));
        walk.Fire("Escalate", "timer").Requests.Should().Equal("""escalate {"about":"completion","rung":2,"to":"head"}""");
        walk.Find("Escalate").Dues["timer"].Should().Be(Midnight(2026, 3, 10));
        walk.Fire("Escalate", "timer").Requests.Should().Equal("""escalate {"about":"completion","rung":3,"to":"leader-in-charge"}""");
        walk.Fire("Propose", "timer").Requests.Should().Equal("""propose {"about":"completion","what":"bulletin"}""");
        walk.Fire("Propose", "timer").Requests.Should().Equal("""propose {"about":"completion","what":"interview"}""");
        walk.State.Status.Should().Be(InstanceStatus.Finished);
    }

    [Fact]
    public void Rung_that_waits_tells_what_it_will_do()
    {
        var wait = Walk.Of(ShippedDefinitions.SubLadder).Start(About).Find("Escalate");

        wait.Name.Should().Be("催办主要负责人");
        wait.Terms.Should().Contain("about", "completion").And.Contain("rung", "2").And.Contain("to", "head");
    }

    [Fact]
    public void Rung_cannot_be_answered_only_time_climbs()
    {
        var walk = Walk.Of(ShippedDefinitions.SubLadder).Start(About);
        walk.TryAnswer(walk.Waits[0].Id, "Done").State.Should().BeSameAs(walk.State);
    }

    [Fact]
    public void Stopped_clock_moves_the_next_rung() =>
        Walk.Of(ShippedDefinitions.SubLadder).Start(About).Shift(5).Find("Escalate").Dues["timer"].Should().Be(Midnight(2026, 3, 12));

    [Fact]
    public void Cancelled_ladder_waits_for_nothing()
    {
        var walk = Walk.Of(ShippedDefinitions.SubLadder).Start(About);
        var wait = walk.Waits[0].Id;
        var cancelled = Machine.Cancel(walk.State).State;

        cancelled.Waits(Walk.Instance).Should().BeEmpty();
        var definition = DefinitionReader.Read(ShippedDefinitions.All[ShippedDefinitions.SubLadder]);
        Machine.Fire(definition, cancelled, wait, "timer", walk.Context).State.Should().BeSameAs(cancelled);
    }

    [Fact]
    public void Missed_report_ladder_is_quicker_to_the_head()
    {
        var walk = Walk.Of(ShippedDefinitions.MissedReport).Start(new JsonObject { ["period"] = "2026-W09" });

        walk.Requests.Should().Equal("""escalate {"about":"missed-report","rung":1,"to":"liaison"}""");
        walk.Find("Escalate").Dues["timer"].Should().Be(Midnight(2026, 3, 4));
    }

    private static DateTimeOffset Midnight(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.FromHours(8));
}
