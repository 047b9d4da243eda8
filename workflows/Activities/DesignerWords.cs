using System.Collections.Frozen;
using Supervision.Language;

namespace Supervision.Workflows;

/// <summary>The words of a designer for what activities share: categories, outcomes, options. A word means the same in every activity.</summary>
public static class DesignerWords
{
    /// <summary>Categories by their name in a descriptor; the names are Elsa's, but for our own.</summary>
    public static FrozenDictionary<string, Term> Categories { get; } = new Dictionary<string, Term>
    {
        ["Branching"] = new("分支", "Branching"),
        ["Composition"] = new("组合", "Composition"),
        ["Console"] = new("日志", "Console"),
        ["Flow"] = new("流程", "Flow"),
        ["Looping"] = new("循环", "Looping"),
        ["Primitives"] = new("基本", "Primitives"),
        ["Scheduling"] = new("定时", "Scheduling"),
        ["Scripting"] = new("脚本", "Scripting"),
        [Office] = new("督查督办", "Supervision"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The category of the office's own activities.</summary>
    public const string Office = "Supervision";

    private static readonly FrozenDictionary<string, (Term Label, Term Meaning)> Outcomes = new Dictionary<string, (Term, Term)>
    {
        ["Done"] = (new("完成", "Done"), new("活动已完成。", "The activity is done.")),
        ["True"] = (new("是", "True"), new("条件成立。", "The condition holds.")),
        ["False"] = (new("否", "False"), new("条件不成立。", "The condition does not hold.")),
        ["Default"] = (new("其他", "Default"), new("各种情形都不成立。", "None of the cases holds.")),
        ["Faulted"] = (new("出错", "Faulted"), new("子流程出错而终止。", "The sub-process failed.")),
        ["Cancelled"] = (new("已取消", "Cancelled"), new("子流程被取消。", "The sub-process was cancelled.")),
        ["Assigned"] = (new("已交办", "Assigned"), new("已交办给承办单位。", "The task is assigned to its agencies.")),
        ["Acknowledged"] = (new("已签收", "Acknowledged"), new("单位已签收。", "The agency has acknowledged.")),
        ["Refused"] = (new("退回", "Refused"), new("单位认为不属其职责。", "The agency says that it is not its duty.")),
        ["Reported"] = (new("已反馈", "Reported"), new("收到本期进展反馈。", "The report of this period has come.")),
        ["Submitted"] = (new("已报送", "Submitted"), new("材料已报送。", "What was waited for has been submitted.")),
        ["Expired"] = (new("到期", "Expired"), new("到期无人报送，等待结束。", "Nothing came by the limit; the wait is over.")),
        ["Approved"] = (new("同意", "Approved"), new("审批同意。", "The approval was given.")),
        ["Rejected"] = (new("不同意", "Rejected"), new("审批不同意。", "The approval was refused.")),
        ["Passed"] = (new("通过", "Passed"), new("审核通过。", "The reviewer has passed it.")),
        ["Returned"] = (new("退回重办", "Returned"), new("退回修改或重办。", "It goes back for rework.")),
        ["Verified"] = (new("核查属实", "Verified"), new("核查验收通过。", "The office has checked and found it so.")),
        ["Appraised"] = (new("已评价", "Appraised"), new("已作出办结评价。", "The appraisal is given.")),
        ["ClosedOut"] = (new("已销号", "ClosedOut"), new("事项已销号。", "The task is struck off.")),
        ["Archived"] = (new("已归档", "Archived"), new("材料已归档。", "The papers are archived.")),
        ["Accepted"] = (new("已采纳", "Accepted"), new("子方案已审定。", "The sub-plan is accepted.")),
        ["Scored"] = (new("已评分", "Scored"), new("全部评委已评分。", "Every judge has scored.")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Term> Options = new Dictionary<string, Term>
    {
        ["One"] = new("一人", "one"),
        ["All"] = new("全体", "all"),
        ["Any"] = new("任一", "any"),
        ["Quorum"] = new("达到人数", "a quorum"),
        ["None"] = new("不定期", "none"),
        ["Weekly"] = new("每周", "weekly"),
        ["Monthly"] = new("每月", "monthly"),
        ["Quarterly"] = new("每季度", "quarterly"),
        ["Yearly"] = new("每年", "yearly"),
        ["liaison"] = new("联络员", "liaison"),
        ["head"] = new("主要负责人", "head of agency"),
        ["leader-in-charge"] = new("分管领导", "leader in charge"),
        ["bulletin"] = new("通报", "bulletin"),
        ["interview"] = new("约谈", "interview"),
        ["WaitAny"] = new("任一分支到达", "any branch"),
        ["WaitAll"] = new("全部分支到达", "all branches"),
        ["WaitAllActive"] = new("全部有效分支到达", "all active branches"),
        ["MatchFirst"] = new("第一个成立的", "the first that holds"),
        ["MatchAny"] = new("所有成立的", "every one that holds"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Term> Places = new Dictionary<string, Term>
    {
        ["then"] = new("成立时", "Then"),
        ["else"] = new("否则", "Else"),
        ["body"] = new("循环体", "Body"),
        ["root"] = new("内容", "Root"),
        ["default"] = new("其他", "Default"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Term OfCategory(string category) => Categories.GetValueOrDefault(category, Term.Plain(category));

    public static Term OfOutcome(string outcome) =>
        Outcomes.TryGetValue(outcome, out var words) ? words.Label : Term.Plain(outcome);

    /// <summary>What it means that an activity is left by this outcome.</summary>
    public static Term MeaningOf(string outcome) => Outcomes.TryGetValue(outcome, out var words) ? words.Meaning : Term.Plain("");

    /// <summary>A post in the words of <see cref="RoleLabels"/>, any other option in ours.</summary>
    public static Term OfOption(string option) =>
        Options.TryGetValue(option, out var word) ? word : RoleLabels.OfName(option);

    public static Term OfPlace(string place) => Places.GetValueOrDefault(place, Term.Plain(place));
}
