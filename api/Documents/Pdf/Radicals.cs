using System.Collections.Frozen;
using System.Text;

namespace Supervision.Api.Documents.Pdf;

/// <summary>
/// Turns radicals (部首) into the characters that they look like. Fonts draw 民 and ⺠ with one glyph, and many programs
/// write the radical's code into the pdf: what a person reads as 一、 would be no number to us.
/// </summary>
internal static class Radicals
{
    private const char SupplementFirst = '⺀';
    private const char KangxiFirst = '⼀';
    private const char KangxiLast = '⿕';

    // Pairs of radical and character of the supplement block, which has no compatibility mapping (Unicode,
    // EquivalentUnifiedIdeograph.txt), then radicals of the Kangxi block whose glyph in mainland fonts is the simplified form.
    private static readonly FrozenDictionary<char, char> Pairs = (
        "⺁厂⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺮竹⺰纟⺲罒⺶羊⺷羊⺸羊⺹耂⺻聿⺼肉⺽臼"
        + "⺾艹⺿艹⻀艹⻁虎⻂衤⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟"
        + "⼾户⾭青⿈黄").Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    public static string Replaced(string text) => text.Any(IsRadical) ? string.Concat(text.Select(Replaced)) : text;

    private static bool IsRadical(char c) => c is >= SupplementFirst and <= KangxiLast;

    private static string Replaced(char c) =>
        Pairs.TryGetValue(c, out var character) ? character.ToString()
        : c is >= KangxiFirst and <= KangxiLast ? c.ToString().Normalize(NormalizationForm.FormKC)
        : c.ToString();
}
