using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>The words around a number: how binding they are, and from which side it is to be reached.</summary>
internal static partial class TargetWords
{
    /// <summary>By the first word that says so; null where none does.</summary>
    public static TargetStrength? StrengthOf(string clause)
    {
        var match = Strength().Match(clause);
        return !match.Success ? null
            : match.Groups["strive"].Success ? TargetStrength.Strive
            : match.Groups["push"].Success ? TargetStrength.Push
            : TargetStrength.Must;
    }

    /// <summary>实现 and 使 tell what the words before lead to.</summary>
    public static bool TellsOutcome(string clause) => Outcome().IsMatch(clause);

    /// <summary>The comparison, from the words before a number and after it; null for numbers that count a set.</summary>
    public static TargetComparison? ComparisonOf(string before, Quantity quantity, string after)
    {
        if (AtLeastAfter().IsMatch(after))
            return TargetComparison.AtLeast;
        if (AtMostAfter().IsMatch(after))
            return TargetComparison.AtMost;
        var row = Array.Find(Before, row => row.Pattern.IsMatch(before));
        if (row.Pattern is not null)
            return row.Op;
        if (quantity.InChinese)
            return after.StartsWith("方面", StringComparison.Ordinal) ? null : TargetComparison.Exactly;
        if (quantity.Unit is "分钟" or "小时" or "工作日" or "个工作日" or "天" or "日")
            return TargetComparison.AtMost;
        return quantity.IsCapacity || Given().IsMatch(before) ? TargetComparison.Exactly : TargetComparison.AtLeast;
    }

    /// <summary>What is measured: the words before the number without verb and time, or with its verb the noun after it.</summary>
    public static string? MetricOf(string before, string after)
    {
        var noun = Limit().Replace(after, "").Trim('的', '“', '”', ' ', '个');
        var head = Opening().Replace(Edge().Replace(before, ""), "");
        var verb = Creates().Match(before);
        var words = noun.Length > 1 && (verb.Success || head.Length < 2) ? verb.Value + noun
            : head.Length > 1 ? head + (Changes().Match(before) is { Success: true } change ? change.Value : "")
            : noun;
        return words.Length > 1 ? words[..Math.Min(words.Length, 60)] : null;
    }

    /// <summary>How many letters at the end of the words compare with the number behind them: 不少于.</summary>
    public static int LengthOfEdge(string words) => Edge().Match(words).Length;

    private static readonly (Regex Pattern, TargetComparison Op)[] Before =
    [
        (Tail("不低于|不少于|不小于|至少|最少|最低|≥"), TargetComparison.AtLeast),
        (Tail("不超过|不高于|不多于|不大于|最多|最高|最长|至多|上限为|≤|控制在|(?:压减|压缩|缩短|下降|降低|减少|降|压)(?:到|至)"), TargetComparison.AtMost),
        (Tail("低于|少于|小于"), TargetComparison.LessThan),
        (Tail("超过|突破|超|高于|大于"), TargetComparison.MoreThan),
        (Tail("(?:提高|提升|增加|增长|扩大|上升)(?:到|至)|达到|达|增长|增加|提高|提升|上升|下降|降低|减少|压减|压缩|缩短|新增|增至"), TargetComparison.AtLeast),
        (Tail("稳定在|保持在|维持在|保持|(?<=.{2})为|等于"), TargetComparison.Exactly),
    ];

    private static Regex Tail(string words) => new($"(?:{words})(?:了|约|近)?$", RegexOptions.CultureInvariant);

    [GeneratedRegex("(?<must>确保|必须|务必|严格|完成|新建|建成|新增|达到|开工|完善|建设|不低于|不少于|不超过|控制在|组建|设立|出台|培训|举办|改造)|(?<strive>力争|争取|积极|努力|探索|鼓励|力求|谋划|尽力|争创)|(?<push>推进|推动|加快|着力|支持|开展|促进|引导|进一步|逐步|加强|提升|持续|大力|强化|深化|加大|全面|深入|统筹|健全|落实)")]
    private static partial Regex Strength();

    [GeneratedRegex("^(?:从而|进而)?(?:实现|使|让)")]
    private static partial Regex Outcome();

    [GeneratedRegex("^(?:及|或)?以上|^(?:及|或)?[^，。]{0,8}以上$")]
    private static partial Regex AtLeastAfter();

    [GeneratedRegex("^(?:及|或)?(?:以下|以内|之内|内)")]
    private static partial Regex AtMostAfter();

    [GeneratedRegex("^(?:及|或)?(?:以上|以下|以内|之内|左右|内)")]
    private static partial Regex Limit();

    // 推进11个医共体运营: they are there, and are counted to say which are meant.
    [GeneratedRegex("(?:推进|推动|支持|依托|围绕|聚焦|按照|统筹|加强|涉及|在|对|将)[^，]{0,6}$")]
    private static partial Regex Given();

    [GeneratedRegex("(?:新建|改建|扩建|建成|建设|新增|打造|创建|培育|引进|完成|实施|改造|举办|开展|组织|培训|招引|认定|发放|增设|新设|设立|布局|整治|修复|回访|选取|制定|修订|办好|培养|招聘|争创|新开工|开工|投放|更新|申报|争取|建立|推广|选派|招商|调整|新开通|开通|种植|造林|推进|积极构建|构建|着力培育|完善|健全完善)(?=[^，]{0,2}$)")]
    private static partial Regex Creates();

    [GeneratedRegex("(?:增长|增加|提高|提升|上升|下降|降低|减少|压减|压缩|缩短)(?:约|近)?$")]
    private static partial Regex Changes();

    [GeneratedRegex("(?:(?:增长|增加|提高|提升|扩大|下降|降低|减少|压减|压缩|缩短|上升|降|压)(?:到|至)?|不低于|不少于|不超过|不高于|控制在|稳定在|保持在|达到|达|超过|突破|超|至少|约|近|为|平均)+$")]
    private static partial Regex Edge();

    [GeneratedRegex("^(?:[，、：]|确保|力争|争取|努力|实现|推进|推动|加快|积极|着力|使|到|其中|全年|每年|全市)+")]
    private static partial Regex Opening();
}
