using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>审定方案.</summary>
internal sealed class AcceptPlan() : OfficeRequest(new(
    "Supervision.AcceptPlan", "审定方案", "Accept plan", "方案或子方案整体生效，采纳的条目成为督办事项。",
    "The plan or sub-plan is in force as a whole; its items become tasks.", ""),
    RequestNames.AcceptPlan);
