using System.Text.Json.Nodes;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>Tells of an event and goes on: it reaches the waits with this correlation id and the definitions that it starts, or this instance alone.</summary>
internal sealed class PublishEvent() : Activity(new(
    "Elsa.PublishEvent", "发布事件", "Publish Event", "发布指定名称的事件，然后继续。", "Publishes an event by name and goes on.", "Primitives")
{
    Inputs =
    [
        new("eventName", "事件名称", "Event Name", IsRequired: true) { Description = new("等待该名称的流程都会收到。", "Whoever waits for this name is told.") },
        new("correlationId", "关联号", "Correlation ID")
        {
            Description = new("只告知关联号相同的流程；不填则告知没有关联号的。", "Only processes with this correlation id are told; by default those without one."),
        },
        new("isLocalEvent", "仅限本流程", "Is Local Event", "Boolean", Default: "false")
        {
            Description = new("只告知发布它的流程自己。", "Only the process that publishes it is told."),
        },
        new("payload", "数据", "Payload", "Object") { Description = new("随事件送达的数据。", "What comes with the event.") },
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
