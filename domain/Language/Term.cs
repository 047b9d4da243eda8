namespace Supervision.Language;

/// <summary>A word in both languages, for sentences that are said in both.</summary>
[GenerateSerializer, Immutable, Alias("Term")]
public sealed record Term([property: Id(0)] string Chinese, [property: Id(1)] string English);
