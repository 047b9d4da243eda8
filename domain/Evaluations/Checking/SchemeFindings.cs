using Supervision.Definitions;

namespace Supervision.Evaluations;

/// <summary>All that the check of a scheme can find. An error keeps it from being approved and from being computed.</summary>
public static class SchemeFindings
{
    public static readonly FindingKind Malformed = Error("scheme.malformed",
        "考核办法无法读取：{0}；请对照格式说明改正。", "The scheme cannot be read: {0}; compare it with the description of the format.");

    public static readonly FindingKind TooMuch = Error("scheme.too-much",
        "“{0}”共 {1} 个，最多 {2} 个；请减少。", "There are {1} {0}, at most {2} are possible; have fewer.");

    public static readonly FindingKind CodeTwice = Error("scheme.code-twice",
        "代码“{0}”重复；请另取代码。", "The code \"{0}\" is used twice; choose another.");

    public static readonly FindingKind CodeUnknown = Error("scheme.code-unknown",
        "没有“{0}”；请先定义或改正代码。", "There is no \"{0}\"; define it first or correct the code.");

    public static readonly FindingKind NameMissing = Error("scheme.name-missing", "缺少名称；请填写。", "There is no name; write one.");

    public static readonly FindingKind VersionUnfit = Error("scheme.version-unfit",
        "版本号 {0} 无效；请从 1 起编号。", "The version {0} is none; count from 1.");

    public static readonly FindingKind DecimalsUnfit = Error("scheme.decimals-unfit",
        "小数位数 {0} 无效；只能取 2 或 4。", "Points cannot have {0} decimals; choose 2 or 4.");

    public static readonly FindingKind SectionCircle = Error("scheme.section-circle",
        "“{0}”是自己的上级；请改正。", "The section \"{0}\" stands above itself; correct its parent.");

    public static readonly FindingKind AgencyTwice = Error("scheme.agency-twice",
        "单位“{0}”已在分组“{1}”中；每个单位只能参加一个分组。", "The agency \"{0}\" is in the group \"{1}\" already; leave it in one.");

    public static readonly FindingKind GroupEmpty = Error("scheme.group-empty",
        "分组没有单位；请加入单位或删除分组。", "The group has no agency; add some or remove it.");

    public static readonly FindingKind WeightNegative = Error("scheme.weight-negative",
        "“{0}”的权重 {1} 为负；请改正。", "The weight {1} of \"{0}\" is negative; correct it.");

    public static readonly FindingKind WeightsNot100 = Error("scheme.weights-not-100",
        "单位“{0}”的权重合计为 {1}，应为 100；请调整。", "The weights of \"{0}\" sum to {1} and must sum to 100; adjust them.");

    public static readonly FindingKind WeightOfAdjustment = Error("scheme.weight-of-adjustment",
        "“{0}”是加分、扣分或一票否决，不设权重；请删除其权重。",
        "\"{0}\" adds, deducts or vetoes and has no weight; remove it.");

    public static readonly FindingKind WeightNowhere = Warning("scheme.weight-nowhere",
        "没有任何分组给此指标权重，它不计分；请赋权或删除。", "No group gives this indicator a weight, so it scores nothing; give it one or remove it.");

    public static readonly FindingKind SourceMissing = Error("scheme.source-missing",
        "数据没有来源；请写明由谁提供。", "The measure has no source; say who keeps the numbers.");

    public static readonly FindingKind MeasureMissing = Error("scheme.measure-missing",
        "指标没有数据来源；请指定 measure。", "The indicator is computed from nothing; name its measure.");

    public static readonly FindingKind MeasureOfPanel = Error("scheme.measure-of-panel",
        "评委打分的指标不取数据；请删除 measure。", "Judges score this indicator; remove its measure.");

    public static readonly FindingKind MeasureTwice = Error("scheme.measure-twice",
        "对单位“{1}”，数据“{0}”已由指标“{2}”计分；同一数据不得重复计分。",
        "The measure \"{0}\" of \"{1}\" counts in \"{2}\" already; count it once.");

    public static readonly FindingKind NameTwice = Warning("scheme.name-twice",
        "与“{0}”名称相同，可能是同一数据；请核对。", "It has the same name as \"{0}\" and may be the same measure; look.");

    public static readonly FindingKind MeasureUnused = Warning("scheme.measure-unused",
        "没有指标使用此数据；请勿让基层填报无用的数据。", "No indicator uses this measure; do not ask anybody for it.");

