using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>What stands before the first chapter: the notice (版头), the title, and the words that lead in.</summary>
/// <param name="Title">Null where no line looks like one.</param>
/// <param name="LeadIn">The lines between title and first chapter.</param>
internal sealed partial record Letterhead(
    string? Title, string? DocNo, string? Issuer, DateOnly? IssuedOn, IReadOnlyList<PlanLine> LeadIn)
{
    /// <summary>A title is set over at most this many lines.</summary>
    public const int TitleLinesMax = 4;

    /// <summary>A longer line is a paragraph, whatever its last word.</summary>
    public const int TitleLengthMax = 120;

    public static Letterhead Of(IReadOnlyList<PlanLine> lines)
    {
        var (title, titleEnd) = FindTitle(lines);
        var dateAt = lines.ToList().FindLastIndex(line => DateLine.Parse(line.Text) is not null);
        var docNo = lines.Select(line => Number().Match(line.Text)).FirstOrDefault(match => match.Success)?.Value;
        var issuer = dateAt > 0 && IsAgency(lines[dateAt - 1].Text)
            ? lines[dateAt - 1].Text
            : lines.FirstOrDefault(line => IsAgency(line.Text))?.Text;
        return new Letterhead(
            title,
            docNo,
            issuer,
            dateAt < 0 ? null : DateLine.Parse(lines[dateAt].Text),
            [.. lines.Skip(titleEnd + 1).Where(line => !IsFormal(line.Text))]);
    }

    /// <summary>Whether a line is nothing but the name of a body that issues documents.</summary>
    public static bool IsAgency(string text) => IssuingBody().IsMatch(text);

    /// <summary>Whether a line has the last word of a title: 方案, 计划.</summary>
    public static bool EndsAsTitle(string text) => text.Length <= TitleLengthMax && TitleEnd().IsMatch(text);

    private static (string? Title, int End) FindTitle(IReadOnlyList<PlanLine> lines)
    {
        var end = lines.ToList().FindLastIndex(line => EndsAsTitle(line.Text));
        if (end < 0)
            return FirstPlainLine(lines);

        var whole = string.Concat(lines.Select(line => Squeeze(line.Text)));
        // Under a Chinese title, the English one says it again.
        var last = end;
        if (end > 0 && !HasChinese().IsMatch(lines[end].Text) && HasChinese().IsMatch(lines[end - 1].Text) && EndsAsTitle(lines[end - 1].Text))
            end--;
        var title = lines[end].Text;
        var joined = title;
        var connected = true;
        for (var i = end - 1; i >= Math.Max(0, end - TitleLinesMax + 1) && !lines[i + 1].AfterBlank; i--)
        {
            joined = lines[i].Text + Sentence.Between(lines[i].Text, joined) + joined;
            connected &= (!IsFormal(lines[i].Text) || (title.StartsWith("关于", StringComparison.Ordinal) && IsAgency(lines[i].Text))) && !Sentence.IsFinished(lines[i].Text);

            // A notice quotes the title it announces: what occurs twice is the whole of it.
            if (connected || Occurs(whole, Squeeze(joined)) > 1)
                title = joined;
        }

        (title, end) = WithPeriod(lines, title, last);
        return (Announced().Match(title) is { Success: true } notice ? notice.Groups[1].Value.Trim('《', '》') : Annex().Replace(title, ""), end);
    }

    // （2025—2027年） and 2026 to 2029 are set under the title.
    private static (string Title, int End) WithPeriod(IReadOnlyList<PlanLine> lines, string title, int end)
    {
        return end + 1 < lines.Count && !lines[end + 1].AfterBlank && Period().IsMatch(lines[end + 1].Text)
            ? (title + (HasChinese().IsMatch(title) ? "" : " ") + lines[end + 1].Text, end + 1) : (title, end);
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex HasChinese();

    [GeneratedRegex(@"^[（(]?20\d\d\s?年?\s?(?:[-—–－~～至/]{1,2}|to)\s?20\d\d\s?年?(?:度)?[）)]?$")]
    private static partial Regex Period();

    private static (string? Title, int End) FirstPlainLine(IReadOnlyList<PlanLine> lines)
    {
        var at = lines.ToList().FindIndex(line =>
            line.Text.Length <= TitleLengthMax && !IsFormal(line.Text) && !Sentence.IsFinished(line.Text));
        return at < 0 ? (null, -1) : (lines[at].Text, at);
    }

    private static bool IsFormal(string text) =>
        DateLine.Parse(text) is not null || Number().Match(text).Length == text.Length || IsAgency(text);

    private static int Occurs(string text, string part) => text.Split(part).Length - 1;

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("(?:方案|计划|规划|纲要|意见|办法|要点|措施|细则|分工|清单|通知|决定|行动|任务书|责任书|台账|一览表|分工表|分解表|任务表|安排|条例|规定|制度|预案|实事)(?:[（(][^（()）]{1,30}[）)])?$|\\b(?:plan|strategy|programme|program|framework|roadmap|agenda|by-?law|regulations?|ordinance|rules|act)(?:,?\\s+\\(?(?:for\\s+)?(?:FY\\s?)?\\d{4}(?:\\s?(?:[-–—/]|to)\\s?(?:FY\\s?)?\\d{2,4})?\\)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleEnd();

    [GeneratedRegex(@"^附[件表]\s*(?:\d{1,2}(?!\d))?\s*[:：]?\s*")]
    private static partial Regex Annex();

    [GeneratedRegex("印发(.+?)的通知$")]
    private static partial Regex Announced();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2,12}\s?[〔\[［【（(]\s?\d{4}\s?[〕\]］】）)]\s?第?\s?\d{1,4}\s?号")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{2,24}(?:人民政府|人民政府办公室|政府办|委员会|办公室|指挥部|领导小组|督查室|局|厅)$|^(?:Ministry|Department|Office|Government|Council|City|County|Borough|State|Province|Republic) of (?:[A-Z]\w+(?:,? (?:and |of |for |the )*)?){1,6}$|^(?:MINISTRY|DEPARTMENT|OFFICE|GOVERNMENT|COUNCIL|CITY|COUNTY|BOROUGH|STATE|PROVINCE|REPUBLIC) OF [A-Z ]{3,40}$")]
    private static partial Regex IssuingBody();
}
