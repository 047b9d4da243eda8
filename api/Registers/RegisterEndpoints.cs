using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Supervision.Api.Problems;
using Supervision.Api.Security;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>The registers over HTTP. Every answer is what the caller may see; <c>seen</c> names a receipt's position.</summary>
internal static class RegisterEndpoints
{
    public static void MapRegisters(this IEndpointRouteBuilder routes)
    {
        var registers = routes.MapGroup("").WithTags("Registers 台账");

        registers.MapGet("/tasks", ListAsync).WithName("ListTasks").WithSummary("督办台账 · List tasks, the most urgent first");
        registers.MapGet("/tasks/counts", CountAsync).WithName("CountTasks").WithSummary("台账统计 · Count tasks by stage, light and lead");
        registers.MapGet("/todo", TodoAsync).WithName("ListTodo").WithSummary("待办 · What waits for the caller");
        registers.MapGet("/agencies/silent", ListSilentAsync).WithName("ListSilentAgencies").WithSummary("漏报 · Agencies that owe reports");
        registers.MapGet("/measures", ListMeasuresAsync).WithName("ListMeasures").WithSummary("拟采取措施 · Measures proposed to the head");
        registers.MapGet("/incidents", ListIncidentsAsync).WithName("ListIncidents").WithSummary("流程故障 · Where processes stand with an incident");
        registers.MapGet("/plans", ListPlansAsync).WithName("ListPlans").WithSummary("方案台账 · Plans and how much of each is issued");
        registers.MapGet("/schemes", ListSchemesAsync).WithName("ListSchemes").WithSummary("考核办法目录 · Schemes of evaluation and their versions in force");
    }

    private static async Task<Results<Ok<TaskPage>, Refusing>> ListAsync(
        SignedIn user, ITaskRegister register, [AsParameters] FilterQuery filter, TaskSort? sort, PageCursor? cursor, int? limit,
        FeedPosition? seen, CancellationToken cancellation)
    {
        var query = new TaskQuery(filter.ToFilter(), sort ?? TaskSort.Urgency, cursor, limit ?? TaskQuery.LimitDefault);
        return query.Flaw() is { } flaw
            ? new Refusing(flaw.Refusal, flaw.Values)
            : TypedResults.Ok(await register.ListAsync(user.Caller, query, seen, cancellation));
    }

    private static async Task<Results<Ok<TaskCounts>, Refusing>> CountAsync(
        SignedIn user, ITaskRegister register, [AsParameters] FilterQuery filter, FeedPosition? seen, CancellationToken cancellation)
    {
        var asked = filter.ToFilter();
        return new TaskQuery(asked).Flaw() is { } flaw
            ? new Refusing(flaw.Refusal, flaw.Values)
            : TypedResults.Ok(await register.CountAsync(user.Caller, asked, seen, cancellation));
    }

    private static async Task<Results<Ok<TodoPage>, Refusing>> TodoAsync(
        SignedIn user, ITaskRegister register, Substitutes substitutes, PageCursor? cursor, int? limit, FeedPosition? seen,
        CancellationToken cancellation)
    {
        var page = new PageQuery(TodoPage.Order, cursor, limit ?? TaskQuery.LimitMax);
        if (page.Flaw() is { } flaw)
            return new Refusing(flaw.Refusal, flaw.Values);

        IReadOnlyList<Caller> absent = user.Caller.OnBehalfOf is null ? await substitutes.AllAsync(user.Account) : [];
        return TypedResults.Ok(await register.TodoAsync(user.Caller, cursor, page.Limit, seen, absent, cancellation));
    }

    private static async Task<Ok<SilentAgencies>> ListSilentAsync(
        SignedIn user, ITaskRegister register, FeedPosition? seen, CancellationToken cancellation) =>
        TypedResults.Ok(await register.ListSilentAsync(user.Caller, seen, cancellation));

    private static async Task<Results<Ok<MeasurePage>, Refusing>> ListMeasuresAsync(
        SignedIn user, ITaskRegister register, PageCursor? cursor, int? limit, FeedPosition? seen, CancellationToken cancellation)
    {
        var page = new PageQuery(MeasurePage.Order, cursor, limit ?? TaskQuery.LimitDefault);
        return page.Flaw() is { } flaw
            ? new Refusing(flaw.Refusal, flaw.Values)
            : TypedResults.Ok(await register.ListMeasuresAsync(user.Caller, cursor, page.Limit, seen, cancellation));
    }

    private static async Task<Results<Ok<IncidentPage>, Refusing>> ListIncidentsAsync(
        SignedIn user, ITaskRegister register, PageCursor? cursor, int? limit, FeedPosition? seen, CancellationToken cancellation)
    {
        var page = new PageQuery(IncidentPage.Order, cursor, limit ?? TaskQuery.LimitDefault);
        return page.Flaw() is { } flaw
            ? new Refusing(flaw.Refusal, flaw.Values)
            : TypedResults.Ok(await register.ListIncidentsAsync(user.Caller, cursor, page.Limit, seen, cancellation));
    }

    private static async Task<Ok<SchemePage>> ListSchemesAsync(
        SignedIn user, ITaskRegister register, FeedPosition? seen, CancellationToken cancellation) =>
        TypedResults.Ok(await register.ListSchemesAsync(user.Caller, seen, cancellation));

    private static async Task<Ok<PlanPage>> ListPlansAsync(
        SignedIn user, ITaskRegister register, FeedPosition? seen, CancellationToken cancellation) =>
        TypedResults.Ok(await register.ListPlansAsync(user.Caller, seen, cancellation));

    /// <summary>A filter as it stands in an address: stage and light may be named several times.</summary>
    internal sealed record FilterQuery(
        [FromQuery(Name = "stage")] TaskStage[]? Stages,
        [FromQuery(Name = "light")] Light[]? Lights,
        AgencyCode? Lead,
        AgencyCode? Agency,
        PlanId? Plan,
        DateOnly? DueFrom,
        DateOnly? DueTo,
        string? Text)
    {
        public TaskFilter ToFilter() => new(Stages, Lights, Lead, Agency, Plan, DueFrom, DueTo, Text);
    }
}
