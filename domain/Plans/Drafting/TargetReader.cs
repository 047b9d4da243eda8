using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>The targets with a value (目标值) that a passage names: numbers, classes, full coverage, milestones.</summary>
internal static partial class TargetReader
{
    public const int ClauseLengthMax = 300;

    /// <param name="taken">Stretches that owners and time limits have taken: their numbers are no targets.</param>
    public static IReadOnlyList<PlanTarget> Read(Passage passage, IReadOnlyList<(int Start, int End)> taken)
    {
        if (!HasChinese().IsMatch(passage.Text))
            return EnglishTargets.Read(passage, taken);

        var targets = new List<PlanTarget>();
        var sentence = (TargetStrength?)null;
        foreach (Match match in Clause().Matches(passage.Text))
        {
            var outcome = TargetWords.TellsOutcome(match.Value);
            var own = outcome ? sentence : TargetWords.StrengthOf(match.Value);
            if (match.Length <= ClauseLengthMax && !NotTargets.IsHistory(match.Value))
                targets.AddRange(InClause(passage, match.Index, match.Value, taken, own ?? TargetStrength.Must));
            var after = match.Index + match.Length;
            sentence = after < passage.Text.Length && passage.Text[after] is '，' or ',' ? own ?? sentence : null;
        }

        return targets;
    }

    private static IEnumerable<PlanTarget> InClause(
        Passage passage, int at, string clause, IReadOnlyList<(int Start, int End)> taken, TargetStrength strength)
    {
        var numbers = Quantity.In(clause)
            .Where(number => !taken.Any(span => span.Start < at + number.End && at + number.Start < span.End))
            .ToList();
        var left = 0;
        for (var i = 0; i < numbers.Count; i++)
        {
            var right = EndOfPart(clause, numbers[i], i + 1 < numbers.Count ? numbers[i + 1].Start : clause.Length);
            yield return OfNumber(passage, at, clause, (left, right), numbers[i], taken, strength);
            left = right < clause.Length && clause[right] == '、' ? right + 1 : right;
        }

        foreach (var other in WithoutNumber(clause, numbers))
        {
            var metric = other.Op == TargetComparison.Done || other.Value is null
                ? clause : TargetWords.MetricOf(Untimed(clause[..other.Start], at, taken), "");
            yield return new PlanTarget(passage.Quote(at, clause.Length), strength, metric, other.Op, other.Value, other.Unit, passage.LineAt(at + other.Start));
        }
    }

    // 3个甲、20个乙 are two targets; 甲、乙、丙三大产业 and 5个甲、乙 are one.
    private static int EndOfPart(string clause, Quantity number, int next)
    {
        if (number.InChinese && next == clause.Length)
            return next;
        var comma = clause.IndexOf('、', number.End);
        var last = next < clause.Length ? clause.LastIndexOf('、', next - 1, Math.Max(0, next - number.End)) : -1;
        return last >= number.End ? last : next < clause.Length ? next - TargetWords.LengthOfEdge(clause[number.End..next]) : comma >= 0 && number.Unit.Length > 0 && char.IsAsciiLetter(number.Unit[0]) ? comma : next;
    }

    private static PlanTarget OfNumber(
        Passage passage, int at, string clause, (int Left, int Right) part, Quantity number, IReadOnlyList<(int Start, int End)> taken, TargetStrength strength)
    {
        var before = Untimed(clause[part.Left..number.Start], at + part.Left, taken);
        var after = clause[number.End..Math.Max(number.End, part.Right)];
        return new PlanTarget(
            passage.Quote(at + part.Left, part.Right - part.Left),
            TargetWords.StrengthOf(before) ?? strength,
            TargetWords.MetricOf(before, after),
            TargetWords.ComparisonOf(before.Length > 0 ? before : LeadOf(clause), number, after),
            number.Value, number.Unit, passage.LineAt(at + number.Start));
    }

    // In 建设3个甲、20个乙 the verb of the first holds for the second.
    private static string LeadOf(string clause) => Quantity.In(clause).First() is var first ? clause[..first.Start] : "";

    private static string Untimed(string text, int at, IReadOnlyList<(int Start, int End)> taken)
    {
        var kept = text.Where((_, i) => !taken.Any(span => span.Start <= at + i && at + i < span.End));
        return string.Concat(kept).TrimStart('，', '、', '内', '前');
    }

    private readonly record struct Other(int Start, TargetComparison? Op, TargetValue? Value, string? Unit);

