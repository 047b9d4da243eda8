using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Supervision.Plans;

namespace Supervision.Tests.Plans;

/// <summary>
/// A plan written for these tests, with what a careful person would draft from it: one line a part, further in where it
/// is deeper, as <c>key|title|owners|deadlines|targets</c>. A line that begins with ~ is context, of which only the
/// findings are compared.
/// </summary>
internal sealed record GenrePlan(string FileName, string Text, string Expected)
{
    private const string Rule = "\n=====\n";

    public static IEnumerable<GenrePlan> All() => Directory.EnumerateFiles(Folder(), "*.plan").Order(StringComparer.Ordinal).Select(Load);

    public static GenrePlan Named(string name) => Load(Path.Combine(Folder(), name));

    public IReadOnlyList<Said> ExpectedFacts()
    {
        var lines = Expected.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var facts = new List<Said> { new(Kind.Tree, lines[0]) };
        var open = new List<string> { "" };
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Trim().TrimStart('~').Split('|');
            var (key, title) = line[0] == '~' ? ("", cells[0]) : (cells[0], cells[1]);
            var depth = line.TakeWhile(c => c == ' ').Count() / 2;
            var findings = cells.Skip(2).Concat(["", "", ""]).ToArray();
            if (line[0] != '~')
            {
                facts.Add(new(Kind.Tree, $"{open[depth]} > {key} {title}"));
                open.RemoveRange(depth + 1, open.Count - depth - 1);
                open.Add(title);
            }

            facts.AddRange(Parts(findings[0], ';').SelectMany(role => Parts(role[2..], ',').Select(name => new Said(Kind.Owner, $"{title} {role[0]} {name}"))));
            facts.AddRange(Parts(findings[1], ',').Select(due => new Said(Kind.Deadline, $"{title} {due}")));
            facts.AddRange(Parts(findings[2], ';').Select(target => new Said(Kind.Target, $"{title} {target}")));
        }

        return [.. facts.Distinct()];
    }

    private static string[] Parts(string text, char joint) =>
        text.Split(joint, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static GenrePlan Load(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var at = text.IndexOf(Rule, StringComparison.Ordinal);
        return new GenrePlan(Path.GetFileNameWithoutExtension(path), text[..(at + 1)], text[(at + Rule.Length)..]);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Genre");
}

internal enum Kind { Tree, Owner, Deadline, Target }

/// <summary>One thing that a draft says, printed so that two can be compared.</summary>
internal sealed record Said(Kind Kind, string Words)
{
    public static IReadOnlyList<Said> Of(PlanDraft draft) =>
    [
        new(Kind.Tree, draft.Title),
        .. draft.Groups.SelectMany(group => Tree(group, "")),
        .. draft.Groups.Concat(draft.Context).SelectMany(part => part.WithDescendants()).SelectMany(Findings),
    ];

    private static IEnumerable<Said> Tree(PlanNode node, string above) =>
        node.Items.SelectMany(child => Tree(child, node.Title)).Prepend(new(Kind.Tree, $"{above} > {node.Key} {node.Title}"));

    private static IEnumerable<Said> Findings(PlanNode node) =>
    [
        .. node.Leads.Select(agency => new Said(Kind.Owner, $"{node.Title} L {agency.Quote}")),
        .. node.Responsible.Select(agency => new Said(Kind.Owner, $"{node.Title} R {agency.Quote}")),
        .. node.Support.Select(agency => new Said(Kind.Owner, $"{node.Title} S {agency.Quote}")),
        .. node.Deadlines.Select(due => new Said(Kind.Deadline, $"{node.Title} {Due(due)}")).Distinct(),
        .. node.Targets.Select(target => new Said(Kind.Target, $"{node.Title} {Print(target)}")).Distinct(),
    ];

    public static string Due(PlanDeadline due) => due.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? due.Every
        ?? (due.Kind is DeadlineKind.Continuous or DeadlineKind.Relative ? due.Kind.ToString().ToLowerInvariant() : "open");

    public static string Print(PlanTarget target)
    {
        if (target.Value is not { } value)
            return target.Op is null ? "~" : target.Op.Value.ToString();
        var number = value.Number?.ToString("0.####", CultureInfo.InvariantCulture) ?? value.Name;
        var sign = target.Op switch
        {
            TargetComparison.AtLeast when number == "100" && target.Unit == "%" => "=",
            TargetComparison.AtLeast => ">=",
            TargetComparison.AtMost => "<=",
            TargetComparison.MoreThan => ">",
            TargetComparison.LessThan => "<",
            TargetComparison.Exactly => "=",
            TargetComparison.AtLeastAsGoodAs => "good ",
            TargetComparison.Done => "done ",
            _ => "",
        };
        return sign + number + target.Unit;
    }
}

/// <summary>How many of the expected things a draft has, and how many it has beyond them.</summary>
internal sealed record Score(int Expected, int Found, int Right)
{
    public double Precision => Found == 0 ? 1 : (double)Right / Found;

    public double Recall => Expected == 0 ? 1 : (double)Right / Expected;

    public static Score operator +(Score a, Score b) => new(a.Expected + b.Expected, a.Found + b.Found, a.Right + b.Right);

    /// <summary>Compares and tells the differences: - is missed, + is false.</summary>
    public static Score Of(IEnumerable<Said> expected, IEnumerable<Said> found, StringBuilder differences)
    {
        var open = expected.ToList();
        var (count, total, right) = (open.Count, 0, 0);
        foreach (var fact in found)
        {
            total++;
            var at = open.FindIndex(other => Same(other.Words, fact.Words));
            if (at < 0)
            {
                differences.AppendLine(CultureInfo.InvariantCulture, $"    + {fact.Kind} {fact.Words}");
                continue;
            }

            right++;
            open.RemoveAt(at);
        }

        foreach (var fact in open)
            differences.AppendLine(CultureInfo.InvariantCulture, $"    - {fact.Kind} {fact.Words}");
        return new Score(count, total, right);
    }

    // ?20 leaves open whether exactly or at least so many, and of what.
    private static bool Same(string expected, string found)
    {
        if (expected == found)
            return true;
        var mark = expected.LastIndexOf(' ') + 1;
        if (mark <= 0 || mark >= expected.Length || mark > found.Length || expected[..mark] != found[..mark])
            return false;
        var (want, got) = (expected[mark..], found[mark..]);
        return want[0] == '?' ? NumberOf(got) == NumberOf(want) && got[0] is '=' or '>'
            : want[0] is '<' or '>' or '=' && char.IsAsciiDigit(want[^1]) && SignOf(got) == SignOf(want) && NumberOf(got) == NumberOf(want);
    }

    private static string SignOf(string target) => string.Concat(target.TakeWhile(c => c is '<' or '>' or '='));

    private static string NumberOf(string target) => string.Concat(target.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(c => char.IsAsciiDigit(c) || c == '.'));
}
