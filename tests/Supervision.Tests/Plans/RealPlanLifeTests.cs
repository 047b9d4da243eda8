using Supervision.Agencies;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Plans;

/// <summary>The main job on the city's real plan: 27 items issued, worked, returned, verified and struck off; the silent ones climbed.</summary>
public sealed class RealPlanLifeTests
{
    private static readonly PlanId Id = new("xinyang-2023-2025");
    private static readonly DateOnly DueOn = new(2026, 12, 31);

    [Fact]
    public async Task Twenty_seven_items_become_tasks_and_are_struck_off_or_escalated()
    {
        var draft = PlanReader.Read(RealPlan.Content(), RealPlan.FileName).Should().BeOfType<PlanReading.Read>().Which.Draft;
        await using var city = await City.FoundAsync();
        var leads = LeadsByTitle();

        var plan = city.Grains.GetGrain<IPlanGrain>(Id.Value);
        await SendAsync(city, new RegisterPlan(new("register"), draft));
        await SendAsync(city, new ReviewItems(new("review"), [.. draft.Items.Select(item => new ItemChange.Settle(
            item.Path, new Assignment(leads[item.Title], [], [], DueOn)))]));
        await SendAsync(city, new SubmitPlan(new("submit")));
        (await plan.ExecuteAsync(city.As(People.Director), new DecidePlan(new("accept"), Verdict.Approved))).ShouldBeDone();
        await city.SettleAsync();

        var items = (await plan.ViewAsync(city.As(People.Clerk)))!.Items;
        items.Should().HaveCount(27).And.OnlyContain(item => item.Task != null);
        var tasks = items.Select(item => (Line: new TaskLine(city, item.Task!.Value.Value), Lead: leads[item.Title])).ToArray();
        foreach (var (line, lead) in tasks) await IsAssignedAsync(line, lead);

        foreach (var (line, lead) in tasks.Skip(3)) await CloseOutAsync(line, lead);
        for (var day = WorkingCalendar.DayOf(City.Morning); day < new DateOnly(2026, 4, 10); day = WorkingCalendar.Shipped.AddWorkingDays(day, 1))
            await city.GoToAsync(day);

        foreach (var (line, _) in tasks.Skip(3))
            (await line.ViewAsync()).Stage.Should().Be(TaskStage.Archived);
        foreach (var (line, _) in tasks.Take(3))
        {
            var view = await line.ViewAsync();
            view.Stage.Should().Be(TaskStage.Assigned, "nobody acknowledged it");
            view.Progress.Escalated.Should().Be(3, "silence climbed to the leader in charge");
            view.Progress.Proposed.Should().BeGreaterThan(0, "and then lay before the head as a proposal");
        }
    }

    private static async Task SendAsync(City city, PlanCommand command) =>
        (await city.Grains.GetGrain<IPlanGrain>(Id.Value).ExecuteAsync(city.As(People.Clerk), command)).ShouldBeDone();

    // Approved and assigned with its plan: nobody is asked a second time.
    private static async Task IsAssignedAsync(TaskLine line, AgencyCode lead)
    {
        var view = await line.ViewAsync();
        view.Stage.Should().Be(TaskStage.Assigned);
        view.Assignment!.Lead.Should().Be(lead);
    }

    private static async Task CloseOutAsync(TaskLine line, AgencyCode lead)
    {
        var liaison = People.Of($"{lead}.liaison", lead, Role.Liaison);
        EvidenceReference[] evidence = [new("总结", "doc-1")];
        (await line.SendAsync(liaison, new Acknowledge(line.NextKey))).ShouldBeDone();
        (await line.SendAsync(liaison, new ReportProgress(line.NextKey, 60, "推进中"))).ShouldBeDone();
        (await line.ReviewAsync(passed: false)).ShouldBeDone();
        (await line.SendAsync(People.Clerk, new Expedite(line.NextKey, "请加快"))).ShouldBeDone();
        (await line.SendAsync(liaison, new SubmitCompletion(line.NextKey, "已完成", evidence))).ShouldBeDone();
        (await line.VerifyAsync(accepted: false)).ShouldBeDone();
        (await line.SendAsync(liaison, new SubmitCompletion(line.NextKey, "已补正", evidence))).ShouldBeDone();
        (await line.VerifyAsync()).ShouldBeDone();
        (await line.AppraiseAsync()).ShouldBeDone();
        (await line.CloseOutAsync()).ShouldBeDone();
        (await line.ArchiveAsync()).ShouldBeDone();
    }

    // The plan names nobody; the inventory proposes a lead for each item, as a clerk would.
    private static Dictionary<string, AgencyCode> LeadsByTitle() => RealPlan.Inventory().GetProperty("task_groups").EnumerateArray()
        .SelectMany(group => group.GetProperty("items").EnumerateArray())
        .ToDictionary(
            item => item.GetProperty("title").GetString()!,
            item => item.GetProperty("suggested_lead").EnumerateArray()
                .Select(name => Organisation.Shipped.OfName(name.GetString()!.Split('(')[0]))
                .FirstOrDefault(agency => agency is not null)?.Code ?? new AgencyCode("development-reform"));
}
