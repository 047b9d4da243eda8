namespace Supervision.Language;

/// <summary>A word in both languages, for sentences that are said in both.</summary>
[GenerateSerializer, Immutable, Alias("Term")]
public sealed record Term([property: Id(0)] string Chinese, [property: Id(1)] string English)
{
    /// <summary>The same word in both, such as a name that a definition gives.</summary>
    public static Term Plain(string word) => new(word, word);

    /// <summary>A list of words, as each language writes it.</summary>
    public static Term Join(IEnumerable<Term> terms)
    {
        Term[] all = [.. terms];
        return new Term(
            string.Join('、', all.Select(term => term.Chinese)), string.Join(", ", all.Select(term => term.English)));
    }
}
