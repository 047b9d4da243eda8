using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>One way to write a time limit.</summary>
internal sealed record DeadlineForm(DeadlineKind Kind, Regex Pattern)
{
    /// <summary>The year it names; 0 is never one.</summary>
    public static int? YearOf(Match match)
    {
        if (match.Groups["plan"] is { Success: true } plan)
            return plan.Value.StartsWith("十五", StringComparison.Ordinal) ? 2030 : 2025;
        return match.Groups["y"] is not { Success: true } year ? null
            : int.TryParse(year.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : year.Value.Aggregate(0, (sum, c) => (sum * 10) + Math.Max(0, ChineseNumeral.Digits.IndexOf(c is '零' ? '〇' : c, StringComparison.Ordinal)));
    }

    /// <summary>The last day that is in time; null for limits that have none.</summary>
    public DateOnly? LastDay(Match match, int year)
    {
        if (Kind is not (DeadlineKind.Date or DeadlineKind.Period) || year is < 1 or > 9998)
            return null;
        if (match.Groups["feast"] is { Success: true } feast)
            return Festivals.DayBefore(feast.Value, year);
        if (match.Groups["before"].Success)
            return DeadlineForms.EndOf(year - 1, 12);
        var month = DeadlineForms.MonthOf(match);
        var end = DeadlineForms.EndOf(year, month);
        return DeadlineForms.DayOf(match) is { } day ? new DateOnly(year, month, Math.Min(day, end.Day)) : end;
    }

    /// <summary>How often, as an ISO 8601 period; null for limits that come once.</summary>
    public string? Every(Match match)
    {
        if (Kind != DeadlineKind.Recurring)
            return null;
        var count = match.Groups["n"] is { Success: true } n ? DeadlineForms.NumberOf(n.Value) ?? 1 : 1;
        if (match.Groups["u2"].Success)
            return "P6M";
        return match.Groups["u"].Value.ToUpperInvariant() switch
        {
            "年" or "年度" or "学年" or "ANNUALLY" or "ANNUAL" or "YEARLY" or "YEAR" => $"P{count}Y",
            "半年" or "学期" or "HALF-YEARLY" or "BIANNUALLY" => $"P{count * 6}M",
            "季" or "季度" or "QUARTERLY" or "QUARTER" => $"P{count * 3}M",
            "月" or "月度" or "MONTHLY" or "MONTH" => $"P{count}M",
            "周" or "WEEKLY" or "WEEK" => $"P{count}W",
            "半月" => "P15D",
            "旬" => $"P{count * 10}D",
            _ => $"P{count}D",
        };
    }
}

/// <summary>The ways to write a time limit, most exact first. A new one is a new row.</summary>
internal static partial class DeadlineForms
{
    private const string Year = @"(?<!\d)(?<y>20\d\d|二[〇零][〇零一二三四五六七八九]{2})年";
    private const string Month = @"(?<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?";
    private const string Part = "(?<part>(?:上|中|下)旬|底|末|初|中)?";
    private const string Before = "(?:之前|以前|前)";
    private const string Lead = "(?:到|至|于|在|截至)?";
    private const string Quarter = "(?:第?(?<q>[一二三四1-4])季度|(?<half>[上下]半年|年中))";
    private const string EnglishMonth =
        "(?<em>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";

