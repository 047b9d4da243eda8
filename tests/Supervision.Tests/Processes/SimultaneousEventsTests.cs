using Supervision.Silo.Ledger;
using Supervision.Tests.Actors;
using Supervision.Tests.Ledger;
using Supervision.Tests.Workflows;

namespace Supervision.Tests.Processes;

/// <summary>Two different events to one process at the same moment: elsewhere that left it waiting for ever.</summary>
public sealed class SimultaneousEventsTests
{
    private const int Tries = 1000;

    [Fact]
    public async Task Told_directly_they_both_count_a_thousand_times()
    {
        await using var city = await City.FoundAsync(new UnhurriedLedger());
        var desk = await DeskAsync(city);
        for (var i = 0; i < Tries; i++)
        {
            (await desk.StartAsync($"p-{i}", "both")).ShouldBeDone();
            var answers = await Task.WhenAll(desk.TellAsync($"p-{i}", "ra"), desk.TellAsync($"p-{i}", "rb"));

            answers.Should().AllSatisfy(answer => answer.ShouldBeDone());
            (await desk.StatusAsync($"p-{i}")).Should().Be("Finished");
        }
    }

    [Fact]
    public async Task Published_by_correlation_they_both_count_a_thousand_times()
    {
        await using var city = await City.FoundAsync(new UnhurriedLedger());
        var desk = await DeskAsync(city);
        for (var i = 0; i < Tries; i++) (await desk.StartAsync($"p-{i}", "both", $"case-{i}")).ShouldBeDone();
        await city.SettleAsync();

        await Parallel.ForAsync(0, Tries, async (i, _) => await Task.WhenAll(
            desk.PublishEventAsync("ra", $"case-{i}"), desk.PublishEventAsync("rb", $"case-{i}")));
        await city.SettleAsync();

        for (var i = 0; i < Tries; i++) (await desk.StatusAsync($"p-{i}")).Should().Be("Finished");
    }

    private static async Task<ProcessDesk> DeskAsync(City city)
    {
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("both", [
            Build.Activity("fork", "Elsa.FlowFork", ("branches", "[\"a\",\"b\"]")),
            ProcessDesk.Event("wait-a", "ra"), ProcessDesk.Event("wait-b", "rb"),
            Build.Activity("join", "Elsa.FlowJoin", ("mode", "WaitAll")), Build.Activity("finish", "Elsa.Finish")],
            "fork:a>wait-a", "fork:b>wait-b", "wait-a>join", "wait-b>join", "join>finish");
        return desk;
    }

    // As one on a disk: an append lets others run meanwhile, where the actor lets them.
    private sealed class UnhurriedLedger() : LedgerAround(new MemoryLedger())
    {
        public override async Task<AppendResult> AppendAsync(Append append)
        {
            await Task.Yield();
            return await base.AppendAsync(append);
        }
    }
}
