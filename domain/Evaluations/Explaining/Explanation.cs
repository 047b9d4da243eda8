namespace Supervision.Evaluations;

/// <summary>How one indicator of one agency came to its points, for a reader.</summary>
/// <param name="Formula">The formula with the values put in, the same in both languages.</param>
/// <param name="Sources">Every value it rests on, with the places it came from.</param>
public sealed record Explanation(
    ItemCode Indicator, string Formula, string Chinese, string English, IReadOnlyList<ExplainedSource> Sources);

/// <summary>A measurement or a mark, and where it came from.</summary>
/// <param name="Name">The measure's name, or the judge's account.</param>
/// <param name="Text">The value as it was brought, such as "45 / 50" or "Ⅲ".</param>
/// <param name="Care">What was left out of a rate, and why; null where nothing was said.</param>
public sealed record ExplainedSource(string Name, string Text, IReadOnlyList<string> References, string? Care = null);
