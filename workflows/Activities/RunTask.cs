using System.Text.Json.Nodes;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>Asks the actor for a task by name and waits for its result. The task's id is the wait's.</summary>
internal sealed class RunTask() : Activity(new(
    "Elsa.RunTask", "执行任务", "Run Task", "请求办理一项任务并等待结果。", "Asks for a task and waits for its result.", "Primitives")
{
    Inputs =
    [
        new("taskName", "任务名称", "Task Name", IsRequired: true) { Description = new("外部程序据此认领任务。", "Programs outside take the task by it.") },
        new("payload", "数据", "Payload", "Object") { Description = new("随任务交付的数据。", "What the task is given.") },
    ],
    Outputs = [new("taskId", "任务编号", "Task id", "String"), new("result", "办理结果", "Result")],
})
{
    /// <summary>The workflow input in which Elsa hands the result over.</summary>
    public const string ResultInput = "RunTaskInput";

    public override void Execute(ActivityRun run)
    {
        var name = run.Text("taskName");
        var payload = run.Evaluate("payload");
        var bookmark = run.Wait(Values.NoTerms.Add("taskName", name));
        var task = $"{run.Burst.Instance}/{bookmark.Id}";
        run.SetOutput("taskId", Values.Of(task));
        run.Request(
            RequestNames.RunTask, new JsonObject { ["name"] = name, ["payload"] = payload.ToNode(), ["taskId"] = task }, bookmark);
    }

    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer)
    {
        if (answer.Data is { } data) run.Burst.TakeInput(new JsonObject { [ResultInput] = data.DeepClone() });
        run.SetOutput("result", run.Burst.Input(ResultInput));
        run.Complete();
        return true;
    }
}
