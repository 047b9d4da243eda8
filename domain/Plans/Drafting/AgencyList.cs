using System.Text.RegularExpressions;
using Supervision.Agencies;

namespace Supervision.Plans;

/// <summary>Names of agencies in a row (市教育局、市财政局和各县区政府): where one ends and the next begins.</summary>
internal static partial class AgencyList
{
    private const int NameLengthMax = 30;

    /// <summary>The names in a stretch of a passage, with their places in it.</summary>
    public static IEnumerable<(int Start, int Length)> Split(string text, int start, int end)
    {
        foreach (var (from, to) in Pieces(text, start, end))
        {
            var piece = text[from..to];
            var head = Opening().Match(piece).Length;
            var tail = Closing().Match(piece, head) is { Success: true } closing ? closing.Index : piece.Length;
            if (tail > head)
                yield return (from + head, tail - head);
        }
    }

    /// <summary>Whether the words are agencies and nothing else.</summary>
    public static bool IsNames(string text) =>
        text.Length > 1 && Split(text, 0, text.Length).Select(name => text.Substring(name.Start, name.Length)).ToList() is { Count: > 0 } names
        && names.All(LooksLikeName);

    /// <summary>Whether one of the names is an agency beyond doubt, or a class of them.</summary>
    public static bool HasAgency(string text) =>
        Split(text, 0, text.Length).Select(name => text.Substring(name.Start, name.Length)).Any(name => IsAgency(name) || IsClass(name) || OfGovernment().IsMatch(name));

    /// <summary>Whether the last name of a row is whole, and not cut by the end of a line.</summary>
    public static bool LooksComplete(string line)
    {
        var text = line.TrimEnd('。', '.', ' ');
        var start = FieldLabel.In(text) is [.., var label] ? label.ValueStart : 0;
        return Split(text, start, text.Length).LastOrDefault() is not { Length: > 0 } last
            || LooksLikeName(text.Substring(last.Start, last.Length)) || char.IsAscii(text[^1]);
    }

    public static bool LooksLikeName(string name) =>
        name.Length <= NameLengthMax && (Organisation.Shipped.OfName(name) is not null || Shape().IsMatch(name));

    /// <summary>Whether the words are one agency beyond doubt: known, or a name of which both ends are those of one.</summary>
    public static bool IsAgency(string name) =>
        name.Length <= NameLengthMax && (Organisation.Shipped.OfName(name) is not null || Certain().IsMatch(name));

    /// <summary>各县区, 有关部门: a class of agencies, which the organisation need not know by name.</summary>
    public static bool IsClass(string name) => Class().IsMatch(name);

    private static IEnumerable<(int From, int To)> Pieces(string text, int start, int end)
    {
        var from = start;
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth += text[i] is '（' or '(' ? 1 : text[i] is '）' or ')' ? -1 : 0;
            if (depth > 0 || WidthOfJoint(text, from, i, end) is not (> 0 and var width))
                continue;
            yield return (from, i);
            from = i + width;
            i = from - 1;
        }

