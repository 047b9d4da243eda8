using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Imports;

/// <summary>A row of a sheet of tasks.</summary>
/// <param name="Stand">What is only shown: it changes by itself.</param>
public sealed record TaskCells(
    string Task, string External, string Title, string Content, SupervisionKind? Supervision, TaskSource? Source,
    string Basis, string By, string Reference, DateOnly? On, string Scope,
    AgencyCode? Lead, IReadOnlyList<AgencyCode> Responsible, IReadOnlyList<AgencyCode> Cooperating, DateOnly? DueOn, string SkipLevelReason,
    Cadence Cadence, string CadenceReason, TaskStand? Stand)
{
    public static TaskCells Empty { get; } = new(
        "", "", "", "", null, null, "", "", "", null, "", null, [], [], null, "", Cadence.Monthly, "", null);

    public static TaskCells Of(TaskView task) => Of(
        task.Task, task.Title, task.Content, task.Supervision, task.Source, task.Authority, task.Assignment ?? task.Proposed, task.Cadence,
        new TaskStand(task.Stage, task.Light.Light, task.Progress.Percent, task.Progress.PlannedPercent));

    public static TaskCells Of(TaskRegistered task, Assignment? on, TaskStand stand) => Of(
        task.Task, task.Title, task.Content, task.Supervision, task.Source, task.Authority, on ?? task.Proposed, task.Cadence, stand);

    public AuthorityRecord Authority => new(Basis, By, Reference, On ?? default, Scope);

    public Assignment? Assignment => Lead is { } lead && DueOn is { } dueOn
        ? new Assignment(lead, Responsible, Cooperating, dueOn, CellValues.TextOrNull(SkipLevelReason))
        : null;

    public bool IsHalfAssigned => Assignment is null && (Lead is not null || DueOn is not null || Responsible.Count + Cooperating.Count > 0);

    private static TaskCells Of(
        TaskId task, string title, string content, SupervisionKind supervision, TaskSource source, AuthorityRecord authority,
        Assignment? on, Cadence cadence, TaskStand stand) => new(
        task.Value, ExternalIds.NumberOf(task), title, content, supervision, source,
        authority.Basis, authority.By, authority.Reference, authority.On, authority.Scope,
        on?.Lead, on?.Responsible ?? [], on?.Cooperating ?? [], on?.DueOn, on?.SkipLevelReason ?? "", cadence, "", stand);
}

/// <summary>How a task does, for reading alone.</summary>
public sealed record TaskStand(TaskStage Stage, Light Light, int Percent, int PlannedPercent);
