using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>What the words before a colon, or at the head of a column, announce.</summary>
internal enum Field { Lead, Responsible, Support, Deadline, Target, Task, Measure, Stage, Number, Group, Other }

/// <summary>A label such as 牵头单位： in running text, in brackets, or on a line of its own.</summary>
internal sealed partial record FieldLabel(Field Field, int Start, int ValueStart)
{
    // The first row that fits decides: 牵头责任单位 leads.
    private static readonly (Field Field, string Words)[] Rows =
    [
        (Field.Lead, "(?:总|第一)?(?:牵头|主办|主责|主要责任|首要责任|第一责任)(?:负责|责任|实施)?(?:单位|部门|机构)|牵头"),
        (Field.Support, "(?:配合|协办|协同|协作|参与|参加|协助|会办|支持)(?:责任|实施)?(?:单位|部门|机构)|配合"),
        (Field.Responsible, "(?:责任|实施|落实|承办|负责|完成|主管|建设|执行)(?:单位|部门|主体|机构)|责任分工"),
        (Field.Deadline, "(?:完成|办结|实施|推进|截止|落实|整改)?(?:时限|期限|时间节点|时间要求|时间|日期)(?:要求)?|时序进度|进度安排"),
        (Field.Target, "(?:量化|绩效|工作|年度|预期|主要|阶段)?(?:目标|指标|目标值|预期成果)"),
        (Field.Other, "(?:(?:牵头|责任|分管|包保|包联|挂钩|联系|主管|督办|督导)(?:市|县|区|州)?|市|县|区|州)?领导|(?:第一|直接|主要|具体|牵头|项目)?(?:责任人|负责人|联系人|联络员|经办人|责任科室)|(?:联系)?电话|备注|督[导办查]单位|监督单位"),
        (Field.Lead, "Lead(?:ing)?(?: agency| department| organi[sz]ation| body| partner)?|Owner|Led by"),
        (Field.Support, "(?:Support(?:ing|ed by)?|Partner|Contributing|Cooperating)(?: agenc(?:y|ies)| departments?| partners?| bodies)?|Partners|With"),
        (Field.Responsible, "Responsib(?:le|ility)(?: agenc(?:y|ies)| departments?| part(?:y|ies)| bod(?:y|ies))?|Accountable"),
        (Field.Deadline, "Deadline|Due(?: date| by)?|Timeline|Time ?frame|Target date|Timing|By when|Completion date"),
        (Field.Target, "Targets?|Indicators?|Measures? of success|KPIs?"),
    ];

    private static readonly (Field Field, Regex Pattern)[] Patterns = [.. Rows.Select(row => (
        row.Field, new Regex($@"(?<=^|[\s（(【〔\[，,；;。.、|])(?:{row.Words})(?:\s*[:：]|(?<=单位|部门)[为是](?!.*[:：]))", Options)))];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    public const string Joints = "、，,；;：:及和与（(/";

    public bool IsOwner => Field is Field.Lead or Field.Responsible or Field.Support;

    /// <summary>Every owner's and deadline's label in a text, in order.</summary>
    public static IReadOnlyList<FieldLabel> In(string text) =>
    [
        .. Patterns.SelectMany(row => row.Pattern.Matches(text).Select(match =>
                new FieldLabel(row.Field, match.Index, match.Index + match.Length)))
            .GroupBy(label => label.Start).Select(same => same.First())
            .OrderBy(label => label.Start),
    ];

    /// <summary>Whether a line begins with a label, so that it cannot be the rest of another sentence.</summary>
    public static bool Opens(string line) =>
        line.Length > 0 && In(line[..Math.Min(line.Length, 40)].TrimStart('（', '(', '【', '[', '〔')).Any(label => label.Start == 0);

    /// <summary>Whether a line without a full stop is complete: owners or a deadline after their label, or in brackets.</summary>
    public static bool Closes(string line)
    {
        var end = line.TrimEnd();
        if (end.Length == 0 || Joints.Contains(end[^1], StringComparison.Ordinal) || !Balanced(end))
            return false;
        if (TrailingBracket(end) is { } bracket)
            return bracket.Start == 0 || Sentence.IsFinished(end[..bracket.Start]) || OwnerReader.IsOwners(bracket.Words);
        return In(end) is [.., var last] && (Opens(end) || Sentence.IsFinished(end[..last.Start].TrimEnd()))
            && (!last.IsOwner || AgencyList.LooksComplete(end));
    }

    /// <summary>The bracket at the end of a line, and the words in it.</summary>
    public static (int Start, string Words)? TrailingBracket(string text)
    {
        if (text.Length < 3 || !"）)】]〕".Contains(text[^1], StringComparison.Ordinal))
            return null;
        var depth = 0;
        for (var i = text.Length - 1; i >= 0 && text.Length - i < 400; i--)
        {
            depth += "）)】]〕".Contains(text[i], StringComparison.Ordinal) ? 1 : "（(【[〔".Contains(text[i], StringComparison.Ordinal) ? -1 : 0;
            if (depth == 0)
                return (i, text[(i + 1)..^1]);
        }

        return null;
    }

    private static bool Balanced(string text) =>
        text.Count(c => c is '（' or '(') == text.Count(c => c is '）' or ')');
}