    public static readonly FindingKind EvidenceMissing = Warning("scheme.evidence-missing",
        "未写明所需佐证材料；请填写。", "It does not say which evidence is required; write it.");

    public static readonly FindingKind UnitUnknown = Error("scheme.unit-unknown",
        "计量单位“{0}”不适用于此类数据；请从单位表中选择。", "The unit \"{0}\" does not go with this form; choose one of the list.");

    public static readonly FindingKind FormUnfit = Error("scheme.form-unfit",
        "计分方式“{0}”不能用于“{1}”类数据；请改正。", "The function \"{0}\" cannot score a measure of the form \"{1}\"; change one of them.");

    public static readonly FindingKind LevelUnitDiffers = Error("scheme.level-unit-differs",
        "“{0}”的单位与指标数据不同；请统一。", "\"{0}\" is in another unit than the indicator; use the same.");

    public static readonly FindingKind PriorUnfit = Error("scheme.prior-unfit",
        "修正项只用于比率，件数应大于 0，比率在 0 至 100 之间；请改正。",
        "A prior belongs to a rate, with more than 0 cases and 0 to 100 percent; correct it.");

    public static readonly FindingKind FunctionUnfit = Error("scheme.function-unfit",
        "“{0}”类指标不能用计分方式“{1}”；请改正。", "An indicator of the kind \"{0}\" cannot have the function \"{1}\"; change it.");

    public static readonly FindingKind MissingUnfit = Error("scheme.missing-unfit",
        "缺失数据的处理办法“{0}”不适用；请另选。", "The rule \"{0}\" for missing data does not fit here; choose another.");

    public static readonly FindingKind NotApplicableUnfit = Error("scheme.not-applicable-unfit",
        "不适用情形的处理办法“{0}”不适用；请另选。", "The rule \"{0}\" for what does not apply does not fit here; choose another.");

    public static readonly FindingKind TargetNotPositive = Error("scheme.target-not-positive",
        "目标值 {0} 应大于 0；请改正或改用线性计分。", "The target {0} must be above 0; correct it, or score linearly.");

    public static readonly FindingKind FloorIsTarget = Error("scheme.floor-is-target",
        "起点与目标都是 {0}，无法计算；请拉开。", "Floor and target are both {0}, which divides by zero; move them apart.");

    public static readonly FindingKind PercentOutOfRange = Error("scheme.percent-out-of-range",
        "百分数 {0} 不在 0 至 100 之间；请改正。", "The percentage {0} does not lie in 0 to 100; correct it.");

    public static readonly FindingKind CapOutOfRange = Error("scheme.cap-out-of-range",
        "上限 {0} 应在 0 至 {1} 之间，小数不超过 {2} 位；请改正。",
        "The cap {0} must lie in 0 to {1} and have at most {2} decimals; correct it.");

    public static readonly FindingKind StepsOutOfOrder = Error("scheme.steps-out-of-order",
        "分档“{0}”未按从好到差排列；请调整。", "The step \"{0}\" is out of order; they stand from the best to the worst.");

    public static readonly FindingKind EventsUnfit = Error("scheme.events-unfit",
        "每次 {0} 分应大于 0 且不超过上限 {1}；请改正。", "{0} points an event must be above 0 and at most the cap {1}; correct them.");

    public static readonly FindingKind EventsOverWeight = Error("scheme.events-over-weight",
        "扣分上限 {0} 超过分组“{1}”的权重 {2}；请调低。", "The cap {0} is above the weight {2} in the group \"{1}\"; lower it.");

    public static readonly FindingKind RankTooFew = Error("scheme.rank-too-few",
        "分组“{0}”只有 {1} 个单位适用，不足 {2} 个，不得按名次计分；请改用其他方式。",
        "Only {1} agencies of \"{0}\" have this indicator; ranks need {2}; use another function.");

    public static readonly FindingKind RankOutOfOrder = Error("scheme.rank-out-of-order",
        "第一名得 {0}%，应高于末名的 {1}%；请改正。", "The first gets {0} percent, which must be above the {1} of the last; correct it.");

    public static readonly FindingKind TrimTooEarly = Error("scheme.trim-too-early",
        "{0} 份评分即去掉最高分和最低分，应不少于 {1} 份；请调整。",
        "Marks are trimmed from {0} on, which must be at least {1}; adjust it.");

