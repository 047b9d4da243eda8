using Supervision.Api.Requests;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Subscriptions;
using Supervision.Triggers;

namespace Supervision.Api.Endpoints;

/// <summary>Free-standing processes, events and start triggers over HTTP.</summary>
internal static class FreeProcessEndpoints
{
    public static void MapFreeProcesses(this IEndpointRouteBuilder routes)
    {
        var processes = routes.MapGroup("/processes").WithTags("Processes 独立流程");
        processes.MapPost("/", StartAsync).WithName(nameof(StartProcess)).WithSummary("启动流程 · Start a process of a published definition");
        processes.MapGet("/{id}", ViewAsync).WithName("ViewProcess").WithSummary("查看流程 · View a process");
        processes.MapGet("/{id}/picture", DrawAsync).WithName("DrawProcess").WithSummary("流程现状图（SVG） · Where a process stands, as a picture (SVG)");

        var process = processes.MapGroup("/{id}");
        process.Map<AnswerWait>("/answers", "办理等待环节 · Answer a wait of the office");
        process.Map<CompleteTask>("/tasks/{taskId}/complete", "完成外部任务 · Complete a task of RunTask").WithMetadata(new FieldInAddress("taskId"));
        process.Map<TellEvent>("/events/{name}", "告知事件 · Tell this process of an event").WithMetadata(new FieldInAddress("name"));
        process.Map<CancelProcess>("/cancellation", "取消流程 · Cancel a process");

        routes.MapCommand<PublishEvent>(HttpMethods.Post, "/events/{name}", "发布事件 · Publish an event", PublishAsync)
            .WithMetadata(new FieldInAddress("name")).WithTags("Processes 独立流程");
        routes.MapGet("/definitions/{id}/triggers", ViewTriggersAsync).WithName("ViewTriggers")
            .WithSummary("查看启动触发器 · What starts processes of a definition").WithTags("Processes 独立流程");
    }

    private static RouteHandlerBuilder Map<TCommand>(this IEndpointRouteBuilder process, string pattern, string summary)
        where TCommand : FreeProcessCommand =>
        process.MapCommand<TCommand>(HttpMethods.Post, pattern, summary, (http, user, command) =>
            GrainOf(http, http.IdOf<ProcessId>("id")).ExecuteAsync(user.Caller, command));

    // The id follows from account and key: a retry names the same process.
    private static async Task<Created> StartAsync(HttpContext http, SignedIn user, Body<StartProcess> body)
    {
        var id = ProcessId.From("start", user.Caller.Account.Value, body.Command.Key.Value);
        return new Created(
            await GrainOf(http, id).ExecuteAsync(user.Caller, body.Command), id.Value, $"{Gateway.ApiPath}/processes/{id}");
    }

    private static async Task<Viewed<FreeProcessView>> ViewAsync(ProcessId id, SignedIn user, IGrainFactory grains)
    {
        var view = await grains.GetGrain<IProcessGrain>(id.Value).ViewAsync(user.Caller);
        return new Viewed<FreeProcessView>(view, view?.Version ?? 0, FreeProcessRefusals.NotFound.With([id]));
    }

    private static Task<Pictured> DrawAsync(ProcessId id, SignedIn user, IGrainFactory grains) =>
        ProcessPictures.OfAsync(grains.GetGrain<IProcessGrain>(id.Value), user, id.Value);

    private static Task<Receipt> PublishAsync(HttpContext http, SignedIn user, PublishEvent command) =>
        http.RequestServices.GetRequiredService<IGrainFactory>()
            .GetGrain<ISubscriptionGrain>(EventAddress.Of(command.Name, command.CorrelationId).Key).ExecuteAsync(user.Caller, command);

    private static async Task<Viewed<TriggerView>> ViewTriggersAsync(string id, SignedIn user, IGrainFactory grains)
    {
        var view = await grains.GetGrain<ITriggerGrain>(DefinitionEndpoints.Named(id)).ViewAsync(user.Caller);
        return new Viewed<TriggerView>(view, view?.Version ?? 0, FreeProcessRefusals.NotAllowed.With([RoleLabels.Of(user.Caller)]));
    }

    private static IProcessGrain GrainOf(HttpContext http, ProcessId id) =>
        http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<IProcessGrain>(id.Value);
}
