using Supervision.Calendars;
using Supervision.Tasks;

namespace Supervision.Tests.Tasks;

public sealed class LightRulesTests
{
    private static readonly TaskScenario UnderWay = TaskScenario.UnderWay;

    [Theory]
    [InlineData("2026-03-02", Light.Green)]
    [InlineData("2026-06-30", Light.Blue)]  // on the due date itself
    [InlineData("2026-07-01", Light.Red)]
    public void A_light_follows_the_due_date(string today, Light light) => LightOn(UnderWay, today).Should().Be(light);

    [Fact]
    public void More_than_ten_points_behind_is_yellow_and_ten_are_not()
    {
        LightOn(UnderWay.Given(Report(30, planned: 41)), "2026-03-02").Should().Be(Light.Yellow);
        LightOn(UnderWay.Given(Report(30, planned: 40)), "2026-03-02").Should().Be(Light.Green);
    }

    [Fact]
    public void A_missing_report_is_yellow_until_it_comes()
    {
        var missed = UnderWay.Given(new ReportMissed(People.Lead, "2026-03"));
        LightOn(missed, "2026-04-01").Should().Be(Light.Yellow);
        LightOn(missed.Given(Report(40, planned: 40)), "2026-04-01").Should().Be(Light.Green);
    }

    [Theory]
    [InlineData("2026-06-30", Light.Green)]
    [InlineData("2026-07-01", Light.Red)]
    public void A_completion_is_in_time_by_the_day_it_was_submitted_however_long_the_check_takes(string submittedOn, Light light) =>
        LightOn(UnderWay.Given(new CompletionSubmitted(People.Lead, "已完成", [], Day(submittedOn))), "2026-09-01").Should().Be(light);

    [Fact]
    public void A_second_return_is_red() =>
        LightOn(UnderWay.Given(new TaskReturned("一", 1), new TaskReturned("二", 2)), "2026-03-02").Should().Be(Light.Red);

    [Fact]
    public void A_stopped_clock_excuses_everything() =>
        LightOn(UnderWay.Given(new TaskClockStopped(new(2026, 6, 1), "协调")), "2026-08-01").Should().Be(Light.Purple);

    private static ProgressReported Report(int percent, int planned) => new(1, People.Lead, percent, planned, "进展", []);

    private static Light LightOn(TaskScenario scenario, string today) => LightRules.Of(
        scenario.Task, Day(today), WorkingCalendar.Shipped).Light;

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
