using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>The rule by which one list has a lead after all: 列第一位的为牵头单位.</summary>
internal static partial class FirstLeads
{
    public static bool IsSaid(IEnumerable<PlanLine> leadIn, IEnumerable<PlanPart> parts) =>
        leadIn.Any(line => Rule().IsMatch(line.Text)) || parts.Any(IsSaidIn);

    /// <summary>Whether words in a list of owners are a note on it, and no name.</summary>
    public static bool IsNote(string words) => Note().IsMatch(words);

    /// <summary>How many letters of a name are the name, before such a note in brackets.</summary>
    public static int LengthWithoutNote(string name) => NoteAtEnd().Match(name) is { Success: true } note ? note.Index : name.Length;

    private static bool IsSaidIn(PlanPart part) =>
        Rule().IsMatch(part.Title) || part.Paragraphs.Any(paragraph => Rule().IsMatch(paragraph.Text)) || part.Children.Exists(IsSaidIn);

    [GeneratedRegex("(?:第一位|首位|第一个|第一名|最前|排名第一|排第一|列第一)[^，。；]{0,8}(?:为|是)(?:牵头|主办|主责|第一责任)")]
    private static partial Regex Rule();

    [GeneratedRegex("(?<=.)[（(][^（()）]*(?:第一位|首位|排名第一|列第一|排第一|下同)[^（()）]*[）)]$")]
    private static partial Regex NoteAtEnd();

    [GeneratedRegex("^(?:以)?下同$|第一位|首位|排名第一|列第一|排第一")]
    private static partial Regex Note();
}
