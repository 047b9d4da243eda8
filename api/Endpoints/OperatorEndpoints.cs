using Microsoft.AspNetCore.Mvc;
using Supervision.Api.Operations;
using Supervision.Api.Requests;
using Supervision.Api.Security;
using Supervision.Plans;

namespace Supervision.Api.Endpoints;

/// <summary>For the commands on the machine itself, which find the token in the data folder.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperator(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/operator").WithTags("Operator 本机运维").RequireAuthorization(Policies.Operator);
        group.MapPost("/plans", ImportAsync).WithName("OperatorImport").WithSummary("import 命令 · The command import")
            .Produces<ImportOutcome>()
            .WithMetadata(new RequestSizeLimitAttribute(PlanUpload.BodyBytesMax));
    }

    private static async Task<IResult> ImportAsync(PlanDraft draft, PlanId? id, StoreOperator store, CancellationToken cancellation) =>
        Results.Json(await store.ImportAsync(draft, id, cancellation), ApiJson.Options);
}
