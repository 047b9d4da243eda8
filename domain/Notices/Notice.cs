using Supervision.Language;

namespace Supervision.Notices;

/// <summary>通知: a recorded fact as news for somebody. Computed from the ledger; nobody is told what it does not hold.</summary>
/// <param name="Kind">The rule that made it, such as <c>assigned</c>; docs/notices.md has a row for each.</param>
/// <param name="Rung">The rung of the ladder that speaks; 0 for none.</param>
/// <param name="MergeKey">Names the alert: another one of this key within <paramref name="MergedFor"/> of the first is no news.</param>
public sealed record Notice(
    string Kind, string Chinese, string English, IReadOnlyList<NoticeTo> To, int Rung, string MergeKey, TimeSpan MergedFor);

/// <summary>One address of a notice, and how much it presses there.</summary>
public readonly record struct NoticeTo(NoticeAddress Address, NoticeWeight Weight);

/// <summary>What a fact is about, as it was when the fact was recorded.</summary>
/// <param name="Stream">The actor, such as <c>task/p-08</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Lead">The agency that leads it or that it is; null where there is none.</param>
/// <param name="Involved">Every agency on it, the lead included.</param>
public sealed record NoticeSubject(string Stream, string Title, AgencyCode? Lead, IReadOnlyList<AgencyCode> Involved);
