using Microsoft.AspNetCore.Http.HttpResults;
using Supervision.Api.Problems;
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
}
