using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>同意延期.</summary>
internal sealed class GrantExtension() : OfficeRequest(new(
    "Supervision.GrantExtension", "同意延期", "Grant extension", "将办结期限改为批准的日期。", "Moves the day on which the task is due.", "")
{
    Inputs =
    [
        new("dueOn", "新的期限", "Due on", IsRequired: true) { Description = new("批准的办结期限（年-月-日）。", "The day that was approved (yyyy-MM-dd).") },
    ],
}, RequestNames.GrantExtension);