    public static readonly DeadlineForm[] All =
    [
        .. Rows(DeadlineKind.Period,
            @"(?<!\d)20\d\d年?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:[-—–~～－]{1,2}|至|到)(?:(?<y>20\d\d)年?)(?:" + Month + @"(?:(?<d>\d{1,2})日)?)?" + Part + "(?!年)",
            @"(?<!\d)(?<y>20\d\d)年\d{1,2}月(?:份)?(?:\d{1,2}日)?起?(?:[-—–~～－]{1,2}|至|到)" + Month + @"(?:(?<d>\d{1,2})日)?" + Part,
            @"(?<![\d年每])\d{1,2}月(?:\d{1,2}日)?起?(?:[-—–~～－]{1,2}|至|到)" + Month + @"(?:(?<d>\d{1,2})日)?" + Part + "(?:止|期间)?"),
        .. Rows(DeadlineKind.Date,
            Lead + Year + Month + @"(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:" + Before + "|止)?(?!起|以来)",
            Lead + Year + Month + Part + Before + @"?(?!起|以来|印发|召开|\d)",
            Lead + Year + "(?:年底|年末|底|末|年内|内|岁末)" + Before + "?",
            Lead + Year + Quarter + "(?:底|末|结束)?" + Before,
            Lead + Year + Quarter + "(?:底|末)"),
        .. Rows(DeadlineKind.Period, Lead + Year + Quarter),
        .. Rows(DeadlineKind.Date,
            "(?:到|至)" + Year + @"(?!以来|度|\d|[-—–~～至到])",
            Year + "(?<before>" + Before + ")",
            "(?:到)?[“\"]?(?<plan>十[四五]五)[”\"]?(?:规划)?(?:期)?(?:末|期末)" + Before + "?"),
        .. Rows(DeadlineKind.Period, "[“\"]?(?<plan>十[四五]五)[”\"]?时?期(?:间|内)"),
        .. Rows(DeadlineKind.Recurring,
            @"每(?:隔)?(?:(?<n>[两二三四五六]|\d{1,2})个?|个)?(?<u>年度|学年|学期|半年|半月|季度|季|月|周|旬|年|日)(?!增长|递增|提高|平均|度|新增|(?:不超过|不低于|不少于|最高|最低)?\d[\d.]*[万亿]?元)(?:年?底|年?末|初)?(?:(?:\d{1,2}|十[一二]?)月(?:底|末)?)?(?:\d{1,2}[日号])?" + Before + "?",
            "按(?<u>季度|半年|年度|季|月|周|旬|年)(?=调度|报送|上报|通报|汇总|公布|公开|报告|评估|考核|跟踪|反馈|开展|更新|推进|督查|督导)",
            "(?<=^|[，。；：、（“]|建立|实行|落实|坚持|项目|执行|健全|完善|按照|开展)(?<u>日|周|旬|月|季|季度|半年|年)(?:度)?(?=调度|通报|报告|报送|研判|会商|例会|评估|评比|点评|督查|巡查|考核(?!结果|得分|指标))",
            @"\b(?<u>annually|quarterly|monthly|weekly|half-yearly|biannually|yearly)\b",
            @"\b(?:every|each)\s+(?:(?<n>two|three|four|six|\d{1,2})\s+)?(?<u>year|quarter|month|week)s?\b",
            @"\b(?<u>annual|quarterly|monthly|weekly)(?=\s+(?:progress\s+)?(?:reports?|reviews?|surveys?|updates?|audits?|statements?))",
            @"\btwice\s+(?:a|per)\s+(?<u2>year)\b"),
        .. Rows(DeadlineKind.Relative,
            @"(?:自|从|在|于)?[^，。；、：（）()“”]{0,14}之日起(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?:工作日|自然日|日|天|周|月|年)(?:之内|以内|内)?",
            "(?<=[（(])(?:即时|立即|即刻)(?:完成|办理|整改|办结)(?=[）)])",
            @"(?<!缩短|压缩|压减|减少|控制|控制在|超过|至|到|为|稳定在|[.\d一二两三四五六七八九十])(?:在)?(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个工作日|个月|工作日|日|天|周|年|个星期)(?:之内|以内|内)",
            @"\bwithin\s+(?:\d{1,3}|one|two|three|six|twelve)\s+(?:working\s+|calendar\s+)?(?:days?|weeks?|months?|years?)(?:\s+of\s+[a-z ]{3,30}?(?=[,.;]|$))?"),
        .. Rows(DeadlineKind.Date,
            Year + "(?<feast>" + Festivals.Names + ")" + Before + "(?!后)",
            "(?<on>今年|本年|当年|明年|次年)?(?<feast>" + Festivals.Names + ")(?:假期|期间)?" + Before + "(?!后)"),
        .. Rows(DeadlineKind.Relative,
            @"(?:20\d\d年)?(?:春|秋)季学期(?:(?:开学|结束)" + Before + "?|" + Before + ")",
            @"(?:20\d\d年)?(?:主汛期|汛期|汛|入汛|入冬|入夏|供暖季|供暖期|采暖季|取暖季|冰冻期|雨季|枯水期|春耕|三夏|三秋|春季开学|秋季开学|开学|暑假|寒假|高考|中考|开园|开馆)(?:来临|到来|开始|结束)?" + Before),
        .. Rows(DeadlineKind.Date,
            "(?<on>今年|本年|当年|明年|次年)?(?:年底|年末|岁末|年内)" + Before + "?",
            @"(?<!\d|年|每|[一二三四五六七八九十])" + "(?<on>今年|本年|当年|明年|次年)?" + Month + @"(?<d>\d{1,2})[日号]" + Before,
            @"(?<!\d|年|每|个|[一二三四五六七八九十])" + "(?<on>今年|本年|当年|明年|次年)?" + Month + "(?:(?<part>(?:上|中|下)旬|底|末|初)" + Before + "?|" + Before + ")",
            "(?<!每)(?<on>今年|本年|当年|明年|次年)?" + Quarter + "(?:(?:底|末)" + Before + "?|" + Before + ")"),
        .. Rows(DeadlineKind.Period, "(?<=^|[，。；：])(?<on>今年|本年|明年)?" + Quarter + "(?!以来|增长|各项|主要|全市|工作)"),
        .. Rows(DeadlineKind.Period, "(?<![—-])" + Year + "(?=(?:全面|基本|力争|确保|全部)?(?:达到|达|实现|完成|建成|降至|提高到|提升到|控制在))"),
        .. Rows(DeadlineKind.Period, "(?<on>今年|本年|明年)?" + Quarter + "(?=(?:全面|基本|力争)?(?:完成|建成|开工|实现|投产|投运|启动|竣工|出台|印发|达到))"),
        .. Rows(DeadlineKind.Continuous,
            "(?<=^|[，。；、：（(|])(?:并)?(?:全年持续(?:坚持|推进|实施|开展|落实|抓好)?|长期(?:坚持|推进|实施|落实|开展|执行|有效)?|(?:持续|常态化?)(?:坚持|推进|实施|开展|落实|抓好)?|全年(?:坚持|推进|实施|开展|落实|抓好)|立行立改、长期坚持)(?=$|[，。；、）)|])",
            "长期坚持",
            @"(?<=^|[:(,;.|]\s?)(?:ongoing|continuous|continuing)\b"),
        .. Rows(DeadlineKind.Date,
            @"\b(?:by|before|no later than|until)\s+(?:the\s+)?(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + EnglishMonth + @",?\s+(?<y>20\d\d)\b",
            @"\b(?:by|before|no later than|until)\s+" + EnglishMonth + @"\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>20\d\d)\b",
            @"\b(?:by|before|no later than|until)\s+(?:the\s+)?(?:end\s+of\s+)?" + EnglishMonth + @",?\s+(?<y>20\d\d)\b",
            @"\b(?:by|before|in)\s+(?:the\s+)?(?:end\s+of\s+)?Q(?<q>[1-4])\s+(?:of\s+)?(?<y>20\d\d)\b",
            @"\bby\s+(?:the\s+)?(?:end\s+of\s+)?(?:FY\s?|fiscal\s+year\s+)?(?<y>20\d\d)\b",
            @"\b(?:by|before|no later than|until)\s+" + SlashDates.Form + @"(?![\d/])",
            @"\bby\s+(?:the\s+)?year[- ]end\b",
            @"(?<=[:|(;,]\s?|^)(?:end of\s+)?" + EnglishMonth + @"\s+(?<y>20\d\d)(?=$|[,.;)|])"),
        .. Rows(DeadlineKind.Period,
            Year + @"(?=(?:[、和]20\d\d年){1,5}(?:分别|各|依次))",
            @"(?<=^|[，。；：（(\n、|]|确保|力争|计划|拟|于|在|[、和])" + Year + @"(?:内|度内|间)?(?!以来|以前|以后|度|版|起|初|[春秋]季学期|\d{1,2}月|[-—–~～至到）)])"),
    ];

