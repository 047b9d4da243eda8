using Supervision.Api.Requests;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Api.Endpoints;

/// <summary>Mending and ending processes, whatever actor they run in: the address names the actor, the process and the run.</summary>
internal static class ProcessEndpoints
{
    private static readonly FieldInAddress Instance = new("instance");
    private static readonly FieldInAddress Run = new("run", IsNumber: true);

    public static void MapProcesses(this IEndpointRouteBuilder routes)
    {
        var incident = routes.MapGroup("/incidents/{actor}/{id}/{instance}/{run}").WithTags("Processes 流程");
        incident.Map<RetryIncident>("/retry", "重试 · Run what has failed again").WithMetadata(Instance, Run);
        incident.Map<SkipIncident>("/skip", "跳过 · Let what has failed count as completed").WithMetadata(Instance, Run);
        routes.MapGroup("/processes/{actor}/{id}/{instance}").WithTags("Processes 流程")
            .Map<AbortProcess>("/abort", "中止流程 · End a process where it stands").WithMetadata(Instance);
    }

    private static RouteHandlerBuilder Map<TCommand>(this IEndpointRouteBuilder routes, string pattern, string summary)
        where TCommand : ProcessCommand =>
        routes.MapCommand<TCommand>(HttpMethods.Post, pattern, summary, (http, user, command) =>
            StreamOf(http.Request.RouteValues) is { } stream
                ? http.RequestServices.GetRequiredService<IGrainFactory>().GetStream(stream).ExecuteAsync(user.Caller, command)
                : Task.FromResult<Receipt>(ProcessRefusals.NotFound.With([command.Instance])));

    private static string? StreamOf(RouteValueDictionary address) =>
        ProcessActors.StreamOf(address["actor"]?.ToString(), address["id"]?.ToString());
}
