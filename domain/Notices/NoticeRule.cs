using Supervision.Language;

namespace Supervision.Notices;

/// <summary>Which agencies a row means.</summary>
public enum NoticeScope
{
    /// <summary>The lead agency, or the agency itself.</summary>
    Lead,

    /// <summary>Every agency on the task.</summary>
    Involved,

    /// <summary>The agencies that the fact itself names.</summary>
    Named,

    /// <summary>Wherever the post is.</summary>
    All,
}

/// <summary>A post that a row tells, of which agencies, and how much it presses there.</summary>
public readonly record struct Told(Role Role, NoticeScope Scope, NoticeWeight Weight);

/// <summary>A row of the table of notices. Data, so that docs/notices.md can be held against it.</summary>
/// <param name="Kind">Its name, for ever: people switch mails off by it.</param>
/// <param name="Fact">The type of fact it looks at.</param>
/// <param name="Chinese">With {0} for the title of the subject and {1}, {2} for what the fact says.</param>
public sealed record NoticeRule(string Kind, Type Fact, string Chinese, string English, IReadOnlyList<Told> To)
{
    /// <summary>Another alert of the same subject, group and matter within this time of the first is no news.</summary>
    public TimeSpan MergedFor { get; init; }

    /// <summary>Rows of one group speak of the same thing; by default a row is a group of its own.</summary>
    public string Group { get; init; } = Kind;

    /// <summary>What the fact is about within its group.</summary>
    internal Func<Fact, string> Matter { get; init; } = _ => "";

    /// <summary>Whether the row applies to this fact.</summary>
    internal Func<Fact, bool> When { get; init; } = _ => true;

    /// <summary>What fills {1}, {2} …</summary>
    internal Func<Fact, object[]> Values { get; init; } = _ => [];

    internal Func<Fact, IEnumerable<AgencyCode>> Named { get; init; } = _ => [];

    /// <summary>Further addresses, where a fact names them in words.</summary>
    internal Func<Fact, NoticeSubject, IEnumerable<NoticeTo>> Asked { get; init; } = (_, _) => [];

    internal Func<Fact, int> Rung { get; init; } = _ => 0;
}
