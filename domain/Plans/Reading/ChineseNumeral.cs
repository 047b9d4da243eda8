namespace Supervision.Plans;

/// <summary>Numbers from 1 to 99 as numbering writes them: 一, 十, 十二, 二十, 二十三.</summary>
internal static class ChineseNumeral
{
    public const int Max = 99;

    public const string Digits = "〇一二三四五六七八九";

    /// <summary>Null where the characters are no such number.</summary>
    public static int? Parse(string text)
    {
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Length == 1 ? DigitOf(text[0]) : null;

        int? tens = ten == 0 ? 1 : ten == 1 ? DigitOf(text[0]) : null;
        int? ones = text.Length == ten + 1 ? 0 : text.Length == ten + 2 ? DigitOf(text[ten + 1]) : null;
        return (tens * 10) + ones;
    }

    public static string Write(int number) => number switch
    {
        < 1 or > Max => throw new ArgumentOutOfRangeException(nameof(number), number, "Numbering runs from 1 to 99."),
        < 10 => $"{Digits[number]}",
        < 20 => "十" + (number == 10 ? "" : Digits[number - 10]),
        _ => $"{Digits[number / 10]}十" + (number % 10 == 0 ? "" : Digits[number % 10]),
    };

    private static int? DigitOf(char c) =>
        Digits.IndexOf(c, StringComparison.Ordinal) is var digit and > 0 ? digit : null;
}
