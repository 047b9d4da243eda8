using Supervision.Language;

namespace Supervision.Subscriptions;

/// <summary>What a rule of events says no with.</summary>
public static class SubscriptionRefusals
{
    public static readonly Refusal NotAllowed = new("event.not-allowed",
        "您的岗位（{0}）不能发布或查看事件；请转流程设计员。", "Your posts ({0}) do not allow work with events; ask a workflow designer.");

    public static readonly Refusal Unfit = new("event.unfit",
        "事件名称须为 1 至 {0} 字，关联号至多 {0} 字，均不得含控制字符；请更正。",
        "The name of an event has 1 to {0} characters, a correlation id at most {0}, none of them control characters; correct them.");
}
