using System.Text.Json.Nodes;
using Supervision.Calendars;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Silo.Callers;
using Supervision.Silo.Followers;
using Supervision.Silo.Ledger;
using Supervision.Tests.Actors;
using Supervision.Tests.Workflows;
using Supervision.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Tests.Processes;

/// <summary>What starts by itself starts once, for the whole cluster.</summary>
public sealed class TriggerTests
{
    private static readonly JsonObject Work = Build.Activity("work", "Elsa.RunTask", ("taskName", "work"));

    [Fact]
    public async Task A_timer_starts_one_process_at_every_interval()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("hourly", [Timer("01:00:00"), Work]);
        await city.SettleAsync();

        for (var hour = 1; hour <= 3; hour++)
        {
            city.Time.Advance(TimeSpan.FromHours(1));
            await city.SettleAsync();
            await city.SettleAsync();
            (await desk.BegunAsync()).Should().HaveCount(hour).And.OnlyContain(begun => begun.Definition == "hourly");
        }
    }

    [Fact]
    public async Task A_clock_that_was_down_fires_once_late_and_then_keeps_its_beat()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("hourly", [Timer("01:00:00"), Work]);
        await city.SettleAsync();

        city.Time.Advance(TimeSpan.FromHours(5.5));
        await city.SettleAsync();

        (await desk.BegunAsync()).Should().ContainSingle();
        (await desk.Triggers("hourly").ViewAsync(city.As(ProcessDesk.Designer)))!.Due["start"].Should().Be(City.Morning.AddHours(6));
    }

    [Fact]
    public async Task Cron_starts_by_the_offices_time()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("mondays", [ProcessDesk.Starting(Build.Activity("start", "Elsa.Cron", ("cronExpression", "0 0 9 * * 1"))), Work]);
        await city.SettleAsync();

        (await desk.Triggers("mondays").ViewAsync(city.As(ProcessDesk.Designer)))!.Due["start"]
            .Should().Be(WorkingCalendar.At(new(2026, 3, 9), new(9, 0)), "2 March is a Monday, and nine o'clock is not after nine o'clock");
        await city.GoToAsync(new(2026, 3, 9));
        await city.GoToAsync(new(2026, 3, 16));
        (await desk.BegunAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task An_instant_starts_once_and_one_that_has_passed_never()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("noon", [StartAt("2026-03-02T12:00:00+08:00"), Work]);
        await desk.PublishAsync("dawn", [StartAt("2026-03-02T06:00:00+08:00"), Work]);
        await city.SettleAsync();

        city.Time.Advance(TimeSpan.FromDays(1));
        await city.SettleAsync();
        await desk.PublishAsync("noon", [StartAt("2026-03-02T12:00:00+08:00"), Work, Build.Activity("more", "Elsa.WriteLine", ("text", "x"))]);
        await city.GoToAsync(new(2026, 3, 10));

        (await desk.BegunAsync()).Should().ContainSingle().Which.Definition.Should().Be("noon");
    }

    [Fact]
    public async Task An_event_starts_one_process_of_each_definition_that_it_triggers()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        JsonObject[] activities = [ProcessDesk.Event("start", "arrived", starts: true), Build.Activity("out", "Elsa.SetOutput", ("outputName", "got"), ("outputValue", "=getLastResult()"))];
        await desk.PublishAsync("one", activities);
        await desk.PublishAsync("two", activities);
        await city.SettleAsync();

        await desk.PublishEventAsync("arrived", "letter-9", new JsonObject { ["from"] = "浉河区" });
        await desk.PublishEventAsync("departed");
        await city.SettleAsync();

        var begun = await desk.BegunAsync();
        begun.Select(process => process.Definition).Should().BeEquivalentTo("one", "two");
        foreach (var process in begun)
        {
            (await desk.ViewAsync(process.Process.Value)).Should().BeEquivalentTo(new
            {
                Status = "Finished",
                CorrelationId = "letter-9",
                Output = JsonText.Of(new JsonObject { ["got"] = new JsonObject { ["from"] = "浉河区" } }),
            });
        }
    }

    [Fact]
    public async Task Publishing_again_replaces_the_schedule_and_doubles_nothing()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("daily", [Timer("1.00:00:00"), ProcessDesk.Event("also", "go", starts: true), Work], "start>work", "also>work");
        await city.SettleAsync();
        city.Time.Advance(TimeSpan.FromHours(12));

        // Another activity behind it: the timer is unchanged and keeps its beat; the event is gone.
        await desk.PublishAsync("daily", [Timer("1.00:00:00"), Work, Build.Activity("more", "Elsa.WriteLine", ("text", "x"))]);
        await city.SettleAsync();
        await desk.PublishEventAsync("go");
        city.Time.Advance(TimeSpan.FromHours(12));
        await city.SettleAsync();
        (await desk.BegunAsync()).Should().ContainSingle("the timer alone, once");

        await desk.PublishAsync("daily", [Timer("02:00:00"), Work]);
        await city.SettleAsync();
        city.Time.Advance(TimeSpan.FromHours(2));
        await city.SettleAsync();
        (await desk.BegunAsync()).Should().HaveCount(2);

        await desk.PublishAsync("daily", [Work]);
        await city.SettleAsync();
        city.Time.Advance(TimeSpan.FromDays(3));
        await city.SettleAsync();
        (await desk.BegunAsync()).Should().HaveCount(2, "what has no trigger starts nothing by itself");
    }

    [Fact]
    public async Task A_definition_without_triggers_has_no_actor_for_them()
    {
        await using var city = await City.FoundAsync();
        await new ProcessDesk(city).PublishAsync("plain", [Work]);
        await city.SettleAsync();

        (await city.FactsAsync("trigger/plain")).Should().BeEmpty();
        (await city.FactsAsync("trigger/directive")).Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_due_time_fired_again_starts_nothing()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("hourly", [Timer("01:00:00"), Work]);
        await city.SettleAsync();
        city.Time.Advance(TimeSpan.FromHours(1));
        var clock = city.Silo.GetRequiredService<SystemCallers>().Clock;
        for (var i = 0; i < 5; i++)
            (await desk.Triggers("hourly").FireAsync(clock, "start#tick")).ShouldBeDone();
        await city.SettleAsync();

        (await desk.BegunAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Two_clusters_over_one_ledger_with_their_clocks_and_followers_start_one_process_a_tick()
    {
        var ledger = new MemoryLedger();
        await using var one = await City.FoundAsync(ledger);
        await using var other = await City.FoundAsync(ledger);
        var desk = new ProcessDesk(one);
        await desk.PublishAsync("hourly", [Timer("01:00:00"), ProcessDesk.Event("also", "go", starts: true), Work], "start>work", "also>work");
        await one.SettleAsync();

        for (var hour = 1; hour <= 5; hour++)
        {
            one.Time.Advance(TimeSpan.FromHours(1));
            other.Time.Advance(TimeSpan.FromHours(1));
            await Task.WhenAll(one.SettleAsync(), other.SettleAsync());
        }

        await desk.PublishEventAsync("go");
        await Task.WhenAll(one.SettleAsync(), other.SettleAsync());
        (await one.FactsAsync("trigger/hourly")).OfType<TriggerFired>().Should().HaveCount(6);
        (await desk.BegunAsync()).Should().HaveCount(6);

        for (var shard = 0; shard < ledger.Store.Shards; shard++)
            await ledger.MoveCursorAsync(ShardFollowerGrain.Name, shard, 0);
        await using var again = await City.FoundAsync(ledger);
        await again.SettleAsync();
        (await new ProcessDesk(again).BegunAsync()).Should().HaveCount(6);
    }

    [Fact]
    public async Task A_trigger_whose_script_gives_nothing_is_not_published()
    {
        await using var city = await City.FoundAsync();
        var definition = new JsonObject { ["definitionId"] = "never", ["root"] = ProcessDesk.Starting(Build.Activity("start", "Elsa.Cron", ("cronExpression", "=null"))) };

        var findings = await city.Grains.GetGrain<IDefinitionGrain>("never").CheckAsync(city.As(ProcessDesk.Designer), definition.ToJsonString());

        findings.Findings.Should().ContainSingle(finding => finding.Code == "trigger-unfit");
        findings.Refused.Should().NotBeNull();
    }

    [Fact]
    public void A_trigger_that_cannot_be_set_is_not_published()
    {
        var definition = Build.Flow(ProcessDesk.Starting(Build.Activity("start", "Elsa.Cron", ("cronExpression", "every day"))), Work);

        Supervision.Workflows.DefinitionCheck.ForPublishing(definition)
            .Should().ContainSingle(finding => finding.Code == "trigger-unfit").Which.Path.Should().Be("Workflow1:main:start.cronExpression");
    }

    private static JsonObject Timer(string interval) => ProcessDesk.Starting(Build.Activity("start", "Elsa.Timer", ("interval", interval)));

    private static JsonObject StartAt(string at) => ProcessDesk.Starting(Build.Activity("start", "Elsa.StartAt", ("dateTime", at)));
}
