using System.Collections.Frozen;
using System.Globalization;
using Supervision.Language;

namespace Supervision.Coverage;

/// <summary>What is said of a hole: what is missing, and the next step. {0} is the item's title, {1} the agency's name.</summary>
public static class HoleSentences
{
    private static readonly FrozenDictionary<HoleKind, Term> All = new Dictionary<HoleKind, Term>
    {
        [HoleKind.NotTaken] = new(
            "“{0}”还没有单位认领：牵头单位未签收，也没有报送子方案；请催促签收，或下达子方案任务。",
            "Nobody has taken up \"{0}\": no lead has acknowledged it and no sub-plan was filed. Expedite the acknowledgement, or order sub-plans."),
        [HoleKind.TaskMissing] = new(
            "“{0}”已随方案审定，事项尚未立项；通常片刻即到，久未出现请查看流程故障。",
            "\"{0}\" is accepted with its plan and not on the register yet. It follows within moments; if it does not, look at the incidents."),
        [HoleKind.AgencyNotNamed] = new(
            "方案全文没有提到{1}；请确定由其承担的条目，或下达子方案任务。",
            "The plan never names {1}. Decide which item it is to take, or order a sub-plan of it."),
        [HoleKind.AgencyNamedOtherwise] = new(
            "方案提到{1}只是作为品牌、道路、活动或场所（{2}），没有给它任务；请确定由其承担的条目。",
            "The plan names {1} only as a brand, road, event or site ({2}) and gives it nothing to do. Decide which item it is to take."),
        [HoleKind.NoOwner] = new("“{0}”没有牵头单位；请指定牵头单位。", "\"{0}\" has no lead. Name one."),
        [HoleKind.NoDeadline] = new("“{0}”没有完成时限；请确定截止日期。", "\"{0}\" has no due date. Set one."),
        [HoleKind.NoIndicator] = new(
            "“{0}”没有指标，无法衡量是否完成；请为其确定指标。", "\"{0}\" has no indicator: nobody can tell when it is done. Give it one."),
        [HoleKind.NoEvidenceRule] = new(
            "“{0}”没有佐证要求；请写明办结时要提交什么材料。", "\"{0}\" does not say what proves it. State what is to be handed in at completion."),
        [HoleKind.SharesNotAllotted] = new(
            "“{0}”的指标“{2}”（目标 {3}）尚未分解到各单位；请分解份额。",
            "The indicator \"{2}\" of \"{0}\" (target {3}) is not divided among the agencies. Allot the shares."),
        [HoleKind.SharesGap] = new(
            "“{0}”的指标“{2}”目标 {3}，份额合计 {4}，相差 {5}（说明：{6}）；请补足份额或调整目标。",
            "The indicator \"{2}\" of \"{0}\" has the target {3} and shares of {4}: {5} are open (reason: {6}). Allot the rest, or adjust the target."),
        [HoleKind.PromiseGap] = new(
            "{1}的子方案对“{0}”的指标“{2}”承诺 {4}，份额是 {3}；请退回补足，或调整份额。",
            "The sub-plan of {1} promises {4} of \"{2}\" of \"{0}\"; its share is {3}. Return it to be made up, or adjust the shares."),
        [HoleKind.SubPlanNotFiled] = new(
            "{1}没有在 {3} 前报送“{0}”的子方案；请催办。",
            "{1} has not filed its sub-plan of \"{0}\" by {3}. Expedite it."),
        [HoleKind.SubPlanRefused] = new(
            "{1}认为“{0}”不属其职责，退回了子方案任务；请协调，或改由其他单位承担。",
            "{1} says that \"{0}\" is not its duty and has refused the sub-plan. Mediate, or order it of another agency."),
        [HoleKind.ItemOpen] = new("“{0}”尚未审定；请决定采纳、不采纳或暂缓。", "Nobody has decided on \"{0}\". Accept, drop or postpone it."),
        [HoleKind.ItemDropped] = new("“{0}”不采纳，理由：{2}。", "\"{0}\" was dropped: {2}."),
        [HoleKind.ItemPostponed] = new("“{0}”暂缓，理由：{2}；请在下一批中考虑。", "\"{0}\" was put off: {2}. Consider it with the next batch."),
    }.ToFrozenDictionary();

    /// <summary>Stable, such as <c>coverage.sub-plan-not-filed</c>.</summary>
    public static string CodeOf(HoleKind kind) =>
        $"coverage.{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())}";

    public static Term Of(HoleKind kind, string title, Term agency, IReadOnlyList<string> words)
    {
        var (sentence, rest) = (All[kind], words.Cast<object>().ToArray());
        return new Term(
            string.Format(CultureInfo.InvariantCulture, sentence.Chinese, [title, agency.Chinese, .. rest]),
            string.Format(CultureInfo.InvariantCulture, sentence.English, [title, agency.English, .. rest]));
    }
}
