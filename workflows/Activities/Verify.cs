using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>核查.</summary>
internal sealed class Verify() : OfficeWait(new(
    WaitKinds.Verification, "核查验收", "Verify", "核查办结情况，通过或退回。", "The office checks what was submitted as done.", "")
{
    Inputs = [WaitTerms.RoleInput with { IsRequired = false, Default = nameof(Language.Role.OfficeClerk) }, .. WaitTerms.RecusalInputs],
    Outcomes = ["Verified", "Returned"],
}, "verification");
