using System.Globalization;
using System.Text.Json;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>What a task does with what its processes ask for. Decided in the same append as the step that asked.</summary>
public static partial class TaskRules
{
    /// <summary>Facts and stimuli that follow from a request. The state decides whether it still matters.</summary>
    public static Decision Grant(SupervisedTask task, ProcessRequest request, TaskContext context)
    {
        // A task that is struck off is not changed any more, but its process may still have something to do.
        if (task.IsClosed && OfTheTask.Contains(request.Name))
            return Decision.Nothing;

        return request.Name switch
        {
            RequestNames.RefuseRegistration => new TaskRegistrationRefused(),
            RequestNames.Remind => Expedited(task, Text(request, "about"), "due soon"),
            RequestNames.Expedite => Expedited(task, Text(request, "about"), Text(request, "text"), Text(request, "to")),
            RequestNames.StopClock => StopClock(task, new StopClock(ByProcess, Text(request, "reason")), context),
            RequestNames.ResumeClock => ResumeClock(task, context),
            RequestNames.ReturnForRework when task.Stage is TaskStage.Completed or TaskStage.Verified or TaskStage.Appraised =>
                new TaskReturned(Text(request, "reason"), task.Counts.Returned + 1),
            RequestNames.Escalate => Escalated(task, request),
            RequestNames.Propose => new MeasureProposed(Text(request, "about"), Text(request, "what")),
            RequestNames.ReportMissed when task.Assignment is { } on => new ReportMissed(on.Lead, Text(request, "period")),
            RequestNames.GrantExtension => ExtensionGranted(task),
            RequestNames.RefuseExtension when task.RequestedDueOn is { } asked => new ExtensionRefused(asked),
            RequestNames.GrantChange when AskedBy(task, request.Instance) is { } asked => ChangeGranted(task, asked, context),
            RequestNames.RefuseChange when AskedBy(task, request.Instance) is { } asked => new ChangeRefused(asked.Change),
            RequestNames.SubPlanAwaited => SubPlanAwaited(task, request),
            RequestNames.StartSubPlan when task.IsUnderWay => SubPlanAsked(task, request, context),
            _ => ProcessRules.Grant(request),
        };
    }

    private static readonly HashSet<string> OfTheTask =
    [
        RequestNames.RefuseRegistration, RequestNames.Remind, RequestNames.Expedite, RequestNames.StopClock, RequestNames.ResumeClock,
        RequestNames.ReturnForRework, RequestNames.Escalate, RequestNames.Propose, RequestNames.ReportMissed, RequestNames.GrantExtension,
        RequestNames.RefuseExtension,
    ];

    // What a process asks for is no command that somebody could send again; the rule of the standing command is the same.
    private static readonly CommandKey ByProcess = new("process");

    private static Decision Expedited(SupervisedTask task, string about, string text, string? to = null) =>
        new TaskExpedited(task.Counts.Expedited + 1, about, text, ByClock: true, to);

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

    // Without a day of its own a sub-plan is due in so many working days, and never after the task. What cannot be ordered
    // stays in the ledger as it was asked for: a rule cannot say no to a process.
    private static Decision SubPlanAsked(SupervisedTask task, ProcessRequest request, TaskContext context)
    {
        var usual = context.Calendar.AddWorkingDays(context.Today, SubPlanWorkingDays);
        var asked = DateOnly.TryParseExact(Text(request, "dueOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : usual;
        var fileBy = asked < LastFileBy(task, context) ? asked : LastFileBy(task, context);
        var definition = Text(request, "definition") is { Length: > 0 } named ? named : null;
        return AgencyCode.TryParse(Text(request, "agency"), null, out var agency)
            && Ordered(task, [new SubPlanRequest(agency, fileBy)], definition, context) is Decision.Accepted ordered
                ? ordered
                : ProcessRules.Grant(request);
    }

    private static Decision Extended(DateOnly before, DateOnly dueOn) =>
        Decision.Record(new ExtensionGranted(before, dueOn)).Then(new Stimulus.MoveBase(DueOnBase, dueOn));

    private static string Text(ProcessRequest request, string name) =>
        request.Arguments[name] is { } node && node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : "";
}
