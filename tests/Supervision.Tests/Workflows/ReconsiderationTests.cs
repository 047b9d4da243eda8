using System.Text;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>复核: two clocks of thirty days, and nobody who took part before.</summary>
public sealed class ReconsiderationTests
{
    [Theory]
    [InlineData("Approved", "Changed", "变更")]
    [InlineData("Rejected", "Upheld", "维持")]
    public void Panel_decides_by_quorum_and_the_decision_is_delivered(string word, string ended, string told)
    {
        var walk = Deciding().Say("panel", word, "a");
        walk.Places.Should().Equal("ask-extension", "panel");

        walk.Say("panel", word, "b").Ended.Should().Equal(ended);
        walk.Requests.Should().ContainSingle().Which.Should().Contain(told).And.Contain("gushi");
        walk.Waits.Should().BeEmpty("a decision is final");
    }

    [Fact]
    public void Application_is_open_for_thirty_days_from_the_receipt_and_then_lapses()
    {
        var walk = Begun();
        // Received on Wednesday 25 February: the thirtieth day is Friday 27 March.
        walk.LimitOf("application").Should().Be(new DateOnly(2026, 3, 27));

        walk.Pass("application").Ended.Should().Equal("Lapsed");
    }

    [Fact]
    public void Last_day_that_is_no_working_day_moves_to_the_next() =>
        Begun(receivedOn: "2026-02-26").LimitOf("application").Should().Be(new DateOnly(2026, 3, 30), "28 March is a Saturday");

    [Fact]
    public void Application_after_its_time_is_over_finds_nobody_waiting()
    {
        var walk = Begun();
        var wait = walk.At("application").Id;
        walk.Pass("application");

        walk.TryAnswer(wait, "Submitted").State.Should().BeSameAs(walk.State);
    }

    [Fact]
    public void Admission_has_five_working_days_and_the_decision_thirty_days_both_from_the_application()
    {
        var walk = Begun();
        walk.Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));
        walk.Say("application", "Submitted").LimitOf("admit").Should().Be(new DateOnly(2026, 3, 17));

        walk.Now = walk.Now.AddDays(6);
        walk.Say("admit", "Approved").LimitOf("panel").Should().Be(new DateOnly(2026, 4, 9));
    }

    [Fact]
    public void Application_that_is_not_admitted_is_told_so()
    {
        var walk = Begun().Say("application", "Submitted").Say("admit", "Rejected");

        walk.Requests.Should().ContainSingle().Which.Should().StartWith("notify ");
        walk.Ended.Should().Equal("NotAdmitted");
    }

    [Fact]
    public void Extension_moves_the_limit_once_and_keeps_the_votes()
    {
        var walk = Deciding().Say("panel", "Approved", "a");
        var before = walk.LimitOf("panel");

        walk.Say("ask-extension", "Approved").LimitOf("panel").Should().Be(before.AddDays(30));
        walk.At("panel").Term("approvedBy").Should().Be("a");
        walk.Places.Should().Equal(["panel"], "it is extended once");
        walk.Say("panel", "Approved", "b").Ended.Should().Equal("Changed");
    }

    [Fact]
    public void Extension_after_the_limit_has_passed_arms_it_again()
    {
        var walk = Deciding();
        var before = walk.LimitOf("panel");
        walk.Pass("panel").Requests.Should().Equal("""start-ladder {"about":"reconsideration","definition":"sub-ladder"}""");

        walk.Say("ask-extension", "Approved").LimitOf("panel").Should().Be(before.AddDays(30));
    }

    [Fact]
    public void Refused_extension_leaves_the_limit()
    {
        var walk = Deciding();
        var before = walk.LimitOf("panel");

        walk.Say("ask-extension", "Rejected").LimitOf("panel").Should().Be(before);
        walk.Places.Should().Equal("panel");
    }

    [Theory]
    [InlineData("admit")]
    [InlineData("panel")]
    public void Who_decided_the_first_time_and_who_asks_stand_back(string place)
    {
        var walk = place == "admit" ? Begun().Say("application", "Submitted") : Deciding();
        var wait = walk.At(place);

        wait.Term("excluded").Should().Be("clerk,director");
        foreach (var (account, agency) in new[] { ("clerk", "supervision-office"), ("director", "supervision-office"), ("gushi.head", "gushi") })
            walk.TryAnswer(wait.Id, "Approved", new JsonObject { ["account"] = account, ["agency"] = agency }).State.Should().BeSameAs(walk.State, account);
    }

    [Fact]
    public void Used_as_an_activity_it_moves_its_own_limit_and_leaves_by_its_outcome()
    {
        var told = Build.Activity("told", "Supervision.Notify", ("to", "public"), ("text", "复核办结"));
        var flow = new JsonObject
        {
            ["definitionId"] = "test",
            ["root"] = new JsonObject
            {
                ["id"] = "main",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(new JsonObject { ["id"] = "case", ["type"] = "reconsideration" }, told),
                ["connections"] = new JsonArray(Build.Arrow("case", "Changed", "told")),
            },
        };
        var shipped = DefinitionReader.Read(ShippedDefinitions.All[ShippedDefinitions.Reconsideration]);
        var walk = new Walk(DefinitionReader.Read(Encoding.UTF8.GetBytes(flow.ToJsonString()), _ => shipped)).Start();

        walk.Say("application", "Submitted").Say("admit", "Approved");
        var before = walk.LimitOf("panel");
        walk.Say("ask-extension", "Approved").LimitOf("panel").Should().Be(before.AddDays(30));
        walk.Say("panel", "Approved", "a", "b").Requests.Should().HaveCount(2).And.Contain(request => request.Contains("复核办结"));
    }

    private static Walk Begun(string receivedOn = "2026-02-25") => Walk.Of(ShippedDefinitions.Reconsideration).Start(new JsonObject
    {
        ["applicant"] = "gushi",
        ["receivedOn"] = receivedOn,
        ["decidedBy"] = new JsonArray("clerk", "director"),
    });

    private static Walk Deciding() => Begun().Say("application", "Submitted").Say("admit", "Approved", "other");
}
