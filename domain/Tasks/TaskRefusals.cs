using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>What a rule of tasks says no with; a row of docs/errors.md each.</summary>
public static class TaskRefusals
{
    public static readonly Refusal NotFound = new("task.not-found",
        "没有这个督办事项，或您无权查看；请核对编号。",
        "There is no such task, or you may not see it; check its number.");

    public static readonly Refusal NotAllowed = new("task.not-allowed",
        "您的岗位（{0}）不能对本事项执行“{1}”；请转有此职责的人员办理。",
        "Your posts ({0}) do not allow \"{1}\" on this task; pass it to somebody who has that duty.");

    public static readonly Refusal NotWaiting = new("task.not-waiting",
        "本事项现处于“{0}”，流程此刻不接受“{1}”；现在等待的是：{2}。",
        "This task is at \"{0}\" and its process does not accept \"{1}\" now; it waits for: {2}.");

    public static readonly Refusal OtherRole = new("task.other-role",
        "流程定义规定“{0}”由“{1}”办理；请转该岗位人员。",
        "The process asks for \"{1}\" at \"{0}\"; pass it to somebody of that post.");

    public static readonly Refusal AlreadyRegistered = new("task.already-registered",
        "编号 {0} 已立项；请换一个编号，或查看已有事项。",
        "Number {0} is registered already; take another number, or look at the task there is.");

    public static readonly Refusal NoAuthority = new("task.no-authority",
        "立项必须有依据：决定或批示、作出者、文号、日期、范围；请补充“{0}”。",
        "A task needs its authority: decision or instruction, by whom, reference, date and scope; fill in \"{0}\".");

    public static readonly Refusal ProcessUnknown = new("task.process-unknown",
        "“{0}”不能作为事项的主流程；可选：{1}。", "\"{0}\" is no process that a task can run; choose one of {1}.");

    public static readonly Refusal TextMissing = new("task.text-missing",
        "“{0}”不能为空；请填写后再提交。", "\"{0}\" is empty; fill it in and send again.");

    public static readonly Refusal TextUnfit = new("task.text-unfit",
        "“{0}”含有不可见的控制字符；请清除后再提交。", "\"{0}\" holds control characters; remove them and send again.");

    public static readonly Refusal AuthorityAhead = new("task.authority-ahead",
        "依据的日期 {0} 晚于今天 {1}；请核对日期。", "The authority is dated {0}, after today, {1}; check the date.");

    public static readonly Refusal OriginByHand = new("task.origin-by-hand",
        "方案条目的出处和审定由系统在方案审定时记录；手工立项请去掉“origin”和“approved”，或通过方案下达。",
        "Where in a plan a task comes from, and that it was approved with it, is recorded when the plan is accepted; leave \"origin\" and \"approved\" out, or put it into a plan.");

    public static readonly Refusal TextTooLong = new("task.text-too-long",
        "“{0}”最多 {1} 字；请精简后再提交。", "\"{0}\" holds at most {1} characters; shorten it and send again.");

    public static readonly Refusal AgencyUnknown = new("task.agency-unknown",
        "组织机构中没有“{0}”；请从机构列表中选择代码。", "There is no agency \"{0}\"; choose a code from the list of agencies.");

    public static readonly Refusal AssignmentMissing = new("task.assignment-missing",
        "尚未确定牵头单位和期限；请在交办时填写。", "Lead agency and due date are not settled; give them with the assignment.");

    public static readonly Refusal AgencyNoObject = new("task.agency-no-object",
        "“{0}”不是督查对象，不能承担事项；请选择部门、县区或功能区。",
        "\"{0}\" is no object of supervision and cannot take a task; choose a department, county or zone.");

    public static readonly Refusal AgencyTwice = new("task.agency-twice",
        "单位“{0}”在同一事项中只能担任一种角色；请只保留一处。", "Agency \"{0}\" can have only one part in a task; keep it once.");

