using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>Companies that a passage names: by what they are called (明阳集团), or in a row of names (华为、小米等龙头企业).</summary>
internal static partial class CompanyReader
{
    public static IReadOnlyList<(int Start, int Length)> Find(string text) =>
    [
        .. Called().Matches(text).Select(match => match.Groups["name"])
            .Concat(Row().Matches(text).SelectMany(Named))
            .Select(name => (name.Index, name.Length)).OrderBy(span => span.Index).DistinctBy(span => span.Index),
    ];

    private static IEnumerable<Capture> Named(Match row)
    {
        var names = row.Groups["name"].Captures;
        // One word that tells a kind of firm and not a firm makes the row one of kinds: 国有企业、民营企业等企业.
        return names.Count < 2 || names.Any(name => Kind().IsMatch(name.ValueSpan)) ? [] : names;
    }

    // What comes before a name and is not part of it.
    private const string Before = "支持|引进|依托|推动|推进|联合|扶持|服务|促进|加快|建设|紧抓|发挥|培育|围绕|以|由";

    [GeneratedRegex(
        $$"""
        (?<=^|[，。、；：（“(与和及]|{{Before}})(?!{{Before}})
        (?!国有|上市|平台|招商|龙头|各类|大型|中央|跨国|物业|保险|担保|投资|子|分|总|母|本|组建|整合|成立|设立|有关|相关|重点|产业|企业)
        (?<name>[\p{IsCJKUnifiedIdeographs}（）()-[的等在为将]]{2,12}?(?:股份有限公司|有限责任公司|有限公司|集团公司|集团(?![）)化军式内部])))
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Called();

    [GeneratedRegex(
        $$"""
        (?<=^|[，。；：（(]|{{Before}})(?!{{Before}})
        (?<name>[\p{IsCJKUnifiedIdeographs}A-Za-z0-9-[等]]{2,8}?)(?:、(?<name>[\p{IsCJKUnifiedIdeographs}A-Za-z0-9-[等]]{2,8}))+
        等(?:[\p{IsCJKUnifiedIdeographs}]{0,6}、)?[\p{IsCJKUnifiedIdeographs}]{0,6}企业
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Row();

    [GeneratedRegex("企业|行业|产业|农业|工业|商业|服务业|制造业|领域|服装$|家居|建材$|制造$|园区|基地|项目|[县市区]$|^(?:智能|绿色)")]
    private static partial Regex Kind();
}
