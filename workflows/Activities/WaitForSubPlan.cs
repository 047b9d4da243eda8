using System.Text.Json.Nodes;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>子方案审定.</summary>
internal sealed class WaitForSubPlan() : OfficeWait(new(
    WaitKinds.SubPlan, "等待子方案审定", "Wait for sub-plan", "等待下级单位的子方案审定或退回。",
    "Waits until an agency's sub-plan is accepted or refused.", "")
{
    Inputs = [new("agency", "单位", "Agency", IsRequired: true) { Description = new("制定子方案的单位代码。", "The code of the agency that makes it.") }],
    Outcomes = ["Accepted", "Refused"],
}, "sub-plan")
{
    /// <summary>The sub-plan may have been settled before anybody waited for it: its actor is asked, and nothing tells it twice.</summary>
    protected override void Begun(ActivityRun run, Bookmark bookmark) =>
        run.Request(RequestNames.SubPlanAwaited, new JsonObject { ["agency"] = bookmark.Term("agency") }, bookmark);
}
