using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Supervision.Agencies;

namespace Supervision.Plans;

/// <summary>Finds the names of the organisation in running text, the longest first (地名机构名录).</summary>
internal sealed partial class Gazetteer
{
    public static readonly Gazetteer Shipped = new(Organisation.Shipped);

    // Two characters that end one word and begin the next: 创新|县域, 风光|山水, 网上商城.
    private static readonly FrozenSet<string> Straddling = FrozenSet.ToFrozenSet(
    [
        "创新", "革新", "更新", "最新", "高新", "翻新", "焕新", "出新", "维新", "推新", "全新", "信息", "休息", "利息", "消息", "作息",
        "风光", "观光", "阳光", "时光", "上商", "子商", "网商", "线商", "微商", "云商", "电商", "和平", "水平", "公平",
    ]);

    private readonly FrozenDictionary<char, (string Spelling, Agency Agency)[]> _byFirst;
    private readonly (string Spelling, Agency Agency)[] _places;
    private readonly (string Suffix, string[] Names)[] _shared;

    private Gazetteer(Organisation organisation)
    {
        var spellings = organisation.All.SelectMany(agency => agency.Spellings.Select(spelling => (Spelling: spelling, Agency: agency))).ToList();
        _byFirst = spellings.GroupBy(entry => entry.Spelling[0]).ToFrozenDictionary(
            group => group.Key, group => group.OrderByDescending(entry => entry.Spelling.Length).ToArray());
        _places = [.. spellings.Where(entry => entry.Agency.Kind == AgencyKind.County && entry.Spelling.Length == 3)];
        CountyCount = organisation.All.Count(agency => agency.Kind == AgencyKind.County);
        _shared =
        [
            .. ((string[])["高新区", "经开区"]).Select(suffix => (suffix, organisation.All
                .Where(agency => agency.Short.EndsWith(suffix, StringComparison.Ordinal)).Select(agency => agency.Short).ToArray())),
        ];
    }

    /// <summary>How many counties and districts the organisation has.</summary>
    public int CountyCount { get; }

    public IEnumerable<(int Start, string Spelling, Agency Agency)> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!_byFirst.TryGetValue(text[i], out var entries))
                continue;
            var at = i;
            var entry = Array.Find(entries, entry => string.CompareOrdinal(text, at, entry.Spelling, 0, entry.Spelling.Length) == 0);
            if (entry.Agency is null || (i > 0 && Straddling.Contains(text[(i - 1)..(i + 1)])))
                continue;
            yield return (i, entry.Spelling, entry.Agency);
            i += entry.Spelling.Length - 1;
        }
    }

    /// <summary>Words that differ from a county's name by one character of the same radical: a misread name.</summary>
    /// <remarks>Han characters are ordered by radical in Unicode, so those that look alike have near code points.</remarks>
    public IEnumerable<(int Start, string Words, string Name)> Misread(string text)
    {
        for (var i = 0; i + 3 <= text.Length; i++)
        {
            if (text[i + 2] is not ('县' or '区') || (i + 3 < text.Length && "域划间位块分别级".Contains(text[i + 3], StringComparison.Ordinal)))
                continue;
            var words = text.Substring(i, 3);
            if (words[0] == '经' && words[2] == '区' && !"开济营贸".Contains(words[1], StringComparison.Ordinal))
                yield return (i, words, "经开区");
            if (Array.Exists(_places, place => place.Spelling == words))
                continue;
            foreach (var (spelling, agency) in _places.Where(place => LooksLike(words, place.Spelling)))
                yield return (i, words, agency.Short);
        }
    }

    /// <summary>
    /// Names beside known ones that are not known themselves: a port in a row of ports, a place behind a misread name.
    /// </summary>
    public IEnumerable<(int Start, string Words)> Beside(string text)
    {
        foreach (Match row in Ports().Matches(text))
        {
            var names = row.Groups["name"].Captures;
            if (names.Count(IsKnown) * 2 >= names.Count)
            {
                foreach (var name in names.Where(name => !IsKnown(name)))
                    yield return (name.Index, name.Value);
            }
        }

        foreach (var (start, words, _) in Misread(text))
        {
            if (SiteAt().Match(text, start + words.Length) is { Success: true } site && site.Index == start + words.Length)
                yield return (site.Index, site.Value);
        }
    }

    private bool IsKnown(Capture name) => In(name.Value).Any();

    [GeneratedRegex(@"(?:(?<=[、与和及强进设])|^)(?<name>\p{IsCJKUnifiedIdeographs}{2,3}港)(?:[、和与及](?<name>\p{IsCJKUnifiedIdeographs}{2,3}港)(?!口|区|湾))+")]
    private static partial Regex Ports();

    [GeneratedRegex(@"\G\p{IsCJKUnifiedIdeographs}{2,4}?(?=抽水蓄能|水电站|电站|水库|大桥|镇|乡)")]
    private static partial Regex SiteAt();

    /// <summary>A short form that several zones share, where the text does not say which: 高新区.</summary>
    public IEnumerable<(int Start, string Words, string[] Names)> Ambiguous(string text)
    {
        foreach (var (suffix, names) in _shared.Where(shared => shared.Names.Length > 1))
        {
            for (var i = text.IndexOf(suffix, StringComparison.Ordinal); i >= 0; i = text.IndexOf(suffix, i + 1, StringComparison.Ordinal))
            {
                if (i == 0 || "、，。；：（“在到以对与和及".Contains(text[i - 1], StringComparison.Ordinal))
                    yield return (i, suffix, names);
            }
        }
    }

    private static bool LooksLike(string words, string name)
    {
        var different = Enumerable.Range(0, 3).Where(i => words[i] != name[i]).ToList();
        return different is [0 or 1] && Math.Abs(words[different[0]] - name[different[0]]) < 0x100;
    }
}
