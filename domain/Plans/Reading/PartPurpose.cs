using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>Whether a chapter gives tasks, or says why, by which principles and with which safeguards.</summary>
internal static partial class PartPurpose
{
    public static bool IsContext(string title) => Context().IsMatch(title) && !Tasks().IsMatch(title);

    /// <summary>Whether it tells how things stand: what it counts is there already.</summary>
    public static bool IsSituation(string title) => Situation().IsMatch(title);

    public static bool IsGoals(string title) => title.Contains("目标", StringComparison.Ordinal);

    /// <summary>Whether it is one of the headings which plans have in common.</summary>
    public static bool IsFixed(string title) => IsContext(title) || FixedTasks().IsMatch(title);

    // The fixed headings of the genre; what has none of these words gives tasks.
    [GeneratedRegex(
        "总体(?:要求|思路|目标|考虑|安排)|指导思想|(?:基本|工作|遵循)原则|(?:工作|有关|相关|几点)要求$|目标要求|"
        + "保障(?:措施|机制)|(?:组织|实施|工作|强化|加强)保障|组织领导|组织实施|"
        + "(?:实施|工作|方法|推进)(?:步骤|阶段)|(?:时间|进度|步骤)安排|背景|^(?:工作|发展|现实|现有)?基础(?:和形势|与形势|条件)?$|形势|现状|附则|总则|名词解释|"
        + "目标(?:任务|指标|和任务)?$|^附[件表录]|^(?:监督|监测|督导|督查|检查|考核|评估|评价|实施|组织|推进|工作)(?:与|和|及|、)?(?:评估|评价|考核|监督|检查|督导|督查|问责|机制|实施|保障)$|(?:整治|实施|行动|工作|活动|创建|推进)时间(?:安排)?$|进度安排|目标和指标$|"
        + "^(?:introduction|background|context|overview|foreword|preface|summary|executive summary|purpose|scope|(?:our |the )?(?:vision|mission)(?: and \\w+)?|(?:our |guiding )?principles|values|"
        + "(?:our )?(?:governance|monitoring|evaluation|review|reporting|oversight)(?:,? (?:and|&) \\w+)*|definitions|glossary|appendix|annex|consultation|"
        + "where we are now|current situation|resources|funding|budget|risks?|references|legal basis|accountability|implementation(?: and monitoring)?|about this .*|plan maintenance|how (?:we|this|progress|will) .*|strategic context|the challenge|contact)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Context();

    [GeneratedRegex("(?<!目标)任务|举措|行动(?!目标)|工程|重点工作|整改措施")]
    private static partial Regex Tasks();

    [GeneratedRegex("^(?:工作|重点|主要|具体)?(?:任务|举措|措施|行动|工程)$|^(?:重点|主要|具体)(?:工作|任务|举措|措施|行动|工程)(?:安排|分工)?$|^工作(?:内容|重点|任务|措施)$|^(?:Actions?|Priorities|Objectives|Goals|Our actions|Action plan)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FixedTasks();

    [GeneratedRegex("背景|^(?:工作|发展|现实|现有)?基础(?:和形势|与形势|条件)?$|形势|现状|^(?:introduction|background|context|overview|foreword|preface|where we are now|current situation|strategic context|the challenge|about this .*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Situation();
}
