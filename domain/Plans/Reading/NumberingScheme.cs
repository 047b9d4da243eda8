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

    // Above all of them, and a row of its own for works that are counted by name: 任务一：…, 行动二 ….
    private static readonly Row Part = new(PlanLevel.Part, $@"^(?<key>第\s*{Chinese}\s*部分)[\s　：:、]*");

    private static readonly Row Named = new(
        PlanLevel.Section, @"^(?<key>(?:重点)?(?:任务|行动|工程|举措|措施|专项|目标|项目|事项|问题)\s*(?<number>[一二三四五六七八九十]{1,3}|\d{1,2}))(?:\s*[：:、．.]\s*|[\s　]+)");

    private static readonly Row Roman = new(PlanLevel.Chapter, @"^(?<key>(?<number>[IVX]{1,5}))[.、]\s*(?=[A-Z\p{IsCJKUnifiedIdeographs}])");

    private static readonly Row[] Articles =
    [
        new(PlanLevel.Chapter, $@"^(?<key>第\s*{Chinese}\s*[章编篇])[\s　]*"),
        new(PlanLevel.Section, $@"^(?<key>第\s*{Chinese}\s*节)[\s　]*"),
        new(PlanLevel.Article, @"^(?<key>第\s*(?<number>[一二三四五六七八九十百零〇]{1,7}|\d{1,3})\s*条)(?![、和及至款规第])[\s　]*|^(?<key>(?:Article|ARTICLE|Clause|Section)\s+(?<number>\d{1,3}))\s*[.:—–-]?\s+(?=[A-Z])"),
    ];

    private static readonly Row[] Decimal =
    [
        new(PlanLevel.Article, @"^(?<key>\d{1,2}\.\d{1,2}\.(?<number>\d{1,3}))(?![\d%])\s*[、．.]?\s*"),
        new(PlanLevel.Section, @"^(?<key>\d{1,2}\.(?<number>\d{1,3}))(?![\d%.万亿]|\.\d)\s*[、．.]?\s*(?=\D)"),
        new(PlanLevel.Chapter, @"^(?<key>(?<number>\d{1,2}))(?:\s*[、．.](?!\d)|\s+(?=[\p{IsCJKUnifiedIdeographs}A-Z]))"),
        new(PlanLevel.Point, @"^(?<key>[（(]?(?<number>\d{1,3})[）)])"),
        new(PlanLevel.Circled, @"^(?<key>(?<number>[①-⑳]))"),
    ];

    private const string Code = @"(?:[A-Z]\.?|(?:\d{1,2}\.)+)?";

    private const string EnglishEnd = EnglishWords.End;

    private static readonly Row[] English =
    [
        new(PlanLevel.Chapter, @"^(?<key>(?i:Strategic\s+)?(?:Goal|GOAL|Part|PART|Chapter|CHAPTER|Pillar|PILLAR|Priority|PRIORITY|Theme|THEME|Focus [Aa]rea)\s+(?<number>\d{1,2}|[IVX]{2,4}|[A-Z]))" + EnglishEnd),
        new(PlanLevel.Section, @"^(?<key>(?i:Strategic\s+)?(?:Objective|OBJECTIVE|Strategy|STRATEGY|Outcome|OUTCOME|Section|SECTION|Priority area)\s+" + Code + @"(?<number>\d{1,2}|[A-Z]))" + EnglishEnd),
        new(PlanLevel.Article, @"^(?<key>(?i:Key\s+)?(?:Action|ACTION|Task|TASK|Activity|ACTIVITY|Measure|MEASURE|Initiative|INITIATIVE|Step|Commitment|Output|Recommendation)\s+(?:[A-Z]\.?)?(?:\d{1,2}\.){0,3}(?<number>\d{1,3}|[a-z]\b))" + EnglishEnd),
    ];

    private readonly Row[] _rows;

    private NumberingScheme(Row[] rows) => _rows = rows;

    /// <summary>The scheme of most Chinese plans.</summary>
    public static NumberingScheme Usual { get; } = new(Official);

    /// <summary>By the marks that occur: a document that numbers 1.1 under 1 does so throughout.</summary>
    public static NumberingScheme Of(IEnumerable<string> lines)
    {
        var texts = lines as IReadOnlyCollection<string> ?? [.. lines];
        if (English.Count(row => Occurs(row, texts)) > 1 || English.Any(row => texts.Count(row.IsMatch) > 1))
            return new NumberingScheme([.. EnglishUnderRoman(texts), .. NumbersUnder(texts), .. Official[4..]]);
        var rows = OfChinese(texts);
        return texts.Count(Named.IsMatch) >= 2 || Occurs(Part, texts) ? new NumberingScheme([Part, Named, .. rows])
            : texts.Count(Roman.IsMatch) >= 2 && !Occurs(Official[0], texts) ? new NumberingScheme([Roman, .. rows])
            : new NumberingScheme(rows);
    }

    private static Row[] OfChinese(IReadOnlyCollection<string> texts)
    {
        if (Occurs(Articles[0], texts) || texts.Count(Articles[2].IsMatch) >= 2)
            return [.. Articles, .. WithoutClash(texts)];
        if (Occurs(Official[0], texts) || Occurs(Official[1], texts))
            return Official;
        return (texts.Count(Decimal[1].IsMatch) >= 2 && Occurs(Decimal[2], texts)) || BareNumbersCount(texts) ? Decimal : Official;
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

    // 1 Safer streets, 2 Cleaner environment: numbers without a point, one after the other.
    private static bool BareNumbersCount(IReadOnlyCollection<string> texts) => !Occurs(Official[2], texts)
        && texts.FirstOrDefault(Decimal[2].IsMatch)?.StartsWith("1 ", StringComparison.Ordinal) == true
        && texts.Where(Decimal[2].IsMatch).Skip(1).FirstOrDefault()?.StartsWith("2 ", StringComparison.Ordinal) == true;

    private static Row[] EnglishUnderRoman(IReadOnlyCollection<string> texts) =>
        EnglishWords.Nested(texts) is { } words ? [.. words.Select(word => new Row(word.Level, EnglishWords.PatternOf(word.Word)))]
        : texts.Count(Roman.IsMatch) < 2 ? English
        : Occurs(English[2], texts) ? [Roman with { Level = PlanLevel.Part }, .. English]
        : [Roman, English[0] with { Level = PlanLevel.Section }, English[1] with { Level = PlanLevel.Article }];

    // Under Goal and Objective, actions may have numbers alone.
    private static Row[] NumbersUnder(IReadOnlyCollection<string> texts) =>
        Occurs(English[2], texts) ? []
        : Occurs(Decimal[0], texts) ? [Decimal[0], Decimal[1]]
        : Occurs(Decimal[1], texts) ? [Decimal[1] with { Level = PlanLevel.Article }]
        : [Official[2]];

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
