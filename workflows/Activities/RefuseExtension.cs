using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>不同意延期.</summary>
internal sealed class RefuseExtension() : OfficeRequest(new(
    "Supervision.RefuseExtension", "不同意延期", "Refuse extension", "期限不变。", "The day on which the task is due stays.", ""),
    RequestNames.RefuseExtension);