        yield return (from, end);
    }

    // 和 joins two agencies, and also stands in 发展和改革委员会: it parts only two whole names.
    private static int WidthOfJoint(string text, int from, int at, int end)
    {
        if ("、，,；;/|\n".Contains(text[at], StringComparison.Ordinal))
            return 1;
        if (text[at] == ' ' && at > 0 && at + 1 < end && !char.IsAscii(text[at - 1]) && !char.IsAscii(text[at + 1]))
            return 1;
        if (text[at] == ' ' && at > 0 && text[at - 1] != ' ' && string.CompareOrdinal(text, at, " and ", 0, 5) == 0)
            return PartsEnglish(text[from..at], text[(at + 5)..Cut(text, at + 5, end)]) ? 5 : 0;
        var width = string.CompareOrdinal(text, at, "以及", 0, 2) == 0 ? 2 : "和及与".Contains(text[at], StringComparison.Ordinal) ? 1 : 0;
        if (width == 0)
            return 0;
        var right = text[(at + width)..Cut(text, at + width, end)];
        return LooksLikeName(text[from..at]) && LooksLikeName(Closing().Match(right) is { Success: true } closing ? right[..closing.Index] : right) ? width : 0;
    }

    private static int Cut(string text, int start, int end) =>
        text.IndexOfAny(['、', '，', ',', '；', ';'], start, end - start) is >= 0 and var rest ? rest : end;

    // Parks and Recreation Department is one, Library Service and Housing Team are two, NHS Trust and Age Concern too.
    private static bool PartsEnglish(string left, string right)
    {
        var (first, second) = (left.Trim(), right.Trim().TrimEnd('.'));
        return OfSomething().IsMatch(first) ? LooksLikeName(second)
            : LooksLikeName(first) || (!LooksLikeName(second) && first.Contains(' ', StringComparison.Ordinal));
    }

    [GeneratedRegex("^(?:the )?(?:Ministry|Department|Office|Bureau|Agency|Commission|Council|Board|Authority|Directorate|Secretariat|Committee|Institute|University) (?:of|for|on) ", RegexOptions.IgnoreCase)]
    private static partial Regex OfSomething();

    [GeneratedRegex(@"^(?:由|会同|联合|\s|:|：|[•·\-])+|^(?:the\s+)?")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:等)?(?:相关|有关|其他|市直|各)*(?:(?<=等)(?:相关|有关)?(?:部门|单位|部委|成员单位)|(?<=.)(?:(?:共同|分别|具体|协同)?(?:按照?职责(?:分工)?)?(?:共同|分别)?(?:负责|牵头|配合|落实|参与)(?:落实|推进|实施)?)|等)?[。.\s]*$")]
    private static partial Regex Closing();

    [GeneratedRegex(
        @"^(?!.*(?:设在|简称|建设(?!局|委|厅|部|银行|指挥|集团|公司|管理|投资|工程|和|办|开发|发展|领导|中心|[（(])|加强|推进|实施|开展|建立|完善|打造))[\p{IsCJKUnifiedIdeographs}（）()“”·]{1,29}(?:局|委|委员会|办|办公室|厅|部|院|政府|管委会|中心|公司|集团|银行|分行|支行|会|联|社|海关|大学|学校|指挥部|专班|小组|总队|支队|街道|乡镇|县区|县市区|区县|市县|县|区|部门|单位|企业|处|站|所|队|科|室|馆|台)(?:[（(][^（）()]{1,20}[）)])?$"
        + @"|^各[\p{IsCJKUnifiedIdeographs}（）()、]{0,13}(?:[县区市乡镇地局委办院校州盟旗]|部门|单位|政府|企业|街道)[）)]?$|^(?:Ministry|Department|Office|Bureau|Agency|Commission|Council|Board|Authority|Directorate|Secretariat|Committee) (?:of|for|on) .{2,60}$|^[A-Z][\w&' -]{1,60} (?:Ministry|Department|Office|Bureau|Agency|Commission|Council|Board|Authority|Directorate|Committee|Team|Service|Services|University|Trust|Division|Unit)$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?:[省市县区镇乡州旗盟各]|街道|新区|国家|\p{IsCJKUnifiedIdeographs}{2,5}[市县区])(?!.*(?:加强|推进|实施|开展|完善|打造|提升))(?<!^(?:打造|建设|加快|推动|支持|培育|做).*)[\p{IsCJKUnifiedIdeographs}（）、]{0,18}(?:局|委|委员会|厅|部|政府|政府办公室|管委会|指挥部|集团|公司|支队|联社|法院|检察院)$")]
    private static partial Regex Certain();

    // 市委农办, 县融媒体中心: in a bracket that says who, these are bodies; in running text they may be anything.
    [GeneratedRegex(@"^[省市县区州旗][\p{IsCJKUnifiedIdeographs}（）]{1,16}(?:办|中心|站|学校|学院|医院|台|大队|总队|社|会|联|馆|所|办公室|专班)$")]
    private static partial Regex OfGovernment();

    [GeneratedRegex("^(?:各|有关|相关|市直|市级|区直|县直|沿|全市|全体|其他|所有|成员单位|责任单位|牵头单位)|^(?:县区|县市区)|(?:有关|相关)(?:部门|单位)$|^(?:all|relevant) ", RegexOptions.IgnoreCase)]
    private static partial Regex Class();
}
