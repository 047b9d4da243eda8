using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>销号.</summary>
internal sealed class WaitForCloseOut() : OfficeWait(new(
    WaitKinds.CloseOut, "等待销号", "Wait for close-out", "等待批准销号。", "Waits until the task is struck off the register.", "")
{
    Inputs = [WaitTerms.RoleInput with { IsRequired = false, Default = nameof(Language.Role.OfficeDirector) }],
    Outcomes = ["ClosedOut"],
}, "close-out");
