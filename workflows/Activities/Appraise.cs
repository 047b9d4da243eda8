using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>办结评价.</summary>
internal sealed class Appraise() : OfficeWait(new(
    WaitKinds.Appraisal, "办结评价", "Appraise", "对办理质量作出评价。", "Somebody appraises how the task was done.", "")
{
    Inputs = [WaitTerms.RoleInput with { IsRequired = false, Default = nameof(Language.Role.OfficeClerk) }, .. WaitTerms.RecusalInputs],
    Outcomes = ["Appraised"],
}, "appraisal");
