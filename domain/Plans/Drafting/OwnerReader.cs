using System.Text.RegularExpressions;
using Supervision.Agencies;

namespace Supervision.Plans;

/// <summary>Who is to do it (牵头、责任、配合单位), as a passage says: after a label, in brackets, or in a clause.</summary>
/// <remarks>One list without ranking stays one list: nobody is made a lead whom the text does not call so.</remarks>
internal static partial class OwnerReader
{
    /// <summary>An owner and how it takes part.</summary>
    public sealed record Found(Field Field, NamedAgency Agency, int Start, int End);

    public static IReadOnlyList<Found> Read(Passage passage)
    {
        var text = passage.Text;
        var found = new List<Found>();
        var labels = FieldLabel.In(text);
        for (var i = 0; i < labels.Count; i++)
        {
            var end = EndOfValue(text, labels[i].ValueStart, i + 1 < labels.Count ? labels[i + 1].Start : text.Length);
            if (labels[i].IsOwner)
                found.AddRange(InClauses(passage, labels[i].ValueStart, end, labels[i].Field));
        }

        foreach (Match bracket in Bracket().Matches(text))
        {
            if (IsFree(found, bracket) && IsOwners(bracket.Groups["in"].Value) && StandsAtEnd(text, bracket))
                found.AddRange(InClauses(passage, bracket.Groups["in"].Index, bracket.Groups["in"].Index + bracket.Groups["in"].Length, Field.Responsible));
        }

        foreach (var owner in InSentences(passage).Where(owner => !found.Exists(other => other.Start < owner.End && owner.Start < other.End)).ToList())
            found.Add(owner);

        return [.. found.OrderBy(owner => owner.Start)];
    }

    /// <summary>Whether the words of a bracket are owners: 市教育局牵头，市财政局配合; or names alone, with or without a limit.</summary>
    public static bool IsOwners(string words) => FieldLabel.Opens(words)
        || (words.Length is > 2 and < 300 && Clauses(words, 0, words.Length).ToList() is var clauses
            && clauses.Exists(clause => AgencyList.IsNames(clause.Names(words)) && (clause.Field is not null || AgencyList.HasAgency(clause.Names(words))))
            && clauses.TrueForAll(clause => AgencyList.IsNames(clause.Names(words)) || FirstLeads.IsNote(clause.Names(words)) || HasDigit(clause.Names(words)) || DeadlineForms.Standing().IsMatch(clause.Names(words))));

    /// <summary>A cell has one role for all its names, unless it says otherwise.</summary>
    public static IEnumerable<Found> InCell(Passage passage, Field field) => InClauses(passage, 0, passage.Text.Length, field);

    private static IEnumerable<Found> InClauses(Passage passage, int start, int end, Field? otherwise)
    {
        var waiting = new List<Clause>();
        foreach (var clause in Clauses(passage.Text, start, end))
        {
            waiting.Add(clause);
            if (clause.Field is not { } field)
                continue;
            foreach (var name in waiting.SelectMany(part => Names(passage, part.Start, part.End, field)))
                yield return name;
            waiting.Clear();
        }

        foreach (var name in waiting.SelectMany(part => otherwise is { } field && !HasDigit(part.Names(passage.Text)) ? Names(passage, part.Start, part.End, field) : []))
            yield return name;
    }

    // 市教育局、市财政局，各县区按职责分工负责: names alone stand before the role, as far back as there are only names.
    private static IEnumerable<Found> InSentences(Passage passage)
    {
        foreach (Match sentence in SentencePart().Matches(passage.Text))
        {
            var clauses = Clauses(passage.Text, sentence.Index, sentence.Index + sentence.Length).ToList();
            for (var i = 0; i < clauses.Count; i++)
            {
                if (clauses[i].Field is not { } field || !AgencyList.IsNames(clauses[i].Names(passage.Text)))
                    continue;
                var first = i;
                while (first > 0 && clauses[first - 1].Field is null && AgencyList.IsNames(clauses[first - 1].Names(passage.Text)))
                    first--;
                foreach (var name in clauses[first..(i + 1)].SelectMany(part => Names(passage, part.Start, part.End, field)))
                    yield return name;
            }
        }

        foreach (var match in Charge().Matches(passage.Text).Where(match => AgencyList.IsNames(match.Groups["names"].Value)))
        {
            var names = match.Groups["names"];
            var field = match.Value.EndsWith("牵头", StringComparison.Ordinal) ? Field.Lead : Field.Responsible;
            foreach (var name in Names(passage, names.Index, names.Index + names.Length, field))
                yield return name;
        }
    }

