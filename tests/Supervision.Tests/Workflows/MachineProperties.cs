using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>What holds for any order of stimuli, on the shipped definitions.</summary>
public sealed class MachineProperties
{
    private static readonly Gen<(string Shipped, int[] Choices)> Lives =
        Gen.Select(Gen.OneOf(ShippedDefinitions.All.Keys.Order(StringComparer.Ordinal).ToArray()), Gen.Int[0, 1_000_000].Array[0, 40]);

    [Fact]
    public void Saving_and_loading_between_steps_changes_nothing() => Lives.Sample(life =>
    {
        var straight = Live(life.Shipped, life.Choices, state => state);
        var saved = Live(life.Shipped, life.Choices, state => InstanceStateJson.Read(InstanceStateJson.Write(state)));
        return straight.SequenceEqual(saved);
    });

    [Fact]
    public void Every_running_instance_waits_for_something_and_every_wait_can_be_answered_or_has_a_time() => Lives.Sample(life =>
    {
        Live(life.Shipped, life.Choices, state =>
        {
            var waits = state.Waits("i");
            (state.Status == InstanceStatus.Running).Should().Be(waits.Count > 0);
            waits.Should().OnlyContain(wait => wait.Term("outcomes").Length > 0 || wait.Dues.ContainsKey("timer"));
            state.Incidents.Should().BeEmpty();
            return state;
        });
    });

    [Fact]
    public void State_stays_small_however_long_the_life_is() => Lives.Sample(life =>
    {
        Live(life.Shipped, life.Choices, state =>
        {
            InstanceStateJson.Write(state).Length.Should().BeLessThan(2048);
            return state;
        });
    });

    // Answers, firings, clock changes, and now and then nonsense, as the numbers choose. Returns the bytes and requests of every step.
    private static List<string> Live(string shipped, int[] choices, Func<InstanceState, InstanceState> between)
    {
        var definition = DefinitionReader.Read(ShippedDefinitions.All[shipped]);
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
        var bases = new Dictionary<string, DateOnly> { ["dueOn"] = new(2026, 3, 20) };
        var input = new JsonObject { ["cadence"] = "Weekly", ["about"] = "completion", ["dueOn"] = "2026-04-10" };
        var result = Machine.Start(definition, "i", input, new(now, new TestCalendar(), bases, "seed"));
        List<string> seen = [Describe(result)];
        foreach (var choice in choices)
        {
            now = now.AddHours(choice % 50);
            result = Step(definition, between(result.State), choice, new(now, new TestCalendar(), bases, $"seed:{seen.Count}"));
            seen.Add(Describe(result));
        }

        return seen;
    }

    private static StepResult Step(WorkflowDefinition definition, InstanceState state, int choice, StepContext context)
    {
        var waits = state.Waits("i");
        var wait = waits.Count == 0 ? null : waits[choice % waits.Count];
        switch (choice % 7)
        {
            case 0 when wait is { Dues.Count: > 0 }: return Machine.Fire(definition, state, wait.Id, wait.Dues.Keys.ElementAt(choice / 7 % wait.Dues.Count), context);
            case 1: return Machine.Shift(state, choice % 5, context);
            case 2: return Machine.Rebase(state, "dueOn", context.Calendar.DayOf(context.Now).AddDays(choice % 30), context);
            case 3: return Machine.Answer(definition, state, "i/999", "Approved", null, context);
            default:
                if (wait is null) return Machine.Tell(definition, state, "i", "nobody-waits", null, context);
                var outcomes = wait.Term("outcomes").Split(',');
                var somebody = new JsonObject { ["account"] = $"p{choice / 11 % 6}", ["agency"] = "office", ["score"] = choice % 120 };
                return Machine.Answer(definition, state, wait.Id, outcomes[choice / 7 % outcomes.Length], somebody, context);
        }
    }

    private static string Describe(StepResult result) =>
        Encoding.UTF8.GetString(InstanceStateJson.Write(result.State))
        + string.Join(';', result.Requests.Select(request => $"{request.Name}|{request.Wait}|{request.Arguments.ToJsonString()}"))
        + string.Join(';', result.Journal.Select(entry => $"{entry.Activity}:{entry.Event}:{string.Join(',', entry.Outcomes)}"));
}
