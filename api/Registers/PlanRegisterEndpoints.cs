using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Supervision.Api.Problems;
using Supervision.Coverage;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>Progress of plans and what is not covered, over HTTP. <c>seen</c> names a receipt's position.</summary>
internal static class PlanRegisterEndpoints
{
    public static void MapPlanRegisters(this IEndpointRouteBuilder routes)
    {
        var registers = routes.MapGroup("").WithTags("Registers 台账");
        registers.MapGet("/plans/{id}/progress", PlanProgressAsync).WithName("ViewPlanProgress").WithSummary("方案进展 · Progress and lights of a plan and of what is below it");
        registers.MapGet("/tasks/{id}/progress", TaskProgressAsync).WithName("ViewTaskProgress").WithSummary("事项进展 · Progress and lights of a task and of its sub-plans");

        registers.MapGet("/coverage", CoverageAsync).WithName("ViewCoverage").WithSummary("覆盖检查 · What is not covered of a plan, with the next step");
        registers.MapGet("/coverage/trend", TrendAsync).WithName("ViewCoverageTrend").WithSummary("覆盖趋势 · Holes at the end of each day");
        registers.MapGet("/coverage/matrix", MatrixAsync).WithName("ViewCoverageMatrix").WithSummary("覆盖矩阵 · Items of a plan against agencies");
        registers.MapGet("/coverage/matrix.csv", MatrixCsvAsync).WithName("ExportCoverageMatrixCsv").WithSummary("覆盖矩阵 · The same as CSV");
        registers.MapGet("/coverage/matrix.xlsx", MatrixXlsxAsync).WithName("ExportCoverageMatrixXlsx").WithSummary("覆盖矩阵 · The same as a workbook");
    }

    private static async Task<Results<Ok<ProgressTree>, Refusing>> PlanProgressAsync(
        PlanId id, SignedIn user, IPlanRegister register, int? depth, DateOnly? on, FeedPosition? seen, CancellationToken cancellation)
    {
        var query = new ProgressQuery(depth ?? 1, on);
        return query.Flaw() is { } flaw ? new Refusing(flaw.Refusal, flaw.Values)
            : await register.ProgressAsync(user.Caller, id, query, seen, cancellation) is { } tree ? TypedResults.Ok(tree)
            : new Refusing(PlanRefusals.NotFound, id);
    }

    private static async Task<Results<Ok<ProgressTree>, Refusing>> TaskProgressAsync(
        TaskId id, SignedIn user, IPlanRegister register, int? depth, DateOnly? on, FeedPosition? seen, CancellationToken cancellation)
    {
        var query = new ProgressQuery(depth ?? 1, on);
        return query.Flaw() is { } flaw ? new Refusing(flaw.Refusal, flaw.Values)
            : await register.ProgressAsync(user.Caller, id, query, seen, cancellation) is { } tree ? TypedResults.Ok(tree)
            : new Refusing(TaskRefusals.NotFound, id);
    }

    private static async Task<Results<Ok<CoveragePage>, Refusing>> CoverageAsync(
        PlanId plan, SignedIn user, IPlanRegister register, DateOnly? on, [FromQuery(Name = "kind")] HoleKind[]? kinds, PageCursor? cursor, int? limit,
        FeedPosition? seen, CancellationToken cancellation)
    {
        var query = new CoverageQuery(on, kinds is { Length: > 0 } ? kinds : null, cursor, limit ?? TaskQuery.LimitDefault);
        return query.Flaw() is { } flaw ? new Refusing(flaw.Refusal, flaw.Values)
            : await register.CoverageAsync(user.Caller, plan, query, seen, cancellation) is { } page ? TypedResults.Ok(page)
            : new Refusing(PlanRefusals.NotFound, plan);
    }

    private static async Task<Results<Ok<CoverageTrend>, Refusing>> TrendAsync(
        PlanId plan, DateOnly from, DateOnly to, SignedIn user, IPlanRegister register, FeedPosition? seen, CancellationToken cancellation) =>
        CoverageTrend.FlawOf(from, to) is { } flaw ? new Refusing(flaw.Refusal, flaw.Values)
        : await register.CoverageTrendAsync(user.Caller, plan, from, to, seen, cancellation) is { } trend ? TypedResults.Ok(trend)
        : new Refusing(PlanRefusals.NotFound, plan);

    private static async Task<Results<Ok<CoverageMatrix>, Refusing>> MatrixAsync(
        PlanId plan, SignedIn user, IPlanRegister register, FeedPosition? seen, CancellationToken cancellation) =>
        await register.CoverageMatrixAsync(user.Caller, plan, seen, cancellation) is { } matrix ? TypedResults.Ok(matrix) : new Refusing(PlanRefusals.NotFound, plan);

    private static async Task<Results<FileContentHttpResult, Refusing>> MatrixCsvAsync(
        PlanId plan, SignedIn user, IPlanRegister register, FeedPosition? seen, CancellationToken cancellation) =>
        await register.CoverageMatrixAsync(user.Caller, plan, seen, cancellation) is { } matrix
            ? TypedResults.File(MatrixSheets.Csv(matrix), "text/csv; charset=utf-8", $"coverage-{plan}.csv")
            : new Refusing(PlanRefusals.NotFound, plan);

    private static async Task<Results<FileContentHttpResult, Refusing>> MatrixXlsxAsync(
        PlanId plan, SignedIn user, IPlanRegister register, FeedPosition? seen, CancellationToken cancellation) =>
        await register.CoverageMatrixAsync(user.Caller, plan, seen, cancellation) is { } matrix
            ? TypedResults.File(MatrixSheets.Workbook(matrix), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"coverage-{plan}.xlsx")
            : new Refusing(PlanRefusals.NotFound, plan);
}
