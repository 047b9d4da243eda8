using System.Text;
using System.Xml.Linq;
using Supervision.Workflows;
using Supervision.Workflows.View;

namespace Supervision.Tests.Workflows.View;

/// <summary>What a picture says of an instance.</summary>
public sealed class StandingTests
{
    private readonly Walk _walk = Walk.Of(ShippedDefinitions.Directive).Base("dueOn", new DateOnly(2026, 6, 30));

    [Fact]
    public void What_is_behind_is_done_and_what_is_asked_for_waits()
    {
        _walk.Start(new() { ["cadence"] = "Monthly" }).Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned");

        Marks("start", "approve-registration", "assign", "acknowledge", "working", "refuse-registration").Should()
            .Equal(Mark.Done, Mark.Done, Mark.Done, Mark.Waiting, Mark.Plain, Mark.Plain);
        Standing.HasFollowed("approve-registration", ["Approved"]).Should().BeTrue();
        Standing.HasFollowed("approve-registration", ["Rejected"]).Should().BeFalse();
        Standing.HasFollowed("start", ["Done"]).Should().BeTrue();
    }

    [Fact]
    public void A_round_of_rework_is_counted()
    {
        _walk.Start(new() { ["cadence"] = "Monthly" }).Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned")
            .Answer("WaitForAcknowledgement", "Refused").Answer("WaitForAssignment", "Assigned");

        Standing.CompletedOf("reassign").Should().Be(1);
        Standing.HasFollowed("acknowledge", ["Refused"]).Should().BeTrue();
        Standing.HasFollowed("acknowledge", ["Acknowledged"]).Should().BeFalse();
        Marks("acknowledge").Should().Equal(Mark.Waiting);
    }

    [Fact]
    public void A_wait_is_overdue_from_its_limit_on_before_and_after_the_clock_spoke_up()
    {
        _walk.Start(new() { ["cadence"] = "Monthly" }).Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned");
        _walk.Now = _walk.Find("WaitForAcknowledgement").Dues["limit"];
        Marks("acknowledge").Should().Equal(Mark.Overdue);
        (Standing with { ClockStopped = true }).MarkOf("acknowledge").Should().Be(Mark.Waiting, "no limit passes while the clock stands");

        _walk.Fire("WaitForAcknowledgement", "limit");
        Marks("acknowledge").Should().Equal(Mark.Overdue);
    }

    [Fact]
    public void A_limit_from_a_day_that_is_not_known_has_not_begun()
    {
        var walk = Walk.Of(ShippedDefinitions.Directive).Start(new() { ["cadence"] = "Monthly" }).Answer("AskForApproval", "Approved")
            .Answer("WaitForAssignment", "Assigned").Answer("WaitForAcknowledgement", "Acknowledged");

        new Standing(walk.State, walk.Trail, walk.Now, ClockStopped: false, []).MarkOf("completion").Should().Be(Mark.Waiting);
    }

    [Fact]
    public void What_was_cancelled_is_no_longer_waited_for()
    {
        _walk.Start(new() { ["cadence"] = "Monthly" }).Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned")
            .Answer("WaitForAcknowledgement", "Acknowledged");
        Marks("working", "report").Should().Equal(Mark.UnderWay, Mark.Waiting);

        _walk.Answer("WaitForCompletion", "Submitted");

        Marks("working", "report", "verify").Should().Equal(Mark.Done, Mark.Cancelled, Mark.Waiting);
    }

    [Fact]
    public void A_fault_is_marked_where_it_happened()
    {
        var definition = Build.Flow(Build.Activity("start", "Elsa.Start"), Build.Activity("set", "Elsa.SetName", ("value", "=nobody.knows()")));
        var result = Machine.Start(definition, "i", [], _walk.Context);

        new Standing(result.State, Trails.Of(definition, result.Journal)!, _walk.Now, ClockStopped: false, [])
            .MarkOf("set").Should().Be(Mark.Faulted);
    }

    [Fact]
    public void A_mark_is_told_by_word_sign_and_line_as_well_as_by_colour()
    {
        _walk.Start(new() { ["cadence"] = "Monthly" }).Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned");
        _walk.Now = _walk.Find("WaitForAcknowledgement").Dues["limit"];

        var picture = XElement.Parse(Encoding.UTF8.GetString(ProcessPicture.Draw(
            DefinitionReader.Read(ShippedDefinitions.All[ShippedDefinitions.Directive]), PictureLanguage.Chinese, Standing)));

        var badges = picture.Descendants().Where(element => (string?)element.Attribute("class") == "badge m-overdue").ToList();
        badges.Should().ContainSingle().Which.Value.Should().Contain("超期");
        badges[0].Descendants().Should().Contain(element => (string?)element.Attribute("class") == "sign");
        picture.Descendants().Single(element => (string?)element.Attribute("id") == "desc").Value.Should().Contain("等待签收").And.Contain("超期");
        Enum.GetValues<Mark>().Where(mark => mark != Mark.Plain).Should().OnlyContain(mark => Signs.Of(mark).Length > 0);
    }

    private Standing Standing => new(_walk.State, _walk.Trail, _walk.Now, ClockStopped: false, ["dueOn"]);

    private IEnumerable<Mark> Marks(params string[] activities) => activities.Select(Standing.MarkOf);
}
