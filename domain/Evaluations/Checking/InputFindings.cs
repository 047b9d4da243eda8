using Supervision.Definitions;

namespace Supervision.Evaluations;

/// <summary>All that keeps measurements and sheets from being evaluated. Every one is an error; nothing is half taken.</summary>
public static class InputFindings
{
    public static readonly FindingKind Malformed = Error("input.malformed",
        "考核数据包无法读取：{0}；请对照格式说明改正。", "The bundle cannot be read: {0}; compare it with the description of the format.");

    public static readonly FindingKind AgencyUnknown = Error("input.agency-unknown",
        "单位“{0}”不在考核办法的任何分组中；请核对代码。", "The agency \"{0}\" is in no group of the scheme; check its code.");

    public static readonly FindingKind MeasureUnknown = Error("input.measure-unknown",
        "考核办法中没有数据“{0}”；请核对代码。", "The scheme has no measure \"{0}\"; check its code.");

    public static readonly FindingKind MeasurementTwice = Error("input.measurement-twice",
        "单位“{0}”的数据“{1}”有两条；请只留一条。", "There are two measurements \"{1}\" of \"{0}\"; leave one.");

    public static readonly FindingKind FormUnfit = Error("input.form-unfit",
        "数据“{0}”应为“{1}”类，收到的是“{2}”；请改正。", "The measure \"{0}\" has the form \"{1}\" and cannot be \"{2}\"; correct it.");

    public static readonly FindingKind UnitDiffers = Error("input.unit-differs",
        "单位应为“{0}”，收到“{1}”；请换算后重报。", "The unit is \"{0}\", not \"{1}\"; convert it and send it again.");

    public static readonly FindingKind ClassUnknown = Error("input.class-unknown",
        "类别“{0}”不在指标“{1}”的分档中；请核对。", "The class \"{0}\" is none of the indicator \"{1}\"; check it.");

    public static readonly FindingKind WholeZero = Error("input.whole-zero",
        "分母为 0，无法计算比率；没有应办事项时请报“不适用”。", "The rate is of nothing; where nothing was due, say that it does not apply.");

    public static readonly FindingKind RateUnfit = Error("input.rate-unfit",
        "{0} 与 {1} 不能构成比率（0 ≤ 分子 ≤ 分母）；请核对。", "{0} of {1} is no rate (0 ≤ part ≤ whole); check both.");

    public static readonly FindingKind EventsUnfit = Error("input.events-unfit",
        "次数 {0} 应为不小于 0 的整数；请核对。", "There cannot be {0} events; a whole number from 0 on is needed.");

    public static readonly FindingKind ReferenceMissing = Error("input.reference-missing",
        "数据没有出处；请注明事件、导入行或佐证。", "It does not say where it came from; name the event, the imported row or the evidence.");

    public static readonly FindingKind ReferenceMalformed = Error("input.reference-malformed",
        "出处“{0}”格式不对；应为 event:、import:、evidence: 或 sheet: 开头。",
        "The reference \"{0}\" is malformed; it begins with event:, import:, evidence: or sheet:.");

    public static readonly FindingKind ReasonMissing = Error("input.reason-missing",
        "未说明缺失或不适用的原因；请填写。", "It does not say why it is missing or does not apply; say so.");

    public static readonly FindingKind NotApplicableRefused = Error("input.not-applicable-refused",
        "指标“{0}”对所有单位适用，不接受“不适用”；请补报数据。", "The indicator \"{0}\" always applies; bring the value.");

    public static readonly FindingKind TargetNotPositive = Error("input.target-not-positive",
        "指标“{0}”的目标值 {1} 应大于 0；请核对。", "The target {1} of the indicator \"{0}\" must be above 0; check it.");

    public static readonly FindingKind FloorIsTarget = Error("input.floor-is-target",
        "指标“{0}”的起点与目标都是 {1}，无法计算；请核对。", "Floor and target of the indicator \"{0}\" are both {1}; check them.");

    public static readonly FindingKind PanelTwice = Error("input.panel-twice",
        "评审组“{0}”重复；请只留一个。", "The panel \"{0}\" is there twice; leave one.");

    public static readonly FindingKind PanelUnknown = Error("input.panel-unknown",
        "没有评审组“{0}”；请核对代码。", "There is no panel \"{0}\"; check its code.");

    public static readonly FindingKind JudgeTwice = Error("input.judge-twice",
        "评委“{0}”在评审组中重复；请只留一个。", "The judge \"{0}\" is in the panel twice; leave one.");

    public static readonly FindingKind JudgeUnknown = Error("input.judge-unknown",
        "“{0}”不是评审组“{1}”的评委；请核对。", "\"{0}\" is no judge of the panel \"{1}\"; check the name.");

    public static readonly FindingKind SheetTwice = Error("input.sheet-twice",
        "评委“{0}”有两份评分表；请只留一份。", "There are two sheets of the judge \"{0}\"; leave one.");

    public static readonly FindingKind MarkTwice = Error("input.mark-twice",
        "对单位“{0}”的指标“{1}”打分两次；请只留一次。", "The indicator \"{1}\" of \"{0}\" is marked twice; leave one mark.");

    public static readonly FindingKind MarkUnfit = Error("input.mark-unfit",
        "指标“{0}”不由评审组“{1}”为单位“{2}”打分；请删除。", "The panel \"{1}\" does not score the indicator \"{0}\" of \"{2}\"; remove the mark.");

    public static readonly FindingKind MarkOutOfScale = Error("input.mark-out-of-scale",
        "分数 {0} 不在 0 至 {1} 之间；请改正。", "The mark {0} does not lie in 0 to {1}; correct it.");

    public static readonly FindingKind MarkOwnAgency = Error("input.mark-own-agency",
        "评委“{0}”不得给本单位“{1}”打分；请删除。", "The judge \"{0}\" may not score the own agency \"{1}\"; remove the mark.");

    public static readonly FindingKind MarkRecused = Error("input.mark-recused",
        "评委“{0}”已对单位“{1}”回避，不得打分；请删除。", "The judge \"{0}\" stands back from \"{1}\" and may not score it; remove the mark.");

    /// <summary>Every kind, for the page that lists them and the test that holds it.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        Malformed, AgencyUnknown, MeasureUnknown, MeasurementTwice, FormUnfit, UnitDiffers, ClassUnknown, WholeZero, RateUnfit,
        EventsUnfit, ReferenceMissing, ReferenceMalformed, ReasonMissing, NotApplicableRefused, TargetNotPositive, FloorIsTarget,
        PanelTwice, PanelUnknown, JudgeTwice, JudgeUnknown, SheetTwice, MarkTwice, MarkUnfit, MarkOutOfScale, MarkOwnAgency, MarkRecused,
    ];

    private static FindingKind Error(string code, string chinese, string english) => new(code, Severity.Error, chinese, english);
}
