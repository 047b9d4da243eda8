using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>签收.</summary>
internal sealed class WaitForAcknowledgement() : OfficeWait(new(
    WaitKinds.Acknowledgement, "等待签收", "Wait for acknowledgement", "等待责任单位签收或退签。",
    "Waits until the responsible agency acknowledges or refuses.", "")
{
    Outcomes = ["Acknowledged", "Refused"],
}, "acknowledgement");
