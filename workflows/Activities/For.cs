using System.Collections.Immutable;
using System.Globalization;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Activities;

/// <summary>Counts from start to end. The bounds are evaluated once, when it begins.</summary>
internal sealed class For() : Loop(new(
    "Elsa.For", "计数循环", "For", "从起值数到终值，每次执行循环体。", "Counts from start to end and runs its body each time.", "Looping")
{
    Inputs =
    [
        new("start", "起值", "Start", "Int32", Default: "0") { Description = new("从这个数起。", "Where it begins.") },
        new("end", "终值", "End", "Int32", Default: "0") { Description = new("数到这个数。", "Where it ends.") },
        new("step", "步长", "Step", "Int32", Default: "1") { Description = new("每次加多少；可以为负，不能为 0。", "What is added each time; may be negative, not 0.") },
        new("outerBoundInclusive", "含终值", "Outer Bound Inclusive", "Boolean", Default: "True")
        {
            Description = new("终值这一次也执行。", "The end is counted too."),
        },
    ],
    Outputs = [new("currentValue", "当前值", "Current value")],
    Embedded = ["body"],
    IsContainer = true,
})
{
    private static readonly ImmutableArray<VariableDefinition> Given = [new(ForEach.CurrentValue, ForEach.CurrentValue, "Object", default)];

    public override ImmutableArray<VariableDefinition> GivenInside => Given;

    public override void Execute(ActivityRun run)
    {
        var step = Number(run, "step");
        if (step == 0) throw new ActivityFault("The step of a For is 0: it would never end.");
        var last = Number(run, "end") - (run.Flag("outerBoundInclusive") ? 0 : Math.Sign(step));
        run.Kept = run.Kept.With("at", Values.Of(Number(run, "start"))).With("last", Values.Of(last)).With("step", Values.Of(step));
        Turn(run);
    }

    protected override void Next(ActivityRun run)
    {
        run.Kept = run.Kept.With("at", Values.Of(run.Kept["at"].GetInt64() + run.Kept["step"].GetInt64()));
        Turn(run);
    }

    private static void Turn(ActivityRun run)
    {
        var (at, last) = (run.Kept["at"], run.Kept["last"].GetInt64());
        var isOver = run.Kept["step"].GetInt64() > 0 ? at.GetInt64() > last : at.GetInt64() < last;
        if (isOver || Body(run) is not { } body)
        {
            run.Complete();
            return;
        }

        run.SetOutput("currentValue", at);
        run.Schedule(body, Values.None.With(ForEach.CurrentValue, at));
    }

    private static long Number(ActivityRun run, string input)
    {
        var value = run.Evaluate(input);
        return ValueTypes.ToWholeNumber(value) ?? throw new ActivityFault(
            string.Create(CultureInfo.InvariantCulture, $"Input '{input}' of a For is {(value.IsNull() ? "null" : value.GetRawText())}, which is no whole number."));
    }
}
