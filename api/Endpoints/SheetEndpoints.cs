using Microsoft.AspNetCore.Http.HttpResults;
using Supervision.Agencies;
using Supervision.Api.Problems;
using Supervision.Api.Registers;
using Supervision.Api.Requests;
using Supervision.Api.Sheets;
using Supervision.Imports;
using Supervision.Language;
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

    private static SheetResult Template<TRow>(SheetForm<TRow> form, Organisation organisation) =>
        new($"{form.Name.English}-template.xlsx", (stream, _) =>
        {
            new FormWriter<TRow>(stream, form, organisation).Dispose();
            return Task.CompletedTask;
        });
}
