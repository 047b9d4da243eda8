using System.Collections.Immutable;
using System.Text.Json;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Activities;

/// <summary>Runs its body for each item, one after the other. The items are evaluated once: nothing shifts under the loop.</summary>
internal sealed class ForEach() : Loop(new(
    "Elsa.ForEach", "逐项循环", "For Each", "对每一项依次执行循环体。", "Runs its body for each item in turn.", "Looping")
{
    Inputs = [new("items", "各项", "Items", "Object", IsRequired: true) { Description = new("要逐一处理的列表。", "The list to go through.") }],
    Outputs = [new("currentValue", "当前项", "Current value")],
    Embedded = ["body"],
    IsContainer = true,
})
{
    public const string CurrentValue = "CurrentValue";
    public const string CurrentIndex = "CurrentIndex";
    private const string Items = "items";

    private static readonly ImmutableArray<VariableDefinition> Given =
        [new(CurrentIndex, CurrentIndex, "Int32", default), new(CurrentValue, CurrentValue, "Object", default)];

    public override ImmutableArray<VariableDefinition> GivenInside => Given;

    /// <summary>What the body of a loop over items sees of its turn.</summary>
    public static ImmutableSortedDictionary<string, JsonElement> Turn(int index, JsonElement value) =>
        Values.None.With(CurrentIndex, Values.Of(index)).With(CurrentValue, value);

    public override void Execute(ActivityRun run)
    {
        var items = run.Evaluate(Items);
        if (items.ValueKind == JsonValueKind.String) items = ValueTypes.TryParse(items.GetString()!) ?? items;
        if (items.ValueKind != JsonValueKind.Array)
            throw new ActivityFault($"The items of a For Each are {(items.IsNull() ? "null" : "no list")}; give it a list, an empty one where there is nothing to do.");
        run.Kept = run.Kept.With(Items, items);
        run.Index = -1;
        Next(run);
    }

    protected override void Next(ActivityRun run)
    {
        var items = run.Kept[Items];
        if (++run.Index >= items.GetArrayLength() || Body(run) is not { } body)
        {
            run.Complete();
            return;
        }

        var value = items[run.Index];
        run.SetOutput("currentValue", value);
        run.Schedule(body, Turn(run.Index, value));
    }
}
