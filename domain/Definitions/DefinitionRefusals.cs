using Supervision.Language;

namespace Supervision.Definitions;

/// <summary>What a rule of definitions says no with.</summary>
public static class DefinitionRefusals
{
    public static readonly Refusal NotFound = new("definition.not-found",
        "没有已发布的流程定义“{0}”；请核对名称。", "There is no published definition \"{0}\"; check its id.");

    public static readonly Refusal NotAllowed = new("definition.not-allowed",
        "只有流程设计员可以发布流程定义；请转有此职责的人员。", "Only a workflow designer publishes definitions; ask one.");

    public static readonly Refusal Unreadable = new("definition.unreadable",
        "流程定义不是可读的 Elsa 3 JSON：{0}；请改正后再发布。", "The definition is not readable Elsa 3 JSON: {0}; mend it and publish again.");

    public static readonly Refusal OtherId = new("definition.other-id",
        "内容中的 definitionId 是“{0}”，与地址中的“{1}”不符；请统一。",
        "The content's definitionId is \"{0}\", the address says \"{1}\"; make them agree.");

    public static readonly Refusal Faulty = new("definition.faulty",
        "流程定义不能发布：{0}", "The definition cannot be published: {0}");
}
