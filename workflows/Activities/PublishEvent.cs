using System.Text.Json.Nodes;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>Tells of an event and goes on: it reaches the waits with this correlation id and the definitions that it starts, or this instance alone.</summary>
internal sealed class PublishEvent() : Activity(new(
    "Elsa.PublishEvent", "发布事件", "Publish Event", "发布指定名称的事件，然后继续。", "Publishes an event by name and goes on.", "Primitives")
{
    Inputs =
    [
        new("eventName", "事件名称", "Event Name", IsRequired: true),
        new("correlationId", "关联号", "Correlation ID"),
        new("isLocalEvent", "仅限本流程", "Is Local Event", "Boolean", Default: "false"),
        new("payload", "数据", "Payload", "Object"),
    ],
})
{
    public override void Execute(ActivityRun run)
    {
        var name = run.Text("eventName");
        if (name.Length == 0) throw new ActivityFault("Input 'eventName' is missing.");
        run.Request(RequestNames.PublishEvent, new JsonObject
        {
            ["name"] = name,
            ["correlationId"] = run.Text("correlationId") is { Length: > 0 } correlation ? correlation : null,
            ["isLocal"] = run.Flag("isLocalEvent"),
            ["payload"] = run.Evaluate("payload").ToNode(),
        });
        run.Complete();
    }
}
