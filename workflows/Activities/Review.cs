using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>审核.</summary>
internal sealed class Review() : OfficeWait(new(
    WaitKinds.Review, "审核", "Review", "审阅后通过或退回。", "Somebody reads, and passes or returns.", "")
{
    Inputs = [WaitTerms.PurposeInput, WaitTerms.RoleInput, .. WaitTerms.RecusalInputs],
    Outcomes = ["Passed", Returned],
}, "review")
{
    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer)
    {
        if (!base.Answer(run, bookmark, answer)) return false;

        if (answer.Outcome == Returned && bookmark.Term(WaitTerms.Purpose) == OfReport) WaitForReport.Forget(run.Burst);
        return true;
    }

    private const string Returned = "Returned";

    private const string OfReport = "report";
}
