using Supervision.Definitions;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>分解子方案: asks an agency for a sub-plan, which has a process of its own; its acceptance is another wait.</summary>
internal sealed class StartSubPlan() : OfficeRequest(new(
    "Supervision.StartSubPlan", "下达子方案任务", "Start sub-plan", "请县区或部门制定子方案。", "Asks a county or a department for a sub-plan.", "")
{
    Inputs =
    [
        new("agency", "单位", "Agency", IsRequired: true) { Description = new("制定子方案的单位代码。", "The code of the agency that is to make it.") },
        new("definition", "流程定义", "Definition", Default: DefinitionNames.SubPlanApproval)
        {
            Description = new("子方案按哪个流程办理。", "The process that the sub-plan goes through."),
        },
        new("dueOn", "期限", "Due on") { Description = new("报送期限（年-月-日）。", "The day by which it is due (yyyy-MM-dd).") },
    ],
}, RequestNames.StartSubPlan);
