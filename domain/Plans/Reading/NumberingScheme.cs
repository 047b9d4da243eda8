using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>
/// How a document writes its numbers (编号体例). The same mark is of another level elsewhere: 1. opens a task under
/// （一）, and a chapter where 1.1 follows.
/// </summary>
internal sealed class NumberingScheme
{
    private const string Chinese = "(?<number>[一二三四五六七八九十]{1,3})";

    // 党政机关公文格式: 一、 （一） 1. （1） ①. 一、二、三产业 begins a sentence, and 1.5万吨 a quantity.
    private static readonly Row[] Official =
    [
        new(PlanLevel.Chapter, $@"^(?<key>{Chinese})\s*[、．.](?![一二三四五六七八九十]+[、，产])"),
        new(PlanLevel.Section, $@"^(?<key>[（(]\s*{Chinese}\s*[）)])"),
        new(PlanLevel.Article, @"^(?<key>(?<number>\d{1,3}))\s*[、．.](?!\d|\s*\d+%)|^(?<key>(?<number>\d{1,3}))\s*[、．.](?=20\d\d年)"),
        new(PlanLevel.Point, @"^(?<key>\d{1,3}\.(?<number>\d{1,3}))(?![\d%.])\s+(?=\D)"),
        new(PlanLevel.Point, @"^(?<key>[（(]?(?<number>\d{1,3})[）)])"),
        new(PlanLevel.Circled, @"^(?<key>(?<number>[①-⑳]))"),
    ];

    private static readonly Row[] Articles =
    [
        new(PlanLevel.Chapter, $@"^(?<key>第\s*{Chinese}\s*[章编篇])[\s　]*"),
        new(PlanLevel.Section, $@"^(?<key>第\s*{Chinese}\s*节)[\s　]*"),
        new(PlanLevel.Article, @"^(?<key>第\s*(?<number>[一二三四五六七八九十百]{1,6}|\d{1,3})\s*条)(?![、和及至款规第])[\s　]*"),
    ];

    private static readonly Row[] Decimal =
    [
        new(PlanLevel.Article, @"^(?<key>\d{1,2}\.\d{1,2}\.(?<number>\d{1,3}))(?![\d%])\s*[、．.]?\s*"),
        new(PlanLevel.Section, @"^(?<key>\d{1,2}\.(?<number>\d{1,3}))(?![\d%.万亿]|\.\d)\s*[、．.]?\s*(?=\D)"),
        new(PlanLevel.Chapter, @"^(?<key>(?<number>\d{1,2}))(?:\s*[、．.](?!\d)|\s+(?=[\p{IsCJKUnifiedIdeographs}A-Z]))"),
        new(PlanLevel.Point, @"^(?<key>[（(]?(?<number>\d{1,3})[）)])"),
        new(PlanLevel.Circled, @"^(?<key>(?<number>[①-⑳]))"),
    ];

    private static readonly Row[] English =
    [
        new(PlanLevel.Chapter, @"^(?<key>(?:Goal|Part|Chapter|Pillar|Priority|Theme)\s+(?<number>\d{1,2}))\s*[:.—–-]\s*"),
        new(PlanLevel.Section, @"^(?<key>(?:Objective|Strategy|Outcome|Section|Priority area)\s+(?:\d{1,2}\.)?(?<number>\d{1,2}))\s*[:.—–-]\s*"),
        new(PlanLevel.Article, @"^(?<key>(?:Action|Task|Activity|Measure|Initiative|Step)\s+(?:\d{1,2}\.){0,2}(?<number>\d{1,3}))\s*[:.—–-]\s*"),
    ];

    private readonly Row[] _rows;

    private NumberingScheme(Row[] rows) => _rows = rows;

    /// <summary>The scheme of most Chinese plans.</summary>
    public static NumberingScheme Usual { get; } = new(Official);

    /// <summary>By the marks that occur: a document that numbers 1.1 under 1 does so throughout.</summary>
    public static NumberingScheme Of(IEnumerable<string> lines)
    {
        var texts = lines as IReadOnlyCollection<string> ?? [.. lines];
        if (Occurs(English[2], texts) && (Occurs(English[0], texts) || Occurs(English[1], texts)))
            return new NumberingScheme([.. English, .. Official[4..]]);
        if (Occurs(Articles[0], texts) || texts.Count(Articles[2].IsMatch) >= 2)
            return new NumberingScheme([.. Articles, .. WithoutClash(texts)]);
        return Occurs(Official[0], texts) || Occurs(Official[1], texts) ? Usual
            : texts.Count(Decimal[1].IsMatch) >= 2 && Occurs(Decimal[2], texts) ? new NumberingScheme(Decimal)
            : Usual;
    }

    /// <summary>The numbering of a line without marks of a text format; null where it begins with none.</summary>
    public Numbering? NumberOf(string line)
    {
        foreach (var row in _rows)
        {
            var match = row.Pattern.Match(line);
            if (match.Success && Numbering.OrdinalOf(match.Groups["number"].Value) is { } ordinal)
                return new Numbering(row.Level, match.Groups["key"].Value, ordinal, match.Length);
        }

        return null;
    }

    // Under 第一章, 一、 is a section; under 第一条, 一、 and （一） are points of the article.
    private static Row[] WithoutClash(IReadOnlyCollection<string> texts)
    {
        var hasArticles = Occurs(Articles[2], texts);
        return hasArticles
            ? [.. Official.Select(row => row.Level < PlanLevel.Point ? row with { Level = PlanLevel.Point } : row with { Level = PlanLevel.Circled })]
            : Occurs(Articles[1], texts)
                ? [Official[0] with { Level = PlanLevel.Article }, .. Official[1..].Select(row => row with { Level = row.Level < PlanLevel.Point ? PlanLevel.Point : PlanLevel.Circled })]
                : [Official[0] with { Level = PlanLevel.Section }, .. Occurs(Official[0], texts) ? [Official[1] with { Level = PlanLevel.Article }, Official[2] with { Level = PlanLevel.Point }] : Official[1..3], .. Official[3..]];
    }

    private static bool Occurs(Row row, IEnumerable<string> texts) => texts.Any(row.IsMatch);

    private sealed record Row(PlanLevel Level, string Text)
    {
        public Regex Pattern { get; } = new(Text, RegexOptions.CultureInvariant);

        public bool IsMatch(string line) => Pattern.IsMatch(line);
    }
}
