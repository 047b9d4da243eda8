using System.Text.Json.Nodes;

namespace Supervision.Workflows.Activities;

/// <summary>Asks something of the actor and goes on. With <c>afterWorkingDays</c> it first lets that many working days pass.</summary>
internal abstract class OfficeRequest(ActivityDescriptor descriptor, string request) : Activity(descriptor with { Category = DesignerWords.Office })
{
    protected const string AfterWorkingDays = "afterWorkingDays";

    protected static InputDescriptor AfterInput { get; } =
        new(AfterWorkingDays, "几个工作日后", "After working days", "Int32", Default: "0")
        {
            Description = new("等待这么多个工作日后再办；0 为立即。", "Lets so many working days pass first; 0 for at once."),
        };

    public override void Execute(ActivityRun run)
    {
        var arguments = Arguments(run);
        var days = Descriptor.Find(AfterWorkingDays) is null ? 0 : run.WorkingDays(AfterWorkingDays) ?? 0;
        if (days <= 0)
        {
            Ask(run, arguments);
            return;
        }

        var calendar = run.Burst.Context.Calendar;
        var day = calendar.AddWorkingDays(calendar.DayOf(run.Burst.Context.Now), days);
        var terms = arguments.Aggregate(Values.NoTerms, (all, argument) => all.SetItem(argument.Key, argument.Value?.ToString() ?? ""));
        run.Kept = run.Kept.SetItem("arguments", Values.Of(arguments));
        run.Wait(terms, Values.NoDues.Add(DueNames.Timer, new Due(calendar.EndOf(day), day)));
    }

    public override bool Fire(ActivityRun run, Bookmark bookmark, string due)
    {
        Ask(run, run.Kept["arguments"].ToNode()!.AsObject());
        return true;
    }

    /// <summary>By default every input but the delay, as text, where it is given.</summary>
    protected virtual JsonObject Arguments(ActivityRun run)
    {
        var arguments = new JsonObject();
        foreach (var input in Descriptor.Inputs.Where(input => input.Name != AfterWorkingDays))
        {
            if (input.TypeName == "Int32") arguments[input.Name] = run.WholeNumber(input.Name);
            else if (run.Text(input.Name) is { Length: > 0 } text) arguments[input.Name] = text;
            else if (input.IsRequired) throw new ActivityFault($"Input '{input.Name}' is missing.");
        }

        return arguments;
    }

    private void Ask(ActivityRun run, JsonObject arguments)
    {
        run.Request(request, arguments);
        run.Complete();
    }
}
