namespace Supervision.Language;

/// <summary>Refusals that belong to no single noun.</summary>
public static class CommonRefusals
{
    public static readonly Refusal KeyReused = new("command.key-reused",
        "这个 Idempotency-Key 已用于另一个内容不同的请求；请为新的意图使用新的键。",
        "This Idempotency-Key was used for a request with another content; use a new key for a new intention.");

    public static readonly Refusal DueNotClock = new("due.not-clock",
        "到期只能由系统时钟触发；请使用“催办”。",
        "Only the clock fires a due time; to urge an agency on, expedite the task.");

    public static readonly Refusal DeliveryNotFollower = new("delivery.not-follower",
        "事件和子流程的结果由系统送达，不能手工送达；请改用“告知事件”。",
        "Events and the results of sub-processes are delivered by the system, not by hand; tell the process of an event instead.");

    public static readonly Refusal DeliveryStands = new("delivery.process-stands",
        "流程因故障停办，等待环节“{0}”暂不能接收结果；请先处置故障，再重新送达。",
        "The process stands with an incident and its wait \"{0}\" cannot be answered now; mend it, then deliver again.");

    public static readonly Refusal ProcessFaulted = new("process.faulted",
        "流程“{0}”执行出错，未作任何更改：{1}；请联系流程设计员。",
        "The process \"{0}\" failed and nothing was changed: {1}; ask the workflow designer.");

    public static readonly Refusal DefinitionMissing = new("process.definition-missing",
        "没有已发布的流程定义“{0}”，无法启动流程；请联系流程设计员。",
        "No definition \"{0}\" is published, so the process cannot start; ask the workflow designer.");
}

/// <summary>What the ledger as a whole says no with.</summary>
public static class LedgerRefusals
{
    public static readonly Refusal NotAllowed = new("ledger.not-allowed",
        "您的岗位（{0}）不能执行此操作；请转审计管理员或督查室负责人。",
        "Your posts ({0}) do not allow this; ask the auditor or the office's director.");
}
