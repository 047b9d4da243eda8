using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>不同意调整.</summary>
internal sealed class RefuseRevision() : OfficeRequest(new(
    "Supervision.RefuseRevision", "不同意调整", "Refuse revision", "方案保持不变。", "The plan stays as it is.", ""),
    RequestNames.RefuseRevision);
