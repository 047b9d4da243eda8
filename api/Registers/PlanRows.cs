using Supervision.Plans;
using Supervision.Processes;

namespace Supervision.Api.Registers;

/// <summary>A plan as rows: what it is, and its items one by one.</summary>
internal static class PlanRows
{
    public static void Save(Statements sql, Plan plan, string title, DateTimeOffset changedAt, long version) => sql.Execute(
        "INSERT INTO plans (plan, state, title, parent_task, parent_plan, agency, changed_at, version) "
        + "VALUES ($plan, $state, $title, $parent_task, $parent_plan, $agency, $changed_at, $version) "
        + "ON CONFLICT DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at, version = excluded.version",
        ("$plan", plan.Id!.Value.Value), ("$state", StateJson.Write(Head(plan))), ("$title", title),
        ("$parent_task", plan.Parent?.Task.Value), ("$parent_plan", plan.Parent?.Plan?.Value), ("$agency", plan.Parent?.Agency.Value),
        ("$changed_at", changedAt.ToUnixTimeMilliseconds()), ("$version", version));

    public static void SaveItem(Statements sql, Plan plan, PlanItem item) => sql.Execute(
        "INSERT OR REPLACE INTO plan_items (plan, path, number, task, item, settled, issued, active) "
        + "VALUES ($plan, $path, $number, $task, $item, $settled, $issued, $active)",
        ("$plan", plan.Id!.Value.Value), ("$path", item.Path), ("$number", item.Number),
        ("$task", PlanTasks.TaskOf(plan, item).Value), ("$item", StateJson.Write(item)), ("$settled", item.Assignment is not null),
        ("$issued", plan.Issued.Contains(item.Path)), ("$active", item.State is ItemState.Active));

    public static void DeleteItem(Statements sql, Plan plan, string path) => sql.Execute(
        "DELETE FROM plan_items WHERE plan = $plan AND path = $path", ("$plan", plan.Id!.Value.Value), ("$path", path));

    // Without all that grows with its text.
    private static Plan Head(Plan plan) => plan with
    {
        Draft = null,
        Items = Plan.Initial.Items,
        Issued = Plan.Initial.Issued,
        SettledDoubts = Plan.Initial.SettledDoubts,
        Proposed = null,
        Processes = ProcessSet.None,
    };
}
