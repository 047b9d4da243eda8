namespace Supervision.Workflows.Activities;

/// <summary>Starts another workflow and, unless told not to, waits for its end; its output is the result.</summary>
internal sealed class ExecuteWorkflow() : SubProcess(new(
    "Elsa.ExecuteWorkflow", "执行流程", "Execute Workflow", "启动另一流程并等待其结果。",
    "Starts another workflow and waits for its result.", "Composition"), waits: true);
