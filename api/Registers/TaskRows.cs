using Supervision.Calendars;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>A task's state as rows.</summary>
internal static class TaskRows
{
    private static readonly string Upsert = """
        INSERT INTO tasks (
            id, task, title, stage, lead, responsible, cooperating, starts_on, due_on, requested_due_on, clock_stopped_on,
            percent, planned_percent, missed_period, returned, expedited, escalated, proposed, plan, plan_path,
            changed_at, version, urgency, light, light_early, soon_from, light_soon, light_overdue, number, handler)
        VALUES (
            $id, $task, $title, $stage, $lead, $responsible, $cooperating, $starts_on, $due_on, $requested_due_on, $clock_stopped_on,
            $percent, $planned_percent, $missed_period, $returned, $expedited, $escalated, $proposed, $plan, $plan_path,
            $changed_at, $version, $urgency, $light, $light_early, $soon_from, $light_soon, $light_overdue, $number, $handler)
        ON CONFLICT (id) DO UPDATE SET
            stage = excluded.stage, lead = excluded.lead, responsible = excluded.responsible,
            cooperating = excluded.cooperating, starts_on = excluded.starts_on, due_on = excluded.due_on, requested_due_on = excluded.requested_due_on,
            clock_stopped_on = excluded.clock_stopped_on, percent = excluded.percent,
            planned_percent = excluded.planned_percent, missed_period = excluded.missed_period,
            returned = excluded.returned, expedited = excluded.expedited, escalated = excluded.escalated,
            proposed = excluded.proposed, changed_at = excluded.changed_at, version = excluded.version,
            urgency = excluded.urgency, light = excluded.light, light_early = excluded.light_early, soon_from = excluded.soon_from,
            light_soon = excluded.light_soon, light_overdue = excluded.light_overdue, number = excluded.number,
            handler = excluded.handler
        """;

    public static void Save(
        Statements sql, long row, SupervisedTask task, TaskRegistered registration, long version,
        DateTimeOffset changedAt, LightDay day)
    {
        var on = task.Assignment ?? registration.Proposed;
        var phases = LightPhases.Of(LightInputs.Of(task), day.Calendar);
        sql.Execute(Upsert,
            ("$id", row), ("$task", registration.Task.Value), ("$title", registration.Title), ("$stage", (int)task.Stage),
            ("$lead", on?.Lead.Value), ("$responsible", Words(on?.Responsible)), ("$cooperating", Words(on?.Cooperating)),
            ("$starts_on", task.StartsOn?.DayNumber), ("$due_on", task.DueOn?.DayNumber), ("$requested_due_on", task.RequestedDueOn?.DayNumber),
            ("$clock_stopped_on", task.ClockStop?.Since.DayNumber), ("$percent", task.Progress.Percent),
            ("$planned_percent", task.Progress.PlannedPercent), ("$missed_period", task.Progress.MissedPeriod),
            ("$returned", task.Counts.Returned), ("$expedited", task.Counts.Expedited),
            ("$escalated", task.Counts.Escalated), ("$proposed", task.Counts.Proposed),
            ("$plan", registration.Origin?.Plan.Value), ("$plan_path", registration.Origin?.Path),
            ("$changed_at", changedAt.ToUnixTimeMilliseconds()), ("$version", version), ("$urgency", UrgencyOf(task)),
            ("$light", (int)phases.On(day.Day)), ("$light_early", (int)phases.Early), ("$soon_from", phases.SoonFrom?.DayNumber),
            ("$light_soon", (int)phases.Soon), ("$light_overdue", (int)phases.Overdue), ("$number", task.Number?.Text),
            ("$handler", task.Handler?.Value));
    }

    /// <summary>Once for a task, and once more when it has its number: its title and content never change.</summary>
    public static void SaveText(Statements sql, long row, TaskRegistered registration, SupervisedTask before, SupervisedTask after)
    {
        if (before.Registration is not null && before.Number?.Text == after.Number?.Text)
            return;

        // The table keeps no texts: what is to be taken out has to be said again.
        if (before.Registration is not null)
            Write("INSERT INTO task_text (task_text, rowid, pairs, letters) VALUES ('delete', $id, $pairs, $letters)", before.Number?.Text);
        Write("INSERT INTO task_text (rowid, pairs, letters) VALUES ($id, $pairs, $letters)", after.Number?.Text);

        void Write(string statement, string? number)
        {
            var (pairs, letters) = SearchText.TokensOf(registration.Task.Value, registration.Title, registration.Content, number ?? "");
            sql.Execute(statement, ("$id", row), ("$pairs", pairs), ("$letters", letters));
        }
    }

    public static void SaveAgencies(Statements sql, long row, SupervisedTask task, TaskId id)
    {
        var on = task.Assignment ?? task.Registration?.Proposed;
        sql.Execute("DELETE FROM task_agencies WHERE id = $id", ("$id", row));
        foreach (var agency in on?.Agencies ?? [])
        {
            sql.Execute("INSERT INTO task_agencies (agency, urgency, task, id) VALUES ($agency, $urgency, $task, $id)",
                ("$agency", agency.Value), ("$urgency", UrgencyOf(task)), ("$task", id.Value), ("$id", row));
        }
    }

    public static void SaveWaits(Statements sql, long row, SupervisedTask task)
    {
        sql.Execute("DELETE FROM waits WHERE id = $id", ("$id", row));
        long? dueAt = task.DueOn is { } dueOn ? WorkingCalendar.EndOf(dueOn).ToUnixTimeMilliseconds() : null;
        foreach (var wait in task.Processes.Waits)
        {
            sql.Execute(
                "INSERT OR REPLACE INTO waits (id, wait, kind, role, name, barred, barred_agencies, asks_head, limit_at, urgency, key) "
                + "VALUES ($id, $wait, $kind, $role, $name, $barred, $barred_agencies, $asks_head, $limit_at, $urgency, $key)",
                [("$id", row), ("$asks_head", WaitRules.AsksHeadOfLead(wait)), .. WaitRows.ParametersOf(wait, task.Registration!.Task.Value, dueAt)]);
        }
    }

    private static long UrgencyOf(SupervisedTask task) =>
        (task.DueOn?.DayNumber ?? RegisterSchema.UrgencyWithoutDueOn) + (task.IsClosed ? RegisterSchema.UrgencyClosed : 0);

    // Codes hold no spaces.
    private static string Words(IReadOnlyList<AgencyCode>? agencies) => string.Join(' ', agencies ?? []);
}
