using Supervision.Agencies;
using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Silo.Followers;
using Supervision.Silo.Ledger;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

/// <summary>What goes wrong at the ledger, and what the actors make of it.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task After_an_append_whose_outcome_is_unknown_the_actor_reads_the_truth()
    {
        var ledger = new FailingLedger(new MemoryLedger());
        await using var city = await City.FoundAsync(ledger);
        var task = await new TaskLine(city).UnderWayAsync();
        var report = new ReportProgress(new("report"), 30, "进展");

        // The append is stored and its answer is lost on the way.
        ledger.AfterNextAppend = _ => throw new LedgerUnavailableException("the connection broke");
        await task.Invoking(it => it.SendAsync(People.Liaison, report)).Should().ThrowAsync<LedgerUnavailableException>();

        (await task.SendAsync(People.Liaison, report)).ShouldBeDone();
        (await city.FactsAsync(task.Stream)).OfType<ProgressReported>().Should().ContainSingle("the retry found the first answer");
    }

    [Fact]
    public async Task An_append_that_never_arrived_leaves_no_trace_and_may_be_sent_again()
    {
        var ledger = new FailingLedger(new MemoryLedger());
        await using var city = await City.FoundAsync(ledger);
        var task = await new TaskLine(city).UnderWayAsync();
        var report = new ReportProgress(new("report"), 30, "进展");

        ledger.BeforeNextAppend = _ => throw new LedgerUnavailableException("the disk is full");
        await task.Invoking(it => it.SendAsync(People.Liaison, report)).Should().ThrowAsync<LedgerUnavailableException>();
        (await task.ViewAsync()).Progress.Reports.Should().Be(0);

        (await task.SendAsync(People.Liaison, report)).ShouldBeDone();
        (await task.ViewAsync()).Progress.Percent.Should().Be(30);
    }

    [Fact]
    public async Task A_stale_activation_is_fenced_and_then_sees_what_the_other_wrote()
    {
        var ledger = new FailingLedger(new MemoryLedger());
        await using var city = await City.FoundAsync(ledger);
        var task = await new TaskLine(city).UnderWayAsync();

        // Another activation of the same task, as after a split of the cluster, is quicker by one append.
        ledger.BeforeNextAppend = append => ledger.AppendAsync(Rival(ledger, append, new TaskExpedited(1, "by-hand", "rival", false)));
        await task.Invoking(it => it.ReportAsync(30)).Should().ThrowAsync<LedgerConflictException>();

        (await task.ViewAsync()).Progress.Expedited.Should().Be(1, "the fenced one has read the other's fact");
        (await task.ReportAsync(30)).ShouldBeDone();
    }

    [Fact]
    public async Task Two_different_commands_at_the_same_moment_are_both_done_or_one_is_refused_a_thousand_times()
    {
        await using var city = await City.FoundAsync();
        var (director, liaison) = (city.As(People.Director), city.As(People.Liaison));
        for (var i = 0; i < 1000; i++)
        {
            var task = city.Grains.GetGrain<ITaskGrain>((await new TaskLine(city, $"pair-{i}").UnderWayAsync(Cadence.None)).Grain.GetPrimaryKeyString());

            var answers = await Task.WhenAll(
                task.ExecuteAsync(director, new Withdraw(new("a"), "撤并")),
                task.ExecuteAsync(liaison, new SubmitCompletion(new("b"), "已完成", [new("验收单", "1")])));

            answers[0].Should().BeOfType<Receipt.Done>("a withdrawal is possible before and after the completion");
            if (answers[1] is Receipt.Refused refused)
                refused.Code.Should().Be(TaskRefusals.NotWaiting.Code, "the withdrawal was first");
            (await task.ViewAsync(director))!.Stage.Should().Be(TaskStage.Withdrawn);
            (await task.ViewAsync(director))!.Waits.Should().BeEmpty("nothing is stuck");
        }
    }

    [Fact]
    public async Task A_poison_entry_parks_one_target_and_the_rest_goes_on()
    {
        var ledger = new FailingLedger(new MemoryLedger());
        await using var city = await City.FoundAsync(ledger);
        await new TaskLine(city, "silent-1").UnderWayAsync();
        await new TaskLine(city, "silent-2").UnderWayAsync();
        ledger.Poisoned = "department/education";

        await city.GoToAsync(new(2026, 4, 1));
        var parked = await ledger.ListParkedAsync(ShardFollowerGrain.Name);
        parked.Select(entry => entry.Target).Distinct().Should().Equal("department/education");
        parked.Should().HaveCount(2, "what comes for a parked target later waits behind it");

        ledger.Poisoned = null;
        foreach (var shard in parked.Select(entry => entry.Shard).Distinct())
            await city.Grains.GetGrain<IShardFollowerGrain>(shard).RetryAsync("department/education");
        var department = city.Grains.GetGrain<IDepartmentGrain>("education");
        (await department.ViewAsync(city.As(People.Director)))!.SilentTasks.Should().HaveCount(2);
        (await ledger.ListParkedAsync(ShardFollowerGrain.Name)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_clock_that_jumps_a_day_loses_and_doubles_nothing(int days)
    {
        await using var city = await City.FoundAsync();
        var task = new TaskLine(city);
        await task.RegisterAsync();
        await task.ApproveAsync();
        await task.AssignAsync();

        await city.GoToAsync(new(2026, 3, 4));
        city.Jump(days);
        await city.SettleAsync();
        (await task.SendAsync(People.Clerk, new Expedite(task.NextKey, "请尽快签收"))).ShouldBeDone();
        city.Jump(-days);
        await city.SettleAsync();
        await city.GoToAsync(new(2026, 3, 6));
        await city.GoToAsync(new(2026, 3, 11));

        var facts = await city.FactsAsync(task.Stream);
        facts.OfType<TaskEscalated>().Select(fact => fact.Rung).Should().Equal(1, 2);
        facts.OfType<TaskExpedited>().Count(fact => fact.Text == "due soon").Should().Be(1, "the reminder came once");
        (await RecordedAsync(city, task.Stream)).Should().BeInAscendingOrder("the ledger's time never goes back");
    }

    private static Append Rival(FailingLedger ledger, Append append, Fact fact)
    {
        var previous = append.Events[0];
        var envelope = EnvelopeJson.Read(previous.Body.Span);
        var (_, events) = new Recorder(ledger.Store.Digest, People.Clerk, "rival", append.RecordedAt)
            .Record(new Head(previous.Seq - 1, envelope.PreviousHash, append.RecordedAt), [new DecidedFact(fact, null)]);
        return append with
        {
            Account = "rival",
            CommandKey = "rival",
            Events = events,
            Snapshot = null,
            DuesSet = [],
            DuesCompleted = [],
        };
    }

    private static async Task<List<DateTimeOffset>> RecordedAsync(City city, string stream)
    {
        var recorded = new List<DateTimeOffset>();
        await foreach (var line in city.Ledger.ReadAsync(stream, 0, CancellationToken.None))
            recorded.Add(EnvelopeJson.Read(line.Body.Span).RecordedAt);
        return recorded;
    }
}
