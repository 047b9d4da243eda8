using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Processes;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Activities;

/// <summary>Starts another workflow as a process of its own, and may wait for its end.</summary>
/// <remarks>
/// A sub-process that did not finish leaves by the outcome that says so, where the definition draws an arrow there. Elsa goes
/// on as if nothing had happened; here a failure that nobody has thought of is an incident.
/// </remarks>
internal abstract class SubProcess(ActivityDescriptor descriptor, bool waits) : Activity(descriptor with
{
    Inputs =
    [
        new("workflowDefinitionId", "流程定义", "Workflow Definition", IsRequired: true)
        {
            Description = new("要启动的流程定义编号；须已发布。", "The id of the definition to start; it must be published."),
        },
        new("correlationId", "关联号", "Correlation ID") { Description = new("事件据此找到该流程；不填则没有。", "What events find the process by; none by default.") },
        new("input", "输入", "Input", "ObjectDictionary") { Editor = "multiline", Description = new("按名称给出的各项输入。", "The inputs of the workflow by name.") },
        new("waitForCompletion", "等待完成", "Wait For Completion", "Boolean", Default: waits ? "true" : "false")
        {
            Description = new("是否等该流程结束再继续。", "Whether to go on only when that process has ended."),
        },
    ],
    Outputs = [new("result", "流程输出", "Result")],
    Outcomes = [ProcessRules.Done, Faulted, Cancelled],
})
{
    public const string Faulted = "Faulted";
    public const string Cancelled = "Cancelled";

    /// <summary>The input in which a sub-process is told who started it.</summary>
    public const string ParentInput = "ParentInstanceId";

    public override void Execute(ActivityRun run)
    {
        var definition = run.Text("workflowDefinitionId");
        if (definition.Length == 0) throw new ActivityFault("Input 'workflowDefinitionId' is missing.");
        var process = run.Burst.NewGuid().ToString("N");
        var input = Input(run);
        input[ParentInput] = run.Burst.Instance;
        var arguments = new JsonObject
        {
            ["definition"] = definition,
            ["instance"] = process,
            ["correlationId"] = run.Text("correlationId") is { Length: > 0 } correlation ? correlation : null,
            ["input"] = input,
        };
        if (!run.Flag("waitForCompletion"))
        {
            run.Request(RequestNames.StartProcess, arguments);
            run.Complete();
            return;
        }

        var wait = run.Wait(Values.NoTerms.Add("definition", definition).Add("process", process));
        run.Request(RequestNames.StartProcess, arguments, wait);
    }

    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer)
    {
        if (answer.Data is not JsonObject end) return false;
        var status = (string?)end["status"];
        if (status == nameof(InstanceStatus.Finished))
        {
            run.SetOutput("result", Values.Of(end["output"]));
            run.Complete();
            return true;
        }

        var outcome = status is Cancelled or "Aborted" ? Cancelled : Faulted;
        if (!IsDrawn(run, outcome))
        {
            throw new ActivityFault(
                $"The sub-process '{bookmark.Term("definition")}' ({bookmark.Term("process")}) ended {status}: {(string?)end["why"] ?? "no reason is recorded"}.");
        }

        run.Complete(outcome);
        return true;
    }

    private static bool IsDrawn(ActivityRun run, string outcome) =>
        run.Parent?.Node.Connections.Any(arrow => arrow.Source == run.Node.Id && arrow.Port == outcome) == true;

    private static JsonObject Input(ActivityRun run)
    {
        var value = run.Evaluate("input");
        if (value.ValueKind == JsonValueKind.String) value = ValueTypes.TryParse(value.GetString()!) ?? value; // An Object expression.
        return value.IsNull() || ValueTypes.ToText(value) is "" ? []
            : value.ToNode() as JsonObject ?? throw new ActivityFault("Input 'input' is no object of inputs by name.");
    }
}