    public static readonly Refusal AgenciesTooMany = new("task.agencies-too-many",
        "一个事项最多 {0} 个单位；请拆分事项。", "A task has at most {0} agencies; split it.");

    public static readonly Refusal SkipsLevel = new("task.skips-level",
        "“{0}”由“{1}”管理，越级交办须说明理由；请填写理由或改交其上级。",
        "\"{0}\" belongs to \"{1}\"; to skip that level give a reason, or assign to the level above.");

    public static readonly Refusal DueOnPast = new("task.due-on-past",
        "期限 {0} 早于今天 {1}；请填写今天或以后的日期。", "The due date {0} lies before today, {1}; give today or a later day.");

    public static readonly Refusal DueOnTooFar = new("task.due-on-too-far",
        "期限 {0} 超过 {1} 年；请核对年份。", "The due date {0} is more than {1} years away; check the year.");

    public static readonly Refusal CadenceNeedsReason = new("task.cadence-needs-reason",
        "每周反馈会加重基层负担，须说明理由；请填写理由或改为每月。",
        "Weekly reports burden the agencies and need a reason; give it, or choose monthly.");

    public static readonly Refusal PercentOutOfRange = new("task.percent-out-of-range",
        "进度应在 0 到 100 之间，现为 {0}；请更正。", "Progress lies between 0 and 100 and is {0}; correct it.");

    public static readonly Refusal EvidenceMissing = new("task.evidence-missing",
        "办结须附佐证材料；请至少引用一份。", "Completion needs evidence; refer to at least one piece.");

    public static readonly Refusal EvidenceTooMany = new("task.evidence-too-many",
        "一次最多引用 {0} 份材料；请合并。", "At most {0} pieces of evidence at once; merge some.");

    public static readonly Refusal OwnWork = new("task.own-work",
        "承办单位不能审核或核查自己的事项；请由督查室其他人员办理。",
        "An agency on the task may not review or verify it; somebody else has to.");

    public static readonly Refusal ApprovalNotYours = new("task.approval-not-yours",
        "现在没有等待您审批的环节；等待的是：{0}。", "No approval waits for you now; waited for: {0}.");

    public static readonly Refusal Recused = new("task.recused",
        "您参与过此前的决定，或与本案有关，须回避“{0}”；请由其他人员办理。",
        "You took part in the decision before, or are party to the case, and must stand back from \"{0}\"; somebody else has to.");

    public static readonly Refusal AnsweredAlready = new("task.answered-already",
        "您已对“{0}”表态，不能再次表态；请等待其他人员。",
        "You have answered \"{0}\" and cannot answer again; wait for the others.");

    public static readonly Refusal ExtensionNotLater = new("task.extension-not-later",
        "申请的期限 {0} 不晚于现期限 {1}；请填写更晚的日期。",
        "The date asked for, {0}, is not after the present due date, {1}; give a later one.");

    public static readonly Refusal ExtensionPending = new("task.extension-pending",
        "已有延期申请在审批（至 {0}）；请等待审批结果。",
        "An extension to {0} waits for approval already; wait for its outcome.");

    public static readonly Refusal NotUnderWay = new("task.not-under-way",
        "本事项现处于“{0}”，不能执行“{1}”；只有已交办且未销号的事项可以。",
        "This task is at \"{0}\", where \"{1}\" cannot be done; only a task assigned and not struck off allows it.");

    public static readonly Refusal ClockStopped = new("task.clock-stopped",
        "本事项自 {0} 起已停表；恢复计时由督查室负责人办理。", "The clock of this task has stood since {0}; the office's director resumes it.");

    public static readonly Refusal ClockRuns = new("task.clock-runs",
        "本事项没有停表，无需恢复计时。", "The clock of this task is running; there is nothing to resume.");

    public static readonly Refusal Closed = new("task.closed",
        "本事项已处于“{0}”，不能再“{1}”。", "This task is at \"{0}\"; \"{1}\" is no longer possible.");

