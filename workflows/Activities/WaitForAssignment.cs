using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>交办.</summary>
internal sealed class WaitForAssignment() : OfficeWait(new(
    WaitKinds.Assignment, "等待交办", "Wait for assignment", "等待督查室交办或改派承办单位。",
    "Waits until the office assigns the task to an agency.", "")
{
    Outcomes = ["Assigned"],
}, "assignment");
