using System.Text.RegularExpressions;
using Supervision.Agencies;

namespace Supervision.Plans;

/// <summary>The names that a passage mentions, and what kind of mention each is: 商城县 is a county, 商城高山茶 a brand.</summary>
internal static partial class PlaceReader
{
    public static IEnumerable<PlanPlace> Read(Passage passage, IReadOnlyList<(int Start, int End)> owners)
    {
        var companies = CompanyReader.Find(passage.Text);
        return companies.Select(one => Company(passage, one)).Concat(
            Known(passage, [.. owners, .. companies.Select(one => (one.Start, one.Start + one.Length))]));
    }

    private static PlanPlace Company(Passage passage, (int Start, int Length) name)
    {
        var quote = passage.Quote(name.Start, name.Length);
        return new PlanPlace(quote, quote, PlaceKind.Company, passage.LineAt(name.Start));
    }

    // What an owner or a company is called by is no place of its own: 信阳明阳集团.
    private static IEnumerable<PlanPlace> Known(Passage passage, IReadOnlyList<(int Start, int End)> taken)
    {
        var end = 0;
        foreach (var (start, spelling, agency) in Gazetteer.Shipped.In(passage.Text))
        {
            if (start < end || taken.Any(span => span.Start < start + spelling.Length && start < span.End))
                continue;
            var tail = passage.Text[(start + spelling.Length)..Math.Min(passage.Text.Length, start + spelling.Length + 16)];
            var (kind, more) = KindOf(agency, spelling, tail);
            end = start + spelling.Length + more;
            yield return new PlanPlace(passage.Quote(start, spelling.Length + more), agency.Short, kind, passage.LineAt(start));
        }
    }

    public static IEnumerable<PlanDoubt> Doubts(Passage passage)
    {
        foreach (var (start, words, name) in Gazetteer.Shipped.Misread(passage.Text))
            yield return PlanDoubts.Misread(passage.LineAt(start), passage.Quote(start, words.Length), name);
        foreach (var (start, words) in Gazetteer.Shipped.Beside(passage.Text))
            yield return PlanDoubts.UnknownPlace(passage.LineAt(start), passage.Quote(start, words.Length));
        foreach (var (start, words, names) in Gazetteer.Shipped.Ambiguous(passage.Text))
            yield return PlanDoubts.Ambiguous(passage.LineAt(start), passage.Quote(start, words.Length), names);
    }

    private static (PlaceKind Kind, int More) KindOf(Agency agency, string spelling, string tail)
    {
        if (Event().Match(tail) is { Success: true } occasion)
            return (PlaceKind.Event, tail[0] is '）' or ')' ? 0 : occasion.Length);
        if (Brand().Match(tail) is { Success: true } brand)
            return (PlaceKind.Brand, brand.Length);
        if (Port().Match(tail) is { Success: true } port)
            return (PlaceKind.Site, port.Length);
        if (!FullName().IsMatch(spelling) && Site().Match(tail) is { Success: true } site)
            return (PlaceKind.Site, site.Length);
        return (Institution().IsMatch(spelling) ? PlaceKind.Site : agency.Kind switch
        {
            AgencyKind.County => PlaceKind.County,
            AgencyKind.Zone => PlaceKind.Zone,
            _ => PlaceKind.Agency,
        }, 0);
    }

    [GeneratedRegex("^[）)]?[^，。、；“”（）()县区]{0,8}(?:朗诵会|大会|文化节|茶文化节|开渔节|旅游节|艺术节|论坛|马拉松|博览会|联赛|赛事)")]
    private static partial Regex Event();

    [GeneratedRegex("^(?:[^，。、；“”（）()县区]{0,3}(?:毛尖|红茶|绿茶|高山茶|茶油|板栗|皮丝|麻鸭|甲鱼)|品牌)")]
    private static partial Regex Brand();

    [GeneratedRegex("^港(?!口|湾|区)")]
    private static partial Regex Port();

    [GeneratedRegex("^(?:[^，。、；“”（）()与和]{0,6}(?:机场|火车站|高铁站|水库|自然保护区|大桥|高速|国道|省道|大道)|至[^，。、；]{2,10}段|段)")]
    private static partial Regex Site();

    [GeneratedRegex("[县区市镇局委办]$")]
    private static partial Regex FullName();

    [GeneratedRegex("(?:学院|大学|机场|医院)$")]
    private static partial Regex Institution();
}