    public static readonly Refusal SubPlansMissing = new("task.sub-plans-missing",
        "没有填写由哪些单位制定子方案；请至少填写一个，最多 {0} 个。", "No agency is named to make a sub-plan; name one at least, and at most {0}.");

    public static readonly Refusal SubPlanOrdered = new("task.sub-plan-ordered",
        "“{0}”已有子方案 {1}；请在该子方案上办理。", "\"{0}\" has the sub-plan {1} already; work on that.");

    public static readonly Refusal SubPlanNotYours = new("task.sub-plan-not-yours",
        "您只能请本单位、下属单位或本事项的单位制定子方案，“{0}”不是；请报督查室下达。",
        "You may ask your own agency, those below it and those on the task for sub-plans, and \"{0}\" is none of them; ask the office.");

    public static readonly Refusal FileByUnfit = new("task.file-by-unfit",
        "“{0}”的报送期限 {1} 应在 {2} 到 {3} 之间；请更正。",
        "\"{0}\" is to file by {1}; choose a day from {2} to {3}.");

    public static readonly Refusal CascadeTooDeep = new("task.cascade-too-deep",
        "任务分解最多 {0} 层，或编号“{1}”已过长；请由本单位直接承办，不再分解。",
        "A task is broken down at most {0} times, or the id \"{1}\" has become too long; do the work without breaking it down further.");

    public static readonly Refusal SubPlanUnknown = new("task.sub-plan-unknown",
        "本事项没有下达过子方案“{0}”；请核对编号。", "This task has ordered no sub-plan \"{0}\"; check its id.");

    public static readonly Refusal ShareTwice = new("task.share-twice",
        "单位“{0}”的份额填写了两次；请合并。", "Agency \"{0}\" has two shares; make them one.");

    public static readonly Refusal ShareNotOnTask = new("task.share-not-on-task",
        "“{0}”不在本事项中，也没有子方案任务，不能分得份额；请先下达子方案任务。",
        "\"{0}\" is neither on the task nor asked for a sub-plan and cannot take a share; order its sub-plan first.");

    public static readonly Refusal ShareOutOfRange = new("task.share-out-of-range",
        "“{0}”的份额 {1} 应在 0 到 {2} 之间；请更正。", "The share of \"{0}\", {1}, must lie between 0 and {2}; correct it.");

    public static readonly Refusal LeadAlready = new("task.lead-already",
        "“{0}”已是本事项的牵头单位；请选择其他单位。", "\"{0}\" leads this task already; choose another agency.");

    public static readonly Refusal ChangePending = new("task.change-pending",
        "“{0}”已在审批；请等待审批结果。", "A {0} waits for consent already; wait for its outcome.");

    public static readonly Refusal NotStruckOff = new("task.not-struck-off",
        "本事项现处于“{0}”；只有已销号或已归档的事项可以重新办理。",
        "This task is at \"{0}\"; only one that is struck off or archived can be reopened.");

    public static readonly Refusal HandlerUnfit = new("task.handler-unfit",
        "“{0}”不是牵头单位在用的承办人账号；请选择本单位的承办人。", "\"{0}\" is no open account of a handler of the lead agency; choose one of yours.");

    public static readonly Refusal NotDelegated = new("task.not-delegated",
        "本事项没有交给承办人，无需收回。", "This task is not delegated to anybody; there is nothing to take back.");

    public static readonly Refusal LeftToAnother = new("task.left-to-another",
        "本事项已交承办人“{0}”；请由其办理，或请联络员收回。", "This task is delegated to \"{0}\"; leave it to that one, or ask the liaison to take it back.");

    public static readonly Refusal MergerWithItself = new("task.merger-with-itself",
        "事项不能并入自身；请填写另一事项的编号。", "A task cannot go into itself; name another one.");

    public static readonly Refusal MergerUnknown = new("task.merger-unknown",
        "没有事项“{0}”，或您无权查看；请核对要并入的事项编号。", "There is no task \"{0}\", or you may not see it; check the one to merge into.");

