using System.Collections.Frozen;
using System.Globalization;
using Supervision.Language;

namespace Supervision.Notices;

/// <summary>Which fact is news for whom, in which words. Pure; the table is <see cref="NoticeTable"/>, its page docs/notices.md.</summary>
public static class NoticeRules
{
    /// <summary>Longer words of people are cut in a notice; the task has them whole.</summary>
    public const int WordsLengthMax = 120;

    private static readonly FrozenDictionary<Type, NoticeRule[]> ByFact =
        NoticeTable.Rules.GroupBy(rule => rule.Fact).ToFrozenDictionary(rules => rules.Key, rules => rules.ToArray());

    public static IReadOnlySet<string> Kinds { get; } = NoticeTable.Rules.Select(rule => rule.Kind).ToFrozenSet();

    /// <summary>Whether some row looks at facts of this type: most facts are steps of processes, and nobody's news.</summary>
    public static bool MayTell(Fact fact) => ByFact.ContainsKey(fact.GetType());

    /// <summary>The notices of a fact; none where it is nobody's news.</summary>
    public static IEnumerable<Notice> Of(Fact fact, NoticeSubject subject)
    {
        foreach (var rule in ByFact.GetValueOrDefault(fact.GetType(), []).Where(rule => rule.When(fact)))
        {
            if (AddressesOf(rule, fact, subject) is not { Count: > 0 } to) continue;

            object[] values = [subject.Title, .. rule.Values(fact)];
            yield return new Notice(
                rule.Kind, Fill(rule.Chinese, values, term => term.Chinese), Fill(rule.English, values, term => term.English), to,
                rule.Rung(fact), $"{subject.Stream}|{rule.Group}|{rule.Matter(fact)}", rule.MergedFor);
        }
    }

    // Whoever is reached by two lines of a row is told once, at the greater weight.
    private static List<NoticeTo> AddressesOf(NoticeRule rule, Fact fact, NoticeSubject subject) =>
        [.. rule.To.SelectMany(told => AddressesOf(told, rule, fact, subject)).Concat(rule.Asked(fact, subject))
            .GroupBy(to => to.Address, (address, all) => new NoticeTo(address, all.Max(to => to.Weight)))];

    private static IEnumerable<NoticeTo> AddressesOf(Told told, NoticeRule rule, Fact fact, NoticeSubject subject) => (told.Scope switch
    {
        NoticeScope.All => [NoticeAddress.Of(told.Role)],
        NoticeScope.Lead => subject.Lead is { } lead ? [NoticeAddress.Of(told.Role, lead)] : [],
        NoticeScope.Involved => subject.Involved.Select(agency => NoticeAddress.Of(told.Role, agency)),
        NoticeScope.Named => rule.Named(fact).Distinct().Select(agency => NoticeAddress.Of(told.Role, agency)),
        _ => throw new System.Diagnostics.UnreachableException(),
    }).Select(address => new NoticeTo(address, told.Weight));

    private static string Fill(string sentence, object[] values, Func<Term, string> word) => string.Format(
        CultureInfo.InvariantCulture, sentence, [.. values.Select(value => value switch
        {
            Term term => word(term),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            string text => Cut(text),
            _ => value,
        })]);

    // Never in the middle of a character: half of one is no text, and no mail takes it.
    private static string Cut(string text) => text.Length <= WordsLengthMax ? text
        : $"{text[..(WordsLengthMax - (char.IsHighSurrogate(text[WordsLengthMax - 2]) ? 2 : 1))]}…";
}