    private static IEnumerable<Other> WithoutNumber(string clause, List<Quantity> numbers)
    {
        if (FullCoverage().Match(clause) is { Success: true } full && numbers.TrueForAll(number => number.Unit != "%"))
            yield return new Other(full.Index, TargetComparison.Exactly, new TargetValue(100m), "%");
        if (ZeroGrowth().Match(clause) is { Success: true } zero)
            yield return new Other(zero.Index, TargetComparison.AtMost, new TargetValue(0m), "%");
        if (numbers.Count == 0 && Doubled().Match(clause) is { Success: true } doubled)
            yield return new Other(doubled.Index, TargetComparison.AtLeast, new TargetValue(doubled.Groups["times"].Value is "一" ? 2m : 4m), "倍");
        if (Nil().Match(clause) is { Success: true } nil)
            yield return new Other(nil.Index, TargetComparison.Exactly, new TargetValue(0m), null);
        if (numbers.Count == 0 && Direction().Match(clause) is { Success: true } direction)
            yield return new Other(direction.Groups["to"].Index, null, null, null);
        if (numbers.Count == 0 && WaterClass().Match(clause) is { Success: true } water)
            yield return new Other(water.Index, TargetComparison.AtLeastAsGoodAs, new TargetValue(Latin(water.Groups["class"].Value)), "类");
        if (Standard().Matches(clause) is { Count: > 0 } standards)
            yield return new Other(standards[0].Index, null, new TargetValue(string.Concat(standards.Select(standard => standard.Value))), null);
        if (numbers.Count == 0 && Milestone().Match(clause) is { Success: true } milestone && Milestones.CountOf(milestone.Groups["what"].Value) is { } count)
            yield return new Other(milestone.Groups["what"].Index, TargetComparison.Done, new TargetValue(count), "个");
    }

    private static string Latin(string roman) => roman switch { "Ⅰ" => "I", "Ⅱ" => "II", "Ⅲ" => "III", "Ⅳ" => "IV", "Ⅴ" => "V", _ => roman };

    [GeneratedRegex(@"[^，。；！？\n：,;]+(?:(?<=\d),(?=\d{3})[^，。；！？\n：,;]+)*")]
    private static partial Regex Clause();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex HasChinese();

    [GeneratedRegex("全覆盖")]
    private static partial Regex FullCoverage();

    [GeneratedRegex("翻(?<times>[一两])番")]
    private static partial Regex Doubled();

    [GeneratedRegex("零增长|负增长")]
    private static partial Regex ZeroGrowth();

    [GeneratedRegex("动态清零|(?:全部|基本|全面|实现)清零|零(?:发生|事故|死亡|新增|排放|上访|伤亡|火点|火情|火灾|感染|差错|投诉|拖欠|欠薪|辍学|溺亡|返贫|越级|积压|延误|违规|案件)")]
    private static partial Regex Nil();

    // What can be measured, and which way it is to go: 差距明显缩小.
    [GeneratedRegex("(?:指标|强度|差距|比重|占比|(?<!效)率|收入|浓度|能耗|总量|(?:排放|发生|死亡|接待|交易|吞吐|发案|保有)量|总额|产值|寿命|规模|成本|数量|密度|增加值)(?<to>(?:明显|显著|稳步|持续|继续|大幅度?|逐步|不断|进一步|有所|逐年)(?:提高|提升|下降|缩小|增长|扩大|降低|减少|缩短|增加|上升))$")]
    private static partial Regex Direction();

    [GeneratedRegex("(?<![-—–~～至劣于])(?<class>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)类")]
    private static partial Regex WaterClass();

    // “一校一场两馆”: so much for each of something.
    [GeneratedRegex("“一[校县村乡镇区社户企街](?:[（(][^）)]{1,3}[）)])?(?:[一两二三四五六七八九十][\\p{IsCJKUnifiedIdeographs}-[一两二三四五六七八九十]]){2,5}”")]
    private static partial Regex Standard();

    [GeneratedRegex("^(?:[^“”]{0,12}?(?:年|月|底|前))?(?:全面|力争|确保)?(?:开工建设|建成投用|建成投产|建成运营|建成通车|建成|竣工|开工|投产|完工)(?!于|区|面积|投资|科技|率|后|以来)(?<what>.{4,})$|^(?<what>.{4,60}?)(?:全面|基本|全部)?(?:建成投用|建成投产|建成投运|建成通车|建成运营|建成使用|竣工|竣工验收|正式投产|通车运营|投入使用|投入运营|主体完工|开工建设)$")]
    private static partial Regex Milestone();
}