    public static readonly Refusal OwnBreakdown = new("task.own-breakdown",
        "子方案任务由本单位自行分解，不能“{0}”；请调整子方案。", "A task of a sub-plan is the agency's own work, and \"{0}\" is not possible; revise the sub-plan.");

    public static readonly Refusal TakenInTooMany = new("task.taken-in-too-many",
        "一个事项最多并入 {0} 个事项；请改用方案统筹。", "At most {0} tasks go into one; make a plan of them.");

    public static readonly Refusal PartsUnfit = new("task.parts-unfit",
        "拆分须有 2 至 {0} 个部分；请调整。", "A split has 2 to {0} parts; change their number.");

    public static readonly Refusal PartsTooDeep = new("task.parts-too-deep",
        "本事项编号过长，不能再拆分；请另行立项。", "The id of this task is too long for parts; register new tasks instead.");

    public static readonly Refusal PartWeightUnfit = new("task.part-weight-unfit",
        "“{0}”的权重 {1} 应在 1 到 {2} 之间；请更正。", "The weight of \"{0}\", {1}, must lie between 1 and {2}; correct it.");

    public static readonly Refusal PartShareTwice = new("task.part-share-twice",
        "“{0}”中指标 {1} 的份额填写了两次；请合并。", "\"{0}\" has two shares of indicator {1}; make them one.");

    public static readonly Refusal BrokenDown = new("task.broken-down",
        "本事项已下达子方案任务，不能拆分；请由子方案分解，或先撤销。", "Sub-plans were ordered for this task, so it cannot be split; break it down in them.");

    public static readonly Refusal ProblemsBeforeSplit = new("task.problems-before-split",
        "问题清单尚有未销号的问题，不能拆分；请先整改、核验并销号。", "Problems of the task are open, so it cannot be split; have them closed first.");

    public static readonly Refusal ProblemUnknown = new("task.problem-unknown",
        "问题清单中没有第 {0} 号；请核对序号。",
        "The list has no problem {0}; check its number.");

    public static readonly Refusal ProblemStands = new("task.problem-stands",
        "第 {0} 号问题现为“{1}”，不能“{2}”；请按整改、核验、销号的顺序办理。",
        "Problem {0} is \"{1}\" and \"{2}\" is not possible now; it is rectified, verified and closed in this order.");

    public static readonly Refusal ProblemNotYours = new("task.problem-not-yours",
        "第 {0} 号问题由“{1}”整改；请由该单位报送。",
        "Problem {0} is for \"{1}\" to put right; that agency reports it.");

    public static readonly Refusal ProblemNotOnTask = new("task.problem-not-on-task",
        "“{0}”不在本事项中，不能承担整改；请选择本事项的单位。",
        "\"{0}\" is not on the task and cannot be asked to put it right; choose an agency of the task.");

    public static readonly Refusal ProblemsTooMany = new("task.problems-too-many",
        "一个事项的问题清单最多 {0} 条；请另行立项。",
        "The list of a task holds at most {0} problems; register a task of its own.");

    public static readonly Refusal ProblemsOpen = new("task.problems-open",
        "问题 {0} 尚未销号，事项不能销号；请先整改、核验并销号。",
        "Problems {0} are not closed, so the task cannot be struck off; have them rectified, verified and closed first.");

    public static readonly Refusal RectificationUnproved = new("task.rectification-unproved",
        "报送整改结果须附佐证材料；请至少引用一份。",
        "A rectification needs evidence; refer to at least one piece.");

    public static readonly Refusal Resembles = new("task.resembles",
        "与在办事项“{0}”（{1}）标题相近（{2}%），且单位相同；请先查看该事项，确需另行立项的请填写“resemblesReason”。",
        "It resembles the open task \"{0}\" ({1}) on the same agencies ({2} %); look at that one first, and to register another give \"resemblesReason\".");
}
