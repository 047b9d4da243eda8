using System.Globalization;
using System.Text;

namespace Supervision.Api.Documents;

/// <summary>Counting in Chinese, as numbering does it: 十二, 二十, 一百零三.</summary>
internal static class Numerals
{
    public const string Digits = "〇一二三四五六七八九";

    /// <summary>From 10,000 in digits.</summary>
    public static string Chinese(int value)
    {
        if (value >= 10_000)
            return value.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        var skipped = false;
        foreach (var (worth, sign) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = value / worth % 10;
            if (digit > 0)
                text.Append(skipped && text.Length > 0 ? "零" : "").Append(Digits[digit]).Append(sign);
            skipped = digit == 0;
        }

        return text.ToString() is ['一', '十', ..] teen ? teen[1..] : text.ToString();
    }
}
