using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

public sealed class ReportTests
{
    [Theory]
    [InlineData("Weekly", "2026-W10", 2026, 3, 6)]
    [InlineData("Monthly", "2026-03", 2026, 3, 31)]
    [InlineData("Quarterly", "2026-Q1", 2026, 3, 31)]
    [InlineData("Yearly", "2026", 2026, 12, 31)]
    public void Report_is_due_on_the_last_working_day_of_its_period(string cadence, string period, int year, int month, int day)
    {
        var wait = Waiting(cadence).Find("WaitForReport");

        wait.Term("period").Should().Be(period);
        wait.Dues["limit"].Should().Be(Midnight(year, month, day + 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Daily")]
    public void Cadence_that_is_none_is_an_incident(string cadence) => Waiting(cadence).State.Incidents.Should().ContainSingle()
        .Which.Message.Should().Contain("Weekly");

    [Fact]
    public void Without_a_cadence_no_report_is_due() => Waiting("None").Find("WaitForReport").Dues.Should().BeEmpty();

    [Fact]
    public void Missed_period_is_asked_after_and_the_next_begins()
    {
        var walk = Waiting("Weekly").Fire("WaitForReport", "limit");

        walk.Requests.Should().Equal("""report-missed {"period":"2026-W10"}""");
        walk.Find("WaitForReport").Term("period").Should().Be("2026-W11");
        walk.Find("WaitForReport").Dues["limit"].Should().Be(Midnight(2026, 3, 14));
    }

    [Fact]
    public void Report_given_satisfies_its_period_the_next_wait_is_for_the_next()
    {
        var walk = Waiting("Weekly").Answer("WaitForReport", "Reported").Answer("Review", "Passed");

        walk.Find("WaitForReport").Term("period").Should().Be("2026-W11");
    }

    [Fact]
    public void Second_report_of_a_period_is_not_one_of_the_next()
    {
        var walk = Waiting("Weekly").Answer("WaitForReport", "Reported").Answer("Review", "Passed")
            .Answer("WaitForReport", "Reported").Answer("Review", "Passed");

        walk.Find("WaitForReport").Term("period").Should().Be("2026-W11");
        walk.Fire("WaitForReport", "limit").Requests.Should().Equal("""report-missed {"period":"2026-W11"}""");
    }

    [Fact]
    public void Report_that_is_returned_is_owed_again_while_its_period_lasts()
    {
        var walk = Waiting("Weekly").Answer("WaitForReport", "Reported").Answer("Review", "Returned");

        walk.Find("WaitForReport").Term("period").Should().Be("2026-W10");
        walk.Answer("WaitForReport", "Reported").Answer("Review", "Passed").Find("WaitForReport").Term("period").Should().Be("2026-W11");
    }

    [Fact]
    public void Late_report_is_one_of_the_period_in_which_it_comes()
    {
        var walk = Waiting("Weekly").Fire("WaitForReport", "limit");
        walk.Now = walk.Now.AddDays(8); // Tuesday of the week after.

        walk.Answer("WaitForReport", "Reported").Answer("Review", "Passed").Find("WaitForReport").Term("period").Should().Be("2026-W12");
    }

    [Fact]
    public void Period_that_ended_while_nobody_waited_is_not_asked_after()
    {
        var walk = Waiting("Weekly").Answer("WaitForReport", "Reported");
        walk.Now = walk.Now.AddDays(30); // A review that takes a month.

        walk.Answer("Review", "Passed").Find("WaitForReport").Term("period").Should().Be("2026-W14");
    }

    [Fact]
    public void Period_that_fell_due_while_the_clock_stood_is_not_owed()
    {
        var walk = Waiting("Weekly");
        walk.Now = walk.Now.AddDays(5); // Saturday; the limit was Friday.

        walk.Shift(4).Find("WaitForReport").Term("period").Should().Be("2026-W11");
    }

    [Fact]
    public void Period_that_still_runs_keeps_its_day_when_the_clock_has_stood()
    {
        var walk = Waiting("Weekly");
        walk.Now = walk.Now.AddDays(2);

        walk.Shift(2).Find("WaitForReport").Dues["limit"].Should().Be(Midnight(2026, 3, 7));
    }

    private static Walk Waiting(string cadence) => Walk.Of(ShippedDefinitions.Directive)
        .Start(new JsonObject { ["cadence"] = cadence })
        .Answer("AskForApproval", "Approved").Answer("WaitForAssignment", "Assigned").Answer("WaitForAcknowledgement", "Acknowledged");

    private static DateTimeOffset Midnight(int year, int month, int day) =>
        new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddDays(day - 1);
}
