using CsCheck;
using Supervision.Agencies;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

public sealed class VisibilityTests
{
    [Fact]
    public void A_register_shows_a_task_exactly_to_those_who_may_view_it() =>
        Gen.Select(Generated.Task, Generated.Caller).Sample((task, caller) =>
            Visibility.Of(caller).Covers(task.Assignment ?? task.Registration?.Proposed) == TaskRights.MayView(task, caller));

    [Fact]
    public void An_agency_is_seen_exactly_by_those_who_may_view_it() =>
        Gen.Select(Generated.Task, Generated.Caller).Where((task, caller) => task.Assignment is not null && !caller.Is(Role.Follower))
            .Sample((task, caller) =>
                Visibility.Of(caller).Covers(task.Assignment!.Lead) == AgencyRules.MayView(task.Assignment.Lead, caller));

    [Fact]
    public async Task Lists_counts_and_search_hold_exactly_the_tasks_that_the_caller_may_view()
    {
        var feeds = new MemoryFeeds();
        var tasks = Corpus.Fill(feeds, 200);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        await Generated.Caller.SampleAsync(async caller =>
        {
            var mine = tasks.Where(task => TaskRights.MayView(task.Value, caller)).Select(task => task.Key)
                .Order(StringComparer.Ordinal).ToArray();
            var listed = await registers.ListAllAsync(caller, limit: 37);
            var found = await registers.ListAllAsync(caller, new TaskFilter(Text: "示范"));
            var counts = await registers.Register.CountAsync(caller, TaskFilter.Everything);

            listed.Select(row => row.Task.Value).Order(StringComparer.Ordinal).Should().Equal(mine);
            found.Should().HaveCount(mine.Length);
            counts.Total.Should().Be(mine.Length);
        }, iter: 50, threads: 1);
    }

    [Fact]
    public async Task Things_to_do_of_a_substitute_are_his_own_and_those_of_the_absent_one_each_once()
    {
        var feeds = new MemoryFeeds();
        var tasks = Corpus.Fill(feeds, 200);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        await Gen.Select(Generated.Caller, Generated.Caller).SampleAsync(async (own, other) =>
        {
            var (caller, behalf) = (own with { OnBehalfOf = null }, other with { Account = own.Account, OnBehalfOf = new("absent") });
            var mine = tasks.SelectMany(task => task.Value.Processes.Waits, (task, wait) => (task.Key, task.Value, Wait: wait))
                .Where(one => TodoRules.MayAnswer(one.Wait, one.Value, caller) || TodoRules.MayAnswer(one.Wait, one.Value, behalf))
                .Select(one => $"{one.Key} {one.Wait.Id} {(TodoRules.MayAnswer(one.Wait, one.Value, caller) ? "" : "absent")}")
                .Order(StringComparer.Ordinal).ToArray();
            var todo = await registers.Register.TodoAsync(caller, absent: [behalf]);

            todo.Items.Select(item => $"{item.Task} {item.Wait} {item.OnBehalfOf?.Value}").Order(StringComparer.Ordinal).Should().Equal(mine);
            todo.Total.Should().Be(mine.Length);
        }, iter: 50, threads: 1);
    }

    [Fact]
    public async Task Things_to_do_are_exactly_what_the_caller_may_answer()
    {
        var feeds = new MemoryFeeds();
        var tasks = Corpus.Fill(feeds, 200);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        await Generated.Caller.SampleAsync(async caller =>
        {
            var mine = tasks.SelectMany(task => task.Value.Processes.Waits
                .Where(wait => TodoRules.MayAnswer(wait, task.Value, caller)).Select(wait => $"{task.Key} {wait.Id}"))
                .Order(StringComparer.Ordinal).ToArray();
            var todo = await registers.Register.TodoAsync(caller);

            todo.Items.Select(item => $"{item.Task} {item.Wait}").Order(StringComparer.Ordinal).Should().Equal(mine);
            todo.Total.Should().Be(mine.Length);
            todo.Items.Where(item => item.LimitAt is not null).Should().BeInAscendingOrder(item => item.LimitAt);
        }, iter: 50, threads: 1);
    }
}
