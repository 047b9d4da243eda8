namespace Supervision.Language;

/// <summary>A recorded fact with who recorded it, as history tells it.</summary>
public readonly record struct RecordedFact(long Seq, DateTimeOffset At, AccountId Account, AgencyCode Agency, AccountId? OnBehalfOf, Fact Fact);