    public static readonly FindingKind NotTrimmed = Warning("scheme.not-trimmed",
        "不去掉最高分和最低分；通行做法是 {0} 份起去掉。", "The highest and the lowest mark are kept; usual is to drop them from {0} on.");

    public static readonly FindingKind PanelUnfit = Error("scheme.panel-unfit",
        "评分满分应大于 0，最少份数不少于 1；请改正。", "The scale must end above 0 and at least 1 mark be needed; correct them.");

    public static readonly FindingKind Formalism = Error("scheme.formalism",
        "含有“{0}”：整治形式主义的规定禁止以此考核；请删除。",
        "It says \"{0}\": the rules against formalism forbid to evaluate by that; remove it.");

    public static readonly FindingKind FormalismSuspected = Warning("scheme.formalism-suspected",
        "含有“{0}”，可能属于形式主义考核；请核对。", "It says \"{0}\", which may be formalism; look.");

    public static readonly FindingKind ProcessShare = Error("scheme.process-share",
        "单位“{0}”的过程性指标占 {1}%，超过上限 {2}%；请增加结果性指标的权重。",
        "Marks of the process are {1} percent for \"{0}\", above the cap of {2}; give results more weight.");

    public static readonly FindingKind ProcessCapTooHigh = Error("scheme.process-cap-too-high",
        "过程性指标上限 {0}% 不在 0 至 {1}% 之间；请改正。", "The cap of {0} percent on the process does not lie in 0 to {1}; correct it.");

    public static readonly FindingKind GradesOutOfOrder = Error("scheme.grades-out-of-order",
        "等次“{0}”的分数线未从高到低排列，或末等不为 0；请改正。",
        "The grade \"{0}\" is out of order: limits fall from the best, and the last is 0; correct them.");

    public static readonly FindingKind GradesTooFew = Error("scheme.grades-too-few",
        "至少需要两个等次；请补充。", "There must be two grades at least; add one.");

    public static readonly FindingKind QuotaOfLast = Error("scheme.quota-of-last",
        "末等“{0}”不能设名额，否则有单位无等次可评；请删除。",
        "The last grade \"{0}\" cannot have a quota: some agency would get no grade; remove it.");

    public static readonly FindingKind QuotaNoSeat = Warning("scheme.quota-no-seat",
        "分组“{0}”共 {1} 个单位，“{2}”名额 {3}% 不足一个；请核对。",
        "The quota of {3} percent for \"{2}\" is no seat at all among the {1} of \"{0}\"; look.");

    public static readonly FindingKind TiesMissing = Warning("scheme.ties-missing",
        "未规定同分时的先后；同分单位将并列。", "No order for equal points is declared; such agencies share their rank.");

    public static readonly FindingKind TieUnfit = Error("scheme.tie-unfit",
        "同分规则“{0}”的代码缺失或多余；请改正。", "The tie rule \"{0}\" lacks its code, or has one too many; correct it.");

    /// <summary>Every kind, for the page that lists them and the test that holds it.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        Malformed, TooMuch, CodeTwice, CodeUnknown, NameMissing, VersionUnfit, DecimalsUnfit, SectionCircle, AgencyTwice, GroupEmpty,
        WeightNegative, WeightsNot100, WeightOfAdjustment, WeightNowhere, SourceMissing, MeasureMissing, MeasureOfPanel, MeasureTwice,
        NameTwice, MeasureUnused, EvidenceMissing, UnitUnknown, FormUnfit, LevelUnitDiffers, PriorUnfit, FunctionUnfit, MissingUnfit,
        NotApplicableUnfit, TargetNotPositive, FloorIsTarget, PercentOutOfRange, CapOutOfRange, StepsOutOfOrder, EventsUnfit,
        EventsOverWeight, RankTooFew, RankOutOfOrder, TrimTooEarly, NotTrimmed, PanelUnfit, Formalism, FormalismSuspected, ProcessShare,
        ProcessCapTooHigh, GradesOutOfOrder, GradesTooFew, QuotaOfLast, QuotaNoSeat, TiesMissing, TieUnfit,
    ];

    private static FindingKind Error(string code, string chinese, string english) => new(code, Severity.Error, chinese, english);

    private static FindingKind Warning(string code, string chinese, string english) => new(code, Severity.Warning, chinese, english);
}
