using System.Text.Json.Nodes;

namespace Supervision.Workflows.Activities;

/// <summary>Waits for an event by name; its payload is the result.</summary>
internal sealed class Event() : Activity(new(
    TypeName, "等待事件", "Event", "等待指定名称的事件。", "Waits for an event by name.", "Primitives")
{
    Inputs = [new("eventName", "事件名称", "Event Name", IsRequired: true) { Description = new("等待的事件。", "The event that is waited for.") }],
    Outputs = [new("result", "事件内容", "Payload")],
})
{
    public const string TypeName = "Elsa.Event";

    /// <summary>The workflow input in which Elsa hands the payload over.</summary>
    public const string PayloadInput = "__EventPayloadWorkflowInput";

    public const string EventName = "eventName";

    public static bool Waits(Bookmark bookmark, string eventName) =>
        bookmark.Kind == TypeName && bookmark.Term(EventName) == eventName;

    public override void Execute(ActivityRun run)
    {
        if (run.StartsInstance()) GoOn(run);
        else run.Wait(Values.NoTerms.Add(EventName, run.Text(EventName)));
    }

    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer)
    {
        if (answer.Data is { } data) run.Burst.TakeInput(new JsonObject { [PayloadInput] = data.DeepClone() });
        GoOn(run);
        return true;
    }

    private static void GoOn(ActivityRun run)
    {
        run.SetOutput("result", run.Burst.Input(PayloadInput));
        run.Complete();
    }
}
