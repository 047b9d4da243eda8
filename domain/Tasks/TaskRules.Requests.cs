using System.Text.Json;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>What a task does with what its processes ask for. Decided in the same append as the step that asked.</summary>
public static partial class TaskRules
{
    /// <summary>Facts and stimuli that follow from a request. The state decides whether it still matters.</summary>
    public static Decision Grant(SupervisedTask task, ProcessRequest request)
    {
        if (task.IsClosed)
            return Decision.Nothing;

        return request.Name switch
        {
            RequestNames.RefuseRegistration => new TaskRegistrationRefused(),
            RequestNames.Remind => Expedited(task, Text(request, "about"), "due soon"),
            RequestNames.Escalate => Escalated(task, request),
            RequestNames.Propose => new MeasureProposed(Text(request, "about"), Text(request, "what")),
            RequestNames.ReportMissed when task.Assignment is { } on => new ReportMissed(on.Lead, Text(request, "period")),
            RequestNames.GrantExtension => ExtensionGranted(task),
            RequestNames.RefuseExtension when task.RequestedDueOn is { } asked => new ExtensionRefused(asked),
            _ => ProcessRules.Grant(request),
        };
    }

    private static Decision Expedited(SupervisedTask task, string about, string text) =>
        new TaskExpedited(task.Counts.Expedited + 1, about, text, ByClock: true);

    private static Decision Escalated(SupervisedTask task, ProcessRequest request)
    {
        var about = Text(request, "about");
        var to = Text(request, "to");
        return Decision.Record(
            new TaskEscalated(about, request.Arguments["rung"]?.GetValue<int>() ?? 0, to),
            new TaskExpedited(task.Counts.Expedited + 1, about, $"silence reached {to}", ByClock: true));
    }

    private static Decision ExtensionGranted(SupervisedTask task) =>
        task is { RequestedDueOn: { } asked, DueOn: { } before }
            ? Extended(before, asked > before ? asked : before) // The clock may have stood meanwhile; an extension never shortens.
            : Decision.Nothing;

    private static Decision Extended(DateOnly before, DateOnly dueOn) =>
        Decision.Record(new ExtensionGranted(before, dueOn)).Then(new Stimulus.MoveBase(DueOnBase, dueOn));

    private static string Text(ProcessRequest request, string name) =>
        request.Arguments[name] is { } node && node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : "";
}
