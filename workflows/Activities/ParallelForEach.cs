using System.Collections.Immutable;
using System.Text.Json;

namespace Supervision.Workflows.Activities;

/// <summary>Runs its body for all items at once, each with its own current value. The index of its run counts those not yet back.</summary>
/// <remarks>As in Elsa, items written as the text of a list are no list here; publishing warns of it.</remarks>
internal sealed class ParallelForEach() : Activity(new(
    "Elsa.ParallelForEach", "并行逐项", "Parallel For Each", "对所有项同时执行循环体。", "Runs its body for all items at once.", "Looping")
{
    Inputs = [new("items", "各项", "Items", "Object", IsRequired: true) { Description = new("要逐一处理的列表。", "The list to go through.") }],
    Embedded = ["body"],
    IsContainer = true,
})
{
    private static readonly ImmutableArray<VariableDefinition> Given =
    [
        new(ForEach.CurrentIndex, ForEach.CurrentIndex, "Int32", default), new(ForEach.CurrentValue, ForEach.CurrentValue, "Object", default),
    ];

    public override ImmutableArray<VariableDefinition> GivenInside => Given;

    public override void Execute(ActivityRun run)
    {
        var items = run.Evaluate("items");
        var body = run.Node.Ports.GetValueOrDefault("body");
        if (items.ValueKind != JsonValueKind.Array || items.GetArrayLength() == 0 || body is null)
        {
            run.Complete();
            return;
        }

        foreach (var item in items.EnumerateArray()) run.Schedule(body, ForEach.Turn(run.Index++, item));
    }

    public override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes)
    {
        if (--run.Index == 0) run.Complete();
    }
}
