using Supervision.Workflows.Activities;

namespace Supervision.Workflows.View;

/// <summary>What kind of thing an activity is for a reader; it chooses sign and outline.</summary>
internal enum ActivityKind
{
    Start,
    End,
    Person,
    Time,
    Signal,
    Request,
    Decision,
    Fork,
    Join,
    Loop,
    Value,
    Script,
    Process,
    Container,
    Step,
    Unknown,
}

internal static class ActivityKinds
{
    private static readonly Dictionary<string, ActivityKind> ByType = new(StringComparer.Ordinal)
    {
        ["Elsa.Start"] = ActivityKind.Start,
        ["Elsa.End"] = ActivityKind.End,
        ["Elsa.Finish"] = ActivityKind.End,
        ["Elsa.Complete"] = ActivityKind.End,
        ["Elsa.Break"] = ActivityKind.End,
        ["Elsa.Fault"] = ActivityKind.End,
        ["Elsa.Delay"] = ActivityKind.Time,
        ["Elsa.Timer"] = ActivityKind.Time,
        ["Elsa.Cron"] = ActivityKind.Time,
        ["Elsa.StartAt"] = ActivityKind.Time,
        ["Elsa.Event"] = ActivityKind.Signal,
        ["Elsa.PublishEvent"] = ActivityKind.Request,
        ["Elsa.RunTask"] = ActivityKind.Person,
        ["Elsa.If"] = ActivityKind.Decision,
        ["Elsa.FlowDecision"] = ActivityKind.Decision,
        ["Elsa.FlowSwitch"] = ActivityKind.Decision,
        ["Elsa.Switch"] = ActivityKind.Decision,
        ["Elsa.FlowFork"] = ActivityKind.Fork,
        ["Elsa.Fork"] = ActivityKind.Fork,
        ["Elsa.Parallel"] = ActivityKind.Fork,
        ["Elsa.ParallelForEach"] = ActivityKind.Fork,
        ["Elsa.FlowJoin"] = ActivityKind.Join,
        ["Elsa.While"] = ActivityKind.Loop,
        ["Elsa.For"] = ActivityKind.Loop,
        ["Elsa.ForEach"] = ActivityKind.Loop,
        ["Elsa.SetVariable"] = ActivityKind.Value,
        ["Elsa.SetOutput"] = ActivityKind.Value,
        ["Elsa.SetName"] = ActivityKind.Value,
        ["Elsa.Correlate"] = ActivityKind.Value,
        ["Elsa.RunJavaScript"] = ActivityKind.Script,
        ["Elsa.WriteLine"] = ActivityKind.Script,
        ["Elsa.DispatchWorkflow"] = ActivityKind.Process,
        ["Elsa.ExecuteWorkflow"] = ActivityKind.Process,
        ["Elsa.BulkDispatchWorkflows"] = ActivityKind.Process,
    };

    public static ActivityKind Of(ActivityNode node) =>
        ByType.TryGetValue(node.Type, out var kind) ? kind : OfActivity(node, ActivityCatalogue.Find(node.Type));

    private static ActivityKind OfActivity(ActivityNode node, Activity? activity) => activity switch
    {
        OfficeWait => ActivityKind.Person,
        OfficeRequest => ActivityKind.Request,
        { Descriptor.IsContainer: true } => ActivityKind.Container,
        not null => ActivityKind.Step,
        _ when node.Json.Text("workflowDefinitionId").Length > 0 => ActivityKind.Process,
        _ => node.Inside.Any() ? ActivityKind.Container : ActivityKind.Unknown,
    };
}
