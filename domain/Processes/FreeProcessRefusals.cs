using Supervision.Language;

namespace Supervision.Processes;

/// <summary>What a rule of free-standing processes says no with.</summary>
public static class FreeProcessRefusals
{
    public static readonly Refusal NotFound = new("free-process.not-found",
        "没有流程“{0}”，或您无权查看；请核对编号。", "There is no process \"{0}\", or you may not see it; check its id.");

    public static readonly Refusal NotAllowed = new("free-process.not-allowed",
        "您的岗位（{0}）不能办理独立流程的这一步；请转流程设计员或该环节的岗位。",
        "Your posts ({0}) do not allow this step of a free-standing process; ask a workflow designer or the post that the step names.");

    public static readonly Refusal Exists = new("free-process.exists",
        "编号“{0}”已有流程；请换一个编号。", "There is a process \"{0}\" already; take another id.");

    public static readonly Refusal Ended = new("free-process.ended",
        "流程“{0}”已结束（{1}）；如需再办，请另行启动。", "Process \"{0}\" has ended ({1}); start another one.");

    public static readonly Refusal NotWaiting = new("free-process.not-waiting",
        "流程“{0}”现在没有等待环节“{1}”，或该环节没有出口“{2}”；请重新查看后再办理。",
        "Process \"{0}\" has no wait \"{1}\" now, or that wait has no outcome \"{2}\"; look at the process again.");

    public static readonly Refusal Barred = new("free-process.barred",
        "您在“{0}”中应当回避，或已经表过态；请由其他人员办理。",
        "You must stand back from \"{0}\", or have answered already; let somebody else answer.");

    public static readonly Refusal TaskNotFound = new("free-process.task-not-found",
        "流程“{0}”没有待完成的任务“{1}”；它可能已完成，请核对编号。",
        "Process \"{0}\" has no open task \"{1}\"; it may be done already, check its id.");

    public static readonly Refusal InputUnfit = new("free-process.input-unfit",
        "流程输入应为 JSON 对象；请按名称给出各项输入。", "The input of a process is a JSON object; give each input by its name.");
}