    /// <summary>What stands alone after 完成时限： or in its column.</summary>
    public static readonly DeadlineForm[] Bare =
    [
        .. Rows(DeadlineKind.Date,
            @"^(?<y>20\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})$",
            $"^(?:by |before )?{SlashDates.Form}$",
            @"^(?<d>\d{1,2})(?:st|nd|rd|th)?\s+" + EnglishMonth + @",?\s+(?<y>20\d\d)$",
            "^" + EnglishMonth + @"\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>20\d\d)$",
            @"^(?:end\s+(?:of\s+)?)?" + EnglishMonth + @"\s+(?<y>20\d\d)$",
            @"^(?<y>20\d\d)[-/.](?<m>\d{1,2})$",
            @"^(?:end\s+(?:of\s+)?)?Q(?<q>[1-4])[\s,/-]*(?<y>20\d\d)$|^(?<y>20\d\d)[\s,/-]*Q(?<q>[1-4])$",
            @"^(?:end\s+(?:of\s+)?|year[- ]end\s+)?(?:FY\s?)?(?<y>20\d\d)年?$",
            @"^(?:by\s+)?(?:the\s+end\s+of\s+)?(?<season>Spring|Summer|Autumn|Fall|Winter)\s+(?<y>20\d\d)$",
            "^" + Month + @"(?:(?<d>\d{1,2})[日号])?$",
            "^" + Year + Month + @"(?<d>\d{1,2})[日号]起(?:执行|实施|施行)?$",
            "^" + Quarter + "$"),
        .. Rows(DeadlineKind.Relative, "^(?:即时|立即|即刻|即行)(?:完成|办理|整改|落实|执行)?$"),
        .. Rows(DeadlineKind.Period,
            "^(?:全年|年内|当年|本年度?|20\\d\\d年(?:全年|年度))$",
            @"^(?:FY\s?)?20\d\d\s*[-–—/]\s*(?<y>20\d\d)$"),
    ];

