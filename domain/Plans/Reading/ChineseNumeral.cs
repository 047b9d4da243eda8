namespace Supervision.Plans;

/// <summary>Numbers from 1 to 999 as numbering writes them: 一, 十, 十二, 二十三, 一百零三, 一百一十.</summary>
internal static class ChineseNumeral
{
    public const int Max = 999;

    public const string Digits = "〇一二三四五六七八九";

    /// <summary>Null where the characters are no such number.</summary>
    public static int? Parse(string text)
    {
        var hundred = text.IndexOf('百', StringComparison.Ordinal);
        if (hundred < 0)
            return BelowHundred(text);
        var rest = text[(hundred + 1)..].TrimStart('零', '〇');
        return hundred == 1 && DigitOf(text[0]) * 100 is { } hundreds && (rest.Length == 0 ? 0 : BelowHundred(rest)) is { } ones ? hundreds + ones : null;
    }

    public static string Write(int number) => number switch
    {
        < 1 or > Max => throw new ArgumentOutOfRangeException(nameof(number), number, "Numbering runs from 1 to 999."),
        < 10 => $"{Digits[number]}",
        < 20 => "十" + Ones(number),
        < 100 => $"{Digits[number / 10]}十" + Ones(number),
        _ when number % 100 == 0 => $"{Digits[number / 100]}百",
        _ when number % 100 < 10 => $"{Digits[number / 100]}百零{Digits[number % 10]}",
        _ => $"{Digits[number / 100]}百{Digits[number / 10 % 10]}十" + Ones(number),
    };

    private static int? BelowHundred(string text)
    {
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Length == 1 ? DigitOf(text[0]) : null;

        int? tens = ten == 0 ? 1 : ten == 1 ? DigitOf(text[0]) : null;
        int? ones = text.Length == ten + 1 ? 0 : text.Length == ten + 2 ? DigitOf(text[ten + 1]) : null;
        return (tens * 10) + ones;
    }

    private static string Ones(int number) => number % 10 == 0 ? "" : $"{Digits[number % 10]}";

    private static int? DigitOf(char c) =>
        Digits.IndexOf(c, StringComparison.Ordinal) is var digit and > 0 ? digit : null;
}
