using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>A number with its unit, as a clause writes it.</summary>
/// <param name="InChinese">Whether the number is written in characters: 六大, 两个. Such a number names a set.</param>
internal sealed partial record Quantity(int Start, int Length, TargetValue Value, string Unit, bool InChinese)
{
    public int End => Start + Length;

    /// <summary>2×1000MW says what a thing is made for.</summary>
    public bool IsCapacity => Unit is "MW" or "GW" or "kW" or "兆瓦" or "千瓦" or "万千瓦";

    // Years, versions, voltages and the like have units that are not here: what is not counted is no target.
    private const string Counted =
        "个百分点|个工作日|个标准|个班|平方公里|平方米|平方千米|立方米|立方米/日|吨标准煤|吨标煤|千瓦时|千瓦|兆瓦|标准箱|标箱|人次|户次|场次|件次|车次|公里|千米|公顷|"
        + "批次|剂次|剂|秒|毫秒|单(?![位元项独])|卷|顶|笔|封|幅|副|桩|艘次|架次|座次|尾|分(?!之|钟|类|期|批|级|步|别|区|布|段|局|会|公司|行)|台套|工作日|自然日|个月|分钟|小时|美元|个|家|项|所|座|处|条|亩|人|名|户|次|场|批|件|套|台|辆|艘|架|米|吨|元|张|床|天|日|篇|种|类|片|对|组|支|只|头|羽|株|棵|位|倍|"
        + "宗|例|份|部|册|本|栋|间|幢|枚|面|块|道|孔|眼|口|盏|门|期|轮|届|趟|列|班|节|学时|课时|村|镇|乡|平米|蒸吨|升|克|公斤|斤|微克/立方米|毫克/升|PFLOPS|EFLOPS|[GMT]bps|[GTP]B|P|MW|GW|kW|kWh|TEU|km|‰";

    public static IEnumerable<Quantity> In(string clause)
    {
        foreach (Match match in Pattern().Matches(clause))
        {
            if (NotTargets.Covers(clause, match))
                continue;
            if (match.Groups["mul"] is { Success: true } factor)
                yield return Of(match, Number(factor.Value) * Number(match.Groups["n"].Value), match.Groups["unit"].Value);
            else if (match.Groups["third"] is { Success: true } part)
                yield return Of(match, Math.Round(100m * (Chinese(part.Value) ?? 1) / (Chinese(match.Groups["of"].Value) ?? 1), 2), "%");
            else if (match.Groups["hundredth"] is { Success: true } share && Chinese(share.Value) is { } percent)
                yield return Of(match, percent, "%");
            else if (match.Groups["cn"] is { Success: true } written && Chinese(written.Value) is { } count)
                yield return Of(match, count, match.Groups["big"].Value + (match.Groups["cunit"].Value is "大" ? "个" : match.Groups["cunit"].Value)) with { InChinese = match.Groups["big"].Length == 0 };
            else if (match.Groups["n"] is { Success: true } number && Number(number.Value) is var value)
                yield return Of(match, value, match.Groups["pc"].Success ? "%" : match.Groups["unit"].Value);
        }
    }

    private static Quantity Of(Match match, decimal value, string unit) =>
        new(match.Index, match.Length, new TargetValue(value), unit, false);

    private static decimal Number(string text) =>
        decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int? Chinese(string text) =>
        text == "百" ? 100 : ChineseNumeral.Parse(text.Replace('两', '二'));

    [GeneratedRegex(
        @"(?<![\dA-Za-z.〔+#第“])(?:(?:(?<mul>\d{1,3})\s?[×xX*]\s?)?(?<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d{1,6})?)(?:[-—–~～至](?:\d+(?:\.\d+)?))?\+?(?:余|多)?(?:(?<pc>%)|(?<unit>[十百千]?[万亿]?(?:" + Counted + @")(?:/(?:日|天|年|月|小时|分钟|亩|户|平方米|立方米|平方公里|万人|千人|百人|人|[a-zA-Z]{1,4}))?))(?![A-Za-z]))"
        + @"|(?<=(?:提高|提升|下降|降|增加|增长|增|达|控制|稳定|保持|压减|扩大)(?:到|至|在)?|不低于|不高于|不超过|不少于|超过)(?!20\d\d)(?<n>\d{1,9}(?:\.\d{1,6})?)(?=(?:以上|以下|以内|左右)?$)"
        + @"|(?<of>[二三四五六七八九十])分之(?<third>[一二三四五六七八九])|百分之(?<hundredth>[一二三四五六七八九十]{1,3}|百)"
        + @"|(?<![一二三四五六七八九十百千万第每逐上下这那某同单唯分])(?<cn>[两一二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)(?:(?<cunit>大|级)|(?<big>[百千]?[万亿])(?<cunit>" + Counted + @")|(?<cunit>个|家|项|所|座|处|条|场|批))")]
    private static partial Regex Pattern();
}