    /// <summary>The time that the head of a column names.</summary>
    public static readonly Regex OfHead = new(
        $"^(?:{Year})?(?:{Month}|第?(?<q>[一二三四1-4])季度?|(?<half>[上下]半年)|Q(?<q>[1-4])(?<y>20\\d\\d)?)", RegexOptions.CultureInvariant);

    public static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    public static int MonthOf(Match match) =>
        match.Groups["m"] is { Success: true } month ? NumberOf(month.Value) ?? 12
        : match.Groups["em"] is { Success: true } name ? EnglishMonthOf(name.Value)
        : match.Groups["q"] is { Success: true } quarter ? 3 * (NumberOf(quarter.Value) ?? 4)
        : match.Groups["season"] is { Success: true } season ? SeasonEnd(season.Value)
        : match.Groups["half"] is { Success: true } half ? half.Value.StartsWith('下') ? 12 : 6
        : 12;

    public static int? DayOf(Match match) =>
        match.Groups["d"] is { Success: true } day && NumberOf(day.Value) is > 0 and var number ? number
        : match.Groups["part"] is not { Success: true } part ? null
        : part.Value switch { "上旬" or "初" => 10, "中旬" or "中" => 20, _ => null };

    /// <summary>How many years after the usual one: 明年 is one.</summary>
    public static int YearsOn(Match match) => match.Groups["on"].Value is "明年" or "次年" ? 1 : 0;

    public static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : text.ToUpperInvariant() switch
        {
            "TWO" => 2,
            "THREE" => 3,
            "FOUR" => 4,
            "SIX" => 6,
            _ => ChineseNumeral.Parse(text.Replace('两', '二')),
        };

    /// <summary>较2020年增长 compares, and sets no limit; 自3月1日起至6月8日 does.</summary>
    public static bool IsBaseline(string text, Match match, bool isSpan)
    {
        var end = match.Index + match.Length;
        if (Validity().IsMatch(text[Math.Max(0, match.Index - 12)..match.Index]) || Happened().IsMatch(text[end..Math.Min(text.Length, end + 30)]))
            return true;
        var head = text[Math.Max(0, match.Index - 2)..match.Index];
        return head.EndsWith('较') || head.EndsWith('比') || (!isSpan && (head.EndsWith('自') || head.EndsWith('从')));
    }

    private static int SeasonEnd(string name) => name.ToUpperInvariant() switch { "SPRING" => 5, "SUMMER" => 8, "WINTER" => 12, _ => 11 };

    private static int EnglishMonthOf(string name) =>
        Array.FindIndex(["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
            month => name.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1;

    private static IEnumerable<DeadlineForm> Rows(DeadlineKind kind, params string[] patterns) => patterns.Select(pattern =>
        new DeadlineForm(kind, new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)));

    // 有效期至2027年底 and 自2026年起施行 say how long a text holds.
    [GeneratedRegex("有效期[^，。；]{0,8}$|试行期[^，。；]{0,8}$|(?:截止|截至)(?:目前)?[到至]?$")]
    private static partial Regex Validity();

    [GeneratedRegex("^(?:起)?(?:施行|实施|执行|生效)[。；]|^[，,]?[^，。；]{0,24}(?:召开|审议通过|会议通过)")]
    private static partial Regex Happened();

    [GeneratedRegex("《[^《》]{1,80}》|(?:方案|计划|规划|纲要|行动|要点)[（(]20[^）)]{2,14}[）)]")]
    public static partial Regex Quoted();

    [GeneratedRegex("^(?:全年)?(?:长期|持续|常态|贯穿|立行立改|日常|坚持|ongoing|continuous|permanent)[^，。；\\d]{0,12}$", RegexOptions.IgnoreCase)]
    public static partial Regex Standing();
}
