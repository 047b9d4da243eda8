using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>调整方案.</summary>
internal sealed class RevisePlan() : OfficeRequest(new(
    "Supervision.RevisePlan", "调整方案", "Revise plan", "所提调整生效，成为方案的新版本。", "The revision that was proposed is in force.", ""),
    RequestNames.RevisePlan);
