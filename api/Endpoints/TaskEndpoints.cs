using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Endpoints;

/// <summary>Supervised tasks over HTTP. A new command is one line here.</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this IEndpointRouteBuilder routes)
    {
        var tasks = routes.MapGroup("/tasks").WithTags("Tasks 督办事项");
        tasks.MapPost("/", RegisterAsync).WithName(nameof(Register)).WithSummary("立项 · Put a task on the register");
        tasks.MapGet("/{id}", ViewAsync).WithName("ViewTask").WithSummary("查看督办事项 · View a task");

        tasks.MapGet("/{id}/history", HistoryAsync).WithName("ViewTaskHistory").WithSummary("事项的经过 · Who did what, and when");
        tasks.MapGet("/{id}/processes/{instance}/picture", DrawAsync).WithName("DrawTaskProcess")
            .WithSummary("流程现状图（SVG） · Where a process of a task stands, as a picture (SVG)");

        var task = tasks.MapGroup("/{id}");
        task.Map<Decide>("/decisions", "审批 · Answer an approval");
        task.Map<Assign>("/assignment", "交办 · Assign");
        task.Map<Acknowledge>("/acknowledgement", "签收 · Acknowledge receipt");
        task.Map<RefuseAsNotOurs>("/refusal", "退回改派 · Refuse as not ours");
        task.Map<ReportProgress>("/reports", "反馈 · Report progress");
        task.Map<ReviewReport>("/report-review", "审核反馈 · Review the report");
        task.Map<SubmitCompletion>("/completion", "办结 · Submit completion");
        task.Map<Verify>("/verification", "核查 · Verify completion");
        task.Map<Appraise>("/appraisal", "办结评价 · Appraise");
        task.Map<CloseOut>("/close-out", "销号 · Close out");
        task.Map<Archive>("/archiving", "归档 · Archive");
        task.Map<Expedite>("/expedites", "催办 · Expedite");
        task.Map<RequestExtension>("/extension-requests", "申请延期 · Request an extension");
        task.Map<StopClock>("/clock-stop", "停表 · Stop the clock");
        task.Map<ResumeClock>("/clock-resumption", "恢复计时 · Resume the clock");
        task.Map<Withdraw>("/withdrawal", "撤销 · Withdraw");
        task.Map<RequestTransfer>("/transfer-requests", "提请转办 · Request a transfer to another lead");
        task.Map<RequestTermination>("/termination-requests", "提请终止 · Request a termination");
        task.Map<RequestReopening>("/reopening-requests", "提请重新办理 · Request a reopening");
        task.Map<CorrectAssignment>("/assignment-correction", "更正交办 · Correct a wrong assignment");
        task.Map<DelegateToHandler>("/delegation", "交承办人 · Delegate to a handler");
        task.Map<TakeBack>("/delegation-end", "收回 · Take back from the handler");
        task.MapCommand<RequestMerger>(HttpMethods.Post, "/merger-requests", "提请并案 · Request that the task goes into another one", RequestMergerAsync);
        task.Map<RequestSplit>("/split-requests", "提请拆分 · Request that the task is split");
        task.Map<RaiseProblem>("/problems", "列入问题清单 · Raise a problem");
        task.Map<ReportRectification>("/rectifications", "报整改结果 · Report the rectification of a problem");
        task.Map<VerifyRectification>("/rectification-verifications", "核验整改 · Verify a rectification");
        task.Map<CloseProblem>("/problem-closings", "问题销号 · Close a problem");
        task.Map<OrderSubPlans>("/sub-plans", "下达子方案任务 · Order sub-plans");
        task.Map<AllotShares>("/shares", "分解份额 · Allot shares of an indicator");
        task.Map<RecordValue>("/values", "报指标值 · Record a value of an indicator");
    }

    private static void Map<TCommand>(this IEndpointRouteBuilder task, string pattern, string summary)
        where TCommand : TaskCommand =>
        task.MapCommand<TCommand>(HttpMethods.Post, pattern, summary, (http, user, command) =>
            GrainOf(http, http.IdOf<TaskId>("id")).ExecuteAsync(user.Caller, command));

    // Without an id of its own a task gets one from account and key: a retry names the same task.
    private static async Task<Created> RegisterAsync(HttpContext http, SignedIn user, NewTask body, ITaskRegister register)
    {
        var id = body.Task ?? IdOf(user.Caller.Account, body.Command.Key);
        var task = GrainOf(http, id);
        var receipt = await ResemblesAsync(task, user, body.Command, register) ?? await task.ExecuteAsync(user.Caller, body.Command);
        return new Created(receipt, id.Value, $"{Gateway.ApiPath}/tasks/{id}");
    }

    // No actor knows all tasks, so that the register is asked here. A task that is there was sent before: its actor answers.
    private static async Task<Receipt.Refused?> ResemblesAsync(ITaskGrain task, SignedIn user, Register command, ITaskRegister register) =>
        command is { Proposed: { } proposed, Title: not null } && await task.ViewAsync(user.Caller) is null
            ? Resemblance.RefusedFor(command.Title, command.ResemblesReason, await register.ListOpenAsync(user.Caller, [.. proposed.Agencies]))
            : null;

    /// <param name="cursor">What <c>next</c> of the page before said.</param>
    private static async Task<Viewed<TaskHistory>> HistoryAsync(
        TaskId id, SignedIn user, IGrainFactory grains, long cursor = 0, int limit = Paging.Usual) =>
        Paging.FlawOf(cursor, limit) is { } flaw
            ? new(null, 0, flaw)
            : new(await grains.GetGrain<ITaskGrain>(id.Value).HistoryAsync(user.Caller, cursor, limit), 0, TaskRefusals.NotFound.With([]));

    // Whether there is such a task no actor but that one knows; whether it can take this one in, it says when it is asked to.
    private static async Task<Receipt> RequestMergerAsync(HttpContext http, SignedIn user, RequestMerger command) =>
        await GrainOf(http, command.Into).ViewAsync(user.Caller) is null
            ? TaskRefusals.MergerUnknown.With([command.Into])
            : await GrainOf(http, http.IdOf<TaskId>("id")).ExecuteAsync(user.Caller, command);

    private static async Task<Viewed<TaskView>> ViewAsync(TaskId id, SignedIn user, IGrainFactory grains)
    {
        var view = await grains.GetGrain<ITaskGrain>(id.Value).ViewAsync(user.Caller);
        return new Viewed<TaskView>(view, view?.Version ?? 0, TaskRefusals.NotFound.With([]));
    }

    private static Task<Pictured> DrawAsync(TaskId id, string instance, SignedIn user, IGrainFactory grains) =>
        ProcessPictures.OfAsync(grains.GetGrain<ITaskGrain>(id.Value), user, instance);

    public static TaskId IdOf(AccountId account, CommandKey key) => new(
        "t-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}\n{key}")).AsSpan(0, 10)));

    private static ITaskGrain GrainOf(HttpContext http, TaskId id) =>
        http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<ITaskGrain>(id.Value);

    /// <summary>A registration with the task's id, which may be left out.</summary>
    internal sealed record NewTask(TaskId? Task, Register Command) : IBindableFromHttpContext<NewTask>, IEndpointParameterMetadataProvider
    {
        public static async ValueTask<NewTask?> BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter)
        {
            var key = Keyed.Of(context);
            var fields = await JsonBody.ReadAsync(context, isOptional: false);
            var id = fields["task"]?.Deserialize<TaskId>(ApiJson.Options);
            fields.Remove("task");
            if (!fields.TryAdd("key", JsonValue.Create(key.Value)))
                throw new RefusedException(ApiRefusals.Malformed.With(["$.key"]));
            return new NewTask(id, JsonBody.Read<Register>(fields));
        }

        public static void PopulateMetadata(System.Reflection.ParameterInfo parameter, EndpointBuilder builder)
        {
            builder.Metadata.Add(new NeedsKey());
            builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(Register)));
        }
    }
}
