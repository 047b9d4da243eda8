using Supervision.Language;

namespace Supervision.Triggers;

/// <summary>What a rule of start triggers says no with.</summary>
public static class TriggerRefusals
{
    public static readonly Refusal NotFollower = new("trigger.not-follower",
        "启动触发器由系统按已发布的流程定义登记，不能手工登记；请发布流程定义。",
        "Start triggers are set by the system from published definitions, not by hand; publish the definition.");
}
