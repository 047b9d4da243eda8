using Supervision.Agencies;
using Supervision.Calendars;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

/// <summary>Silence climbs by itself: liaison, head, leader in charge, then a proposal; never a measure.</summary>
public sealed class SilenceTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    [Fact]
    public async Task Nobody_acknowledges_and_the_silence_climbs_to_a_proposal()
    {
        await using var city = await City.FoundAsync();
        var task = new TaskLine(city);
        await task.RegisterAsync();
        await task.ApproveAsync();
        await task.AssignAsync();

        await EveryDayAsync(city, workingDays: 25);

        var facts = await city.FactsAsync(task.Stream);
        facts.OfType<TaskEscalated>().Select(fact => (fact.Rung, fact.To)).Should().Equal(
            (1, "liaison"), (2, "head"), (3, "leader-in-charge"));
        facts.OfType<MeasureProposed>().Select(fact => fact.What).Should().Equal("bulletin", "interview");
        (await task.ViewAsync()).Stage.Should().Be(TaskStage.Assigned, "a proposal changes nothing by itself");
    }

    [Fact]
    public async Task An_acknowledgement_ends_the_ladder_where_it_stands()
    {
        await using var city = await City.FoundAsync();
        var task = new TaskLine(city);
        await task.RegisterAsync();
        await task.ApproveAsync();
        await task.AssignAsync();
        await EveryDayAsync(city, workingDays: 5);
        (await city.FactsAsync(task.Stream)).OfType<TaskEscalated>().Should().ContainSingle();

        await task.AcknowledgeAsync();
        await EveryDayAsync(city, workingDays: 20);

        (await city.FactsAsync(task.Stream)).OfType<TaskEscalated>().Where(fact => fact.About == "acknowledgement")
            .Should().ContainSingle("the ladder ended with the acknowledgement");
    }

    [Fact]
    public async Task A_department_that_does_not_report_climbs_a_ladder_under_its_own_id()
    {
        await using var city = await City.FoundAsync();
        await new TaskLine(city).UnderWayAsync();

        await city.GoToAsync(new(2026, 4, 1));

        var department = city.Grains.GetGrain<IDepartmentGrain>(People.Lead.Value);
        var view = (await department.ViewAsync(city.As(People.Director)))!;
        view.Actor.Should().Be("department/education");
        view.SilentTasks.Should().ContainSingle();
        view.Waits.Should().NotBeEmpty("its ladder waits for the next rung");

        await EveryDayAsync(city, workingDays: 12);
        (await city.FactsAsync("department/education")).OfType<AgencyEscalated>().Select(fact => fact.To)
            .Should().Equal("liaison", "head", "leader-in-charge");
    }

    [Fact]
    public async Task A_county_that_does_not_report_climbs_a_ladder_under_its_own_id_until_it_reports()
    {
        await using var city = await City.FoundAsync();
        var task = new TaskLine(city);
        var liaison = People.Of("gushi.liaison", new("gushi"), Supervision.Language.Role.Liaison);
        await task.RegisterAsync();
        await task.ApproveAsync();
        await task.SendAsync(People.Clerk, new Assign(task.NextKey, TaskScenario.Assignment with { Lead = new("gushi") }));
        await task.SendAsync(liaison, new Acknowledge(task.NextKey));

        await city.GoToAsync(new(2026, 4, 1));
        var county = city.Grains.GetGrain<ICountyGrain>("gushi");
        (await county.ViewAsync(city.As(People.Director)))!.SilentTasks.Should().ContainSingle();

        (await task.SendAsync(liaison, new ReportProgress(task.NextKey, 20, "补报"))).ShouldBeDone();
        await city.SettleAsync();

        var view = (await county.ViewAsync(city.As(People.Director)))!;
        view.SilentTasks.Should().BeEmpty();
        view.Waits.Should().BeEmpty("the ladder ended when the last missing report came");
        (await city.FactsAsync("county/gushi")).OfType<AgencyEscalated>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_stopped_clock_keeps_every_limit_still_and_the_resumed_one_moves_it()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync(Cadence.None);
        await task.SendAsync(People.Director, new StopClock(task.NextKey, "协调用地"));

        await EveryDayAsync(city, workingDays: 120);
        (await city.FactsAsync(task.Stream)).OfType<TaskExpedited>().Should().BeEmpty("the clock stands");

        (await task.SendAsync(People.Director, new ResumeClock(task.NextKey))).ShouldBeDone();
        var dueOn = (await task.ViewAsync()).Assignment!.DueOn;
        dueOn.Should().Be(Calendar.AddWorkingDays(TaskScenario.DueOn, 120));
        await city.GoToAsync(dueOn.AddDays(1));
        (await city.FactsAsync(task.Stream)).OfType<TaskEscalated>().Should().ContainSingle()
            .Which.About.Should().Be("completion");
    }

    [Fact]
    public async Task An_extension_moves_the_limit_that_is_counted_from_the_due_date()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync(Cadence.None);
        var later = new DateOnly(2026, 9, 30);

        (await task.SendAsync(People.Liaison, new RequestExtension(task.NextKey, later, "雨季"))).ShouldBeDone();
        (await task.ApproveAsync()).ShouldBeDone();

        (await task.ViewAsync()).Assignment!.DueOn.Should().Be(later);
        await city.GoToAsync(new(2026, 7, 10));
        (await city.FactsAsync(task.Stream)).OfType<TaskEscalated>().Should().BeEmpty("the old date no longer counts");
        await city.GoToAsync(new(2026, 10, 1));
        (await city.FactsAsync(task.Stream)).OfType<TaskEscalated>().Should().ContainSingle();
    }

    private static async Task EveryDayAsync(City city, int workingDays)
    {
        var today = WorkingCalendar.DayOf(city.Time.GetUtcNow());
        for (var day = 0; day < workingDays; day++)
        {
            today = Calendar.AddWorkingDays(today, 1);
            await city.GoToAsync(today);
        }
    }
}
