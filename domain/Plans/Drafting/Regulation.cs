using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>A text of articles (第一条 …) that lays down rules and hands out no tasks.</summary>
internal static partial class Regulation
{
    public static bool Is(string title, IEnumerable<PlanPart> roots)
    {
        var parts = roots.SelectMany(root => root.Children.Prepend(root)).ToList();
        return !Plan().IsMatch(title) && parts.Count(part => part.Number?.Key.EndsWith('条') == true || ArticleKey().IsMatch(part.Number?.Key ?? "")) >= 2
            && (Rules().IsMatch(title) || parts.Exists(part => GeneralPart().IsMatch(part.Title)));
    }

    [GeneratedRegex("^(?:Article|Section|Clause) ", RegexOptions.IgnoreCase)]
    private static partial Regex ArticleKey();

    [GeneratedRegex("方案|计划|规划|行动|要点|纲要|分工|若干措施|意见")]
    private static partial Regex Plan();

    [GeneratedRegex("\\b(?:by-?law|regulations?|ordinance|rules|act|code)(?: \\d{4})?$|(?:条例|办法|规定|细则|规则|制度|章程|规范)(?:[（(][^（()）]{1,12}[）)])?$", RegexOptions.IgnoreCase)]
    private static partial Regex Rules();

    [GeneratedRegex("^总\\s*则$|^附\\s*则$|^为(?:了)?(?:加强|规范|保障|促进).*制定本")]
    private static partial Regex GeneralPart();
}
