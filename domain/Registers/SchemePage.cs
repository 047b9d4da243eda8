using Supervision.Evaluations;

namespace Supervision.Registers;

/// <summary>A scheme of evaluation in the list.</summary>
/// <param name="InForce">The version in force; null for one that is drafted for the first time.</param>
/// <param name="Hash">Of that version.</param>
/// <param name="IsChanging">Its next version is written; told to whoever sees drafts.</param>
public sealed record SchemeRow(ItemCode Code, string Name, int? InForce, string? Hash, bool IsChanging, DateTimeOffset ChangedAt);

/// <summary>Every scheme that the caller may see, by code; a city has a few a year.</summary>
public sealed record SchemePage(IReadOnlyList<SchemeRow> Items, RegisterStand Stand);