    private static IEnumerable<Clause> Clauses(string text, int start, int end)
    {
        foreach (Match match in Part().Matches(text[start..end]))
        {
            var role = Role().Match(match.Value);
            var with = With().Match(match.Value);
            Field? field = with.Success ? Field.Support : !role.Success ? null
                : role.Groups["lead"].Success ? Field.Lead : role.Groups["support"].Success ? Field.Support : Field.Responsible;
            var to = start + match.Index + (role.Success ? role.Index : match.Length);
            yield return new Clause(start + match.Index + with.Length, Math.Max(to, start + match.Index + with.Length), field);
        }
    }

    private static IEnumerable<Found> Names(Passage passage, int start, int end, Field field) =>
        AgencyList.Split(passage.Text, start, end)
            .Select(name => (name.Start, Length: FirstLeads.LengthWithoutNote(passage.Text.Substring(name.Start, name.Length))))
            .Where(name => name.Length <= 60 && passage.Text.Substring(name.Start, name.Length) is var words
                && !HasDigit(words) && !FirstLeads.IsNote(words) && !DeadlineForms.Standing().IsMatch(words))
            .Select(name => WithOwnRole(passage, name, field) ?? new Found(field, Named(passage, name.Start, name.Length), name.Start, name.Start + name.Length));

    // 市教育局（牵头）: one name may have a role of its own.
    private static Found? WithOwnRole(Passage passage, (int Start, int Length) name, Field field)
    {
        var match = OwnRole().Match(passage.Text.Substring(name.Start, name.Length));
        return !match.Success ? null : new Found(
            match.Groups["lead"].Success ? Field.Lead : match.Groups["support"].Success ? Field.Support : field,
            Named(passage, name.Start, match.Index), name.Start, name.Start + name.Length);
    }

    private static NamedAgency Named(Passage passage, int start, int length)
    {
        var quote = passage.Quote(start, length);
        var known = Organisation.Shipped.OfName(quote) ?? Organisation.Shipped.OfName(Explained().Replace(quote, ""));
        return new NamedAgency(quote, known?.Code, passage.LineAt(start));
    }

    // A value ends with its sentence, or where the bracket closes in which it stands.
    private static int EndOfValue(string text, int start, int next)
    {
        var depth = 0;
        for (var i = start; i < next; i++)
        {
            depth += text[i] is '（' or '(' ? 1 : text[i] is '）' or ')' or '】' or ']' or '〕' ? -1 : 0;
            if (depth < 0 || text[i] is '。' or '\n' || (text[i] == '.' && (i + 1 == text.Length || text[i + 1] == ' ')))
                return i;
        }

        return next;
    }

    private static bool IsFree(List<Found> found, Match match) =>
        !found.Exists(owner => owner.Start < match.Index + match.Length && match.Index < owner.End);

    private static bool StandsAtEnd(string text, Match bracket)
    {
        var after = bracket.Index + bracket.Length;
        return after == text.Length || "。；;\n，".Contains(text[after], StringComparison.Ordinal)
            || (bracket.Index > 0 && "。；".Contains(text[bracket.Index - 1], StringComparison.Ordinal));
    }

    private static bool HasDigit(string words) => words.Any(char.IsAsciiDigit) || words.Contains("年底", StringComparison.Ordinal);

    private readonly record struct Clause(int Start, int End, Field? Field)
    {
        public string Names(string text) => text[Start..End];
    }

    [GeneratedRegex(@"[（(【\[〔](?<in>(?:[^（）()【】\[\]〔〕。]|[（(][^（）()。]{1,20}[）)]){3,300})[）)】\]〕]")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"(?<=^|[。；，：\n])由(?<names>[^。；，：\n“”]{2,60}?)(?:牵头|负责)(?!$|[。；，\n]|负责|落实)")]
    private static partial Regex Charge();

    [GeneratedRegex(@"[^。；;：\n]{3,400}")]
    private static partial Regex SentencePart();

    [GeneratedRegex("(?:[^，,；;。（）()]|[（(][^（）()]{1,20}[）)])+")]
    private static partial Regex Part();

    [GeneratedRegex("(?:共同|具体|分别)?(?:(?<lead>(?:总)?牵头|主办|主责)|(?<support>配合|协办|协助|协同|参与|参加|支持)|(?:按照?职责(?:分工)?(?:分别)?)?(?:分别|分工)?(?:负责|抓好落实|落实|组织实施))(?:负责|组织|推进|落实|实施|抓好|做好|推动)*$")]
    private static partial Regex Role();

    [GeneratedRegex("(?<=.)[（(](?:(?<lead>(?:总?牵头|主办|主责)(?:单位|部门)?)|(?<support>(?:配合|协办|协助|参与)(?:单位|部门)?)|责任单位|负责)[）)]$")]
    private static partial Regex OwnRole();

    [GeneratedRegex("^(?:会同|联合)")]
    private static partial Regex With();

    [GeneratedRegex("[（(][^（）()]*[）)]$")]
    private static partial Regex Explained();
}
