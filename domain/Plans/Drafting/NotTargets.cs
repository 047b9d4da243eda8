using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>Numbers that are names, slogans, references or history, and no targets.</summary>
internal static partial class NotTargets
{
    public static bool Covers(string clause, Match number)
    {
        var head = clause[..number.Index];
        var tail = clause[(number.Index + number.Length)..];
        if ((From().IsMatch(head) && To().IsMatch(tail)) || Set().IsMatch(head) || Condition().IsMatch(tail) || (Grant().IsMatch(head) && GrantTail().IsMatch(tail)))
            return true;
        if (InQuotes(head, tail) || (head.EndsWith('月') && number.Value.EndsWith('日')) || Stopped().IsMatch(number.Value + tail[..Math.Min(tail.Length, 8)]))
            return true;
        if (number.Groups["cn"].Success && head.EndsWith('”'))
            return true;
        if (number.Value.EndsWith('级') && (Enumerated().IsMatch(head) || ClassTail().IsMatch(tail)))
            return true;
        if (number.Value[0] == '一' && number.Groups["big"].Length == 0)
            return !OneThing().IsMatch(number.Value) || !Creates().IsMatch(head);
        return number.Groups["cn"].Success && number.Groups["big"].Length == 0 && (tail.Length == 0 || "来去方".Contains(tail[0], StringComparison.Ordinal) && !tail.StartsWith("方面", StringComparison.Ordinal));
    }

    /// <summary>A clause that tells what there is already, or sets a limit for something else.</summary>
    public static bool IsHistory(string clause) => History().IsMatch(clause);

    private static bool InQuotes(string head, string tail) =>
        (head.LastIndexOf('“') > head.LastIndexOf('”') && tail.Contains('”'))
        || (head.LastIndexOf('《') > head.LastIndexOf('》') && tail.Contains('》'));

    [GeneratedRegex("^(?:[一二三四五六七八九十两]大战略|[一二三四五六七八九十两]个(?:确保|必由|维护|意识|自信|全面|坚持|结合|务必|文明|百年|毫不动摇|[先更])|[一二三四五六七八九十两]{1,3}大(?:精神|报告|以来|历史|决策|理念|[^，]{0,4}全会|$)|二分之一工作法|[一二三四五六七八九]级(?:医院|甲等|甲|响应|以上|及以上|干部|网络安全|等保)|[一二三四五六七八九十两]个(?:方面的?要求|字|层面)|\\d+(?:日|号|期|届|次)(?:全会|会议|会)|\\d+(?:条|项)(?:规定|禁令)|24小时(?!内|以内|之内|前|到岗|办结))")]
    private static partial Regex Stopped();

    // 由42%降至25%: the first is where it stands.
    [GeneratedRegex("(?:从|由)[^，]{0,12}$")]
    private static partial Regex From();

    // 消除56人以上大班额 and 用100天时间 say of what, and how long.
    [GeneratedRegex("(?:消除|杜绝|取缔|淘汰(?=.*以下)|利用|历时|为期|(?<!(?:完成|新增|年度|计划|带动|拉动|撬动)[^，]{0,6})总投资(?:额|约)*|每|(?<![采使启运应费])用)$")]
    private static partial Regex Set();

    // 收入30万元以上的村占比达到65%: the first says of which.
    [GeneratedRegex(@"^及?以[上下]的?\p{IsCJKUnifiedIdeographs}[^、，]{0,20}?\d")]
    private static partial Regex Condition();

    // 给予最高200万元奖励 is what a policy pays, and nothing to be reached.
    [GeneratedRegex("(?:给予|按|处)[^，]{0,20}$")]
    private static partial Regex Grant();

    [GeneratedRegex("^[^，]{0,12}(?:奖励|补助|补贴|资助|奖补|罚款)")]
    private static partial Regex GrantTail();

    [GeneratedRegex("^[^，]{0,4}(?:提高|提升|降低|下降|降|上升|增加|增长|增|扩大|压缩|压减|缩短|调整|减少)(?:到|至|为)")]
    private static partial Regex To();

    [GeneratedRegex("[国省市县乡镇村区组街校]$")]
    private static partial Regex Enumerated();

    [GeneratedRegex("^(?:医院|甲等|甲|响应|联动|书记|干部|以上|及以上|联创|联控|党组织|以下|\\d|、)")]
    private static partial Regex ClassTail();

    [GeneratedRegex("^一[座所家条处场]$")]
    private static partial Regex OneThing();

    [GeneratedRegex("(?:新建|建成|建设|新增|打造|创建|改建|新设|引进|培育|争取|举办)[^，]{0,4}$")]
    private static partial Regex Creates();

    [GeneratedRegex("(?<![比较与在同])(?:现有|目前|去年|上年)|已有|已建|已完成|已经|截至|以来|共有|现状|历史上|建[市国党]\\d")]
    private static partial Regex History();
}
