using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>归档.</summary>
internal sealed class WaitForArchiving() : OfficeWait(new(
    WaitKinds.Archiving, "等待归档", "Wait for archiving", "等待材料归档。", "Waits until the papers are archived.", "")
{
    Outcomes = ["Archived"],
}, "archiving");
