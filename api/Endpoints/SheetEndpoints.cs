using Microsoft.AspNetCore.Http.HttpResults;
using Supervision.Agencies;
using Supervision.Api.Imports;
using Supervision.Api.Problems;
using Supervision.Api.Registers;
using Supervision.Api.Requests;
using Supervision.Api.Sheets;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;

namespace Supervision.Api.Endpoints;

/// <summary>Sheets that go out and may come back, with the same columns. A caller gets what a list would show him, and no more.</summary>
internal static class SheetEndpoints
{
    public static void MapSheets(this IEndpointRouteBuilder routes)
    {
        var sheets = routes.MapGroup("").WithTags("Sheets 表格");
        sheets.MapGet("/registers/tasks.xlsx", WriteTasks).WithName("ExportTasks")
            .WithSummary("导出台账 · The register of tasks as a workbook; the filter is that of the list");
        sheets.MapGet("/imports/templates/tasks.xlsx", (SignedIn _, Organisation organisation) => Template(TaskForm.Form, organisation))
            .WithName("TaskTemplate").WithSummary("事项空白模板 · An empty sheet of tasks");
        sheets.MapGet("/plans/{id}/items.xlsx", WriteItemsAsync).WithName("ExportPlanItems").WithSummary("导出方案条目 · The items of a plan as a workbook");
        sheets.MapGet("/imports/templates/plan-items.xlsx", (SignedIn _, Organisation organisation) => Template(ItemForm.Form, organisation))
            .WithName("PlanItemTemplate").WithSummary("方案条目空白模板 · An empty sheet of items");
    }

    private static Results<SheetResult, Refusing> WriteTasks(
        SignedIn user, TaskExport export, Organisation organisation, [AsParameters] RegisterEndpoints.FilterQuery filter, FeedPosition? seen)
    {
        var asked = filter.ToFilter();
        return new TaskQuery(asked).Flaw() is { } flaw
            ? new Refusing(flaw.Refusal, flaw.Values)
            : new SheetResult("tasks.xlsx", async (stream, cancellation) =>
            {
                using var writer = new FormWriter<TaskCells>(stream, TaskForm.Form, organisation);
                await foreach (var row in export.ReadAsync(user.Caller, asked, seen, cancellation))
                    writer.Row(row);
            });
    }

    private static async Task<Results<SheetResult, Refusing>> WriteItemsAsync(PlanId id, SignedIn user, IGrainFactory grains, Organisation organisation)
    {
        if (await RowsOfAsync(grains.GetGrain<IPlanGrain>(id.Value), user.Caller) is not { } rows)
            return new Refusing(PlanRefusals.NotFound, id);

        return new SheetResult($"{id}-items.xlsx", (stream, _) =>
        {
            using var writer = new FormWriter<ItemCells>(stream, ItemForm.Form, organisation);
            foreach (var row in rows)
                writer.Row(row);
            return Task.CompletedTask;
        });
    }

    // Who may not see the review gets the text, and of the rest what concerns him.
    private static async Task<IEnumerable<ItemCells>?> RowsOfAsync(IPlanGrain plan, Caller caller) =>
        await ReviewedPlan.FindAsync(plan, caller) is { } review ? review.Items.Select(item => ItemCells.Of(item.Item, item.Task))
        : (await plan.ViewAsync(caller))?.Items.Select(ItemCells.Of);

    private static SheetResult Template<TRow>(SheetForm<TRow> form, Organisation organisation) =>
        new($"{form.Name.English}-template.xlsx", (stream, _) =>
        {
            new FormWriter<TRow>(stream, form, organisation).Dispose();
            return Task.CompletedTask;
        });
}
