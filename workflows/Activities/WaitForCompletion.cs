using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>办结.</summary>
internal sealed class WaitForCompletion() : OfficeWait(new(
    WaitKinds.Completion, "等待办结", "Wait for completion", "等待责任单位报送办结。",
    "Waits until the responsible agency submits completion.", "")
{
    Outcomes = ["Submitted"],
}, "completion");
