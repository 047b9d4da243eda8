using Supervision.Language;

namespace Supervision.Indicators;

/// <summary>What is wrong with an indicator, its shares or a value of it; a row of docs/errors.md each.</summary>
public static class IndicatorRefusals
{
    public static readonly Refusal TooMany = new("indicator.too-many",
        "一个事项最多 {0} 个指标；请拆分事项或合并指标。", "A task has at most {0} indicators; split the task or merge some.");

    public static readonly Refusal Twice = new("indicator.twice",
        "指标编号“{0}”重复；请为每个指标取不同编号。", "The indicator id \"{0}\" is used twice; give each its own.");

    public static readonly Refusal FieldMissing = new("indicator.field-missing",
        "指标“{0}”缺少“{1}”；请填写。", "Indicator \"{0}\" lacks \"{1}\"; fill it in.");

    public static readonly Refusal FieldUnfit = new("indicator.field-unfit",
        "指标“{0}”的“{1}”不合要求：{2}；请更正。", "\"{1}\" of indicator \"{0}\" does not fit: {2}; correct it.");

    public static readonly Refusal Unknown = new("indicator.unknown",
        "本事项没有指标“{0}”；请从事项的指标中选择：{1}。", "This task has no indicator \"{0}\"; choose one of {1}.");

    public static readonly Refusal ValueOfFuture = new("indicator.value-of-future",
        "指标值的日期 {0} 晚于今天 {1}；只能填报已经发生的数据。", "The value is of {0}, after today, {1}; only what has been measured can be recorded.");

    public static readonly Refusal ValueUnfit = new("indicator.value-unfit",
        "“{0}”不能作为指标“{1}”的值：{2}；请更正。", "\"{0}\" is no value of indicator \"{1}\": {2}; correct it.");

    public static readonly Refusal EvidenceMissing = new("indicator.evidence-missing",
        "指标值须附佐证材料；请至少引用一份。", "A value needs evidence; refer to at least one piece.");

    public static readonly Refusal NotDivisible = new("indicator.not-divisible",
        "指标“{0}”不按份额汇总，不能分解；请让各单位分别达到，或改为求和指标。",
        "Indicator \"{0}\" is no sum of shares and cannot be divided; let each agency reach it, or make it a sum.");

    public static readonly Refusal GapUnexplained = new("indicator.gap-unexplained",
        "份额合计与目标相差 {0}；请补足份额，或说明差额的理由。", "The shares miss the target by {0}; complete them, or give a reason for the gap.");
}
