namespace Supervision.Workflows.Activities;

/// <summary>Starts another workflow and, unless told to wait, goes on.</summary>
internal sealed class DispatchWorkflow() : SubProcess(new(
    "Elsa.DispatchWorkflow", "派发流程", "Dispatch Workflow", "启动另一流程，默认不等待其结束。",
    "Starts another workflow and by default does not wait for it.", "Composition"), waits: false);
