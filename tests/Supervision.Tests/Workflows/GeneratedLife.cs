using System.Text;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>One step of a generated life: the state before and after, and what happened.</summary>
internal sealed record LivedStep(InstanceState? Before, StepResult Result)
{
    public string Bytes => Encoding.UTF8.GetString(InstanceStateJson.Write(Result.State))
        + string.Join(';', Result.Requests.Select(request => $"{request.Name}|{request.Wait}|{request.Arguments.ToJsonString()}"))
        + string.Join(';', Result.Journal.Select(entry => $"{entry.Activity}:{entry.Run}:{entry.Event}:{string.Join(',', entry.Outcomes)}"));
}

/// <summary>Starts an instance and does to it what the choices say: events, answers, times, and now and then something that is not for it.</summary>
internal static class GeneratedLife
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static IReadOnlyList<LivedStep> Of(WorkflowDefinition definition, Choices choices, Func<InstanceState, InstanceState> between)
    {
        var steps = new List<LivedStep> { new(null, Machine.Start(definition, "i", [], At(0))) };
        while (choices.AreLeft && steps.Count < 40)
        {
            var state = between(steps[^1].Result.State);
            steps.Add(new LivedStep(state, Step(definition, state, choices, At(steps.Count))));
        }

        return steps;
    }

    private static StepResult Step(WorkflowDefinition definition, InstanceState state, Choices choices, StepContext context)
    {
        var kind = choices.Below(8);
        var waits = state.Waits("i");
        if (kind < 3) return Machine.Tell(definition, state, "i", choices.Of([.. GeneratedWorkflow.Events]), JsonValue.Create(choices.Coin()), context);
        if (kind == 3) return Machine.Answer(definition, state, $"i/{choices.Below(50)}", "Done", null, context);
        if (waits.Count == 0) return Machine.Tell(definition, state, "i", "nobody-waits", null, context);
        var wait = waits[choices.Below(waits.Count)];
        return wait.Dues.ContainsKey("timer")
            ? Machine.Fire(definition, state, wait.Id, "timer", context)
            : Machine.Answer(definition, state, wait.Id, "Done", new JsonObject { ["n"] = kind }, context);
    }

    private static StepContext At(int step) =>
        new(Begin.AddHours(step * 3), new TestCalendar(), new Dictionary<string, DateOnly>(), $"seed:{step}");
}
