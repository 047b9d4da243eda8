using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>不同意提请.</summary>
internal sealed class RefuseChange() : OfficeRequest(new(
    "Supervision.RefuseChange", "不同意提请", "Refuse change", "事项保持不变。", "The task stays as it is.", ""),
    RequestNames.RefuseChange);
