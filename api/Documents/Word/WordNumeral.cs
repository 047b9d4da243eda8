using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Supervision.Api.Documents.Word;

/// <summary>Numbers in the forms of Word: 12, 十二, Ⅻ, ⑫, 乙.</summary>
internal static class WordNumeral
{
    private static readonly (int Value, string Sign)[] Romans =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
        (5, "V"), (4, "IV"), (1, "I"),
    ];

    private static readonly Dictionary<NumberFormatValues, Func<int, string>> Forms = new()
    {
        [NumberFormatValues.None] = _ => "",
        [NumberFormatValues.DecimalZero] = value => value.ToString("00", CultureInfo.InvariantCulture),
        [NumberFormatValues.DecimalFullWidth] = value => string.Concat(Decimal(value).Select(digit => (char)(digit - '0' + '０'))),
        [NumberFormatValues.ChineseCounting] = Numerals.Chinese,
        [NumberFormatValues.ChineseCountingThousand] = Numerals.Chinese,
        [NumberFormatValues.TaiwaneseCounting] = Numerals.Chinese,
        [NumberFormatValues.TaiwaneseCountingThousand] = Numerals.Chinese,
        [NumberFormatValues.JapaneseCounting] = Numerals.Chinese,
        [NumberFormatValues.ChineseLegalSimplified] = value => Legal(Numerals.Chinese(value)),
        [NumberFormatValues.IdeographDigital] = value => string.Concat(Decimal(value).Select(digit => Numerals.Digits[digit - '0'])),
        [NumberFormatValues.IdeographTraditional] = value => Of("甲乙丙丁戊己庚辛壬癸", value),
        [NumberFormatValues.IdeographZodiac] = value => Of("子丑寅卯辰巳午未申酉戌亥", value),
        [NumberFormatValues.DecimalEnclosedCircle] = value => Of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", value),
        [NumberFormatValues.DecimalEnclosedCircleChinese] = value => Of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", value),
        [NumberFormatValues.DecimalEnclosedParen] = value => $"（{Decimal(value)}）",
        [NumberFormatValues.DecimalEnclosedFullstop] = value => $"{Decimal(value)}.",
        [NumberFormatValues.IdeographEnclosedCircle] = value => $"（{Numerals.Chinese(value)}）",
        [NumberFormatValues.UpperRoman] = Roman,
        [NumberFormatValues.LowerRoman] = value => Roman(value).ToLowerInvariant(),
        [NumberFormatValues.UpperLetter] = Letters,
        [NumberFormatValues.LowerLetter] = value => Letters(value).ToLowerInvariant(),
    };

    /// <summary>A form that is not known, and a number that a form cannot write, is written in digits.</summary>
    public static string Write(int value, NumberFormatValues form) =>
        value > 0 && Forms.TryGetValue(form, out var write) ? write(value) : Decimal(value);

    private static string Decimal(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Of(string signs, int value) => value <= signs.Length ? signs[value - 1].ToString() : Decimal(value);

    private static string Letters(int value) => value > 780 ? Decimal(value) : new string((char)('A' + ((value - 1) % 26)), ((value - 1) / 26) + 1);

    private static string Roman(int value)
    {
        if (value >= 4000)
            return Decimal(value);
        var text = new StringBuilder();
        foreach (var (worth, sign) in Romans)
        {
            for (; value >= worth; value -= worth)
                text.Append(sign);
        }

        return text.ToString();
    }

    private static string Legal(string text) =>
        string.Concat(text.Select(c => "一二三四五六七八九十百千".IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? "壹贰叁肆伍陆柒捌玖拾佰仟"[at] : c));
}
