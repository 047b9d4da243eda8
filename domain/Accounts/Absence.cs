using Supervision.Language;

namespace Supervision.Accounts;

/// <summary>离岗: somebody is away from a day to a day, both included, and another account of the agency stands in (AB 角).</summary>
[GenerateSerializer, Immutable, Alias("Absence")]
public sealed record Absence(
    [property: Id(0)] DateOnly From, [property: Id(1)] DateOnly To, [property: Id(2)] AccountId Substitute);

/// <summary>代理: whom an account stands in for, and on which days.</summary>
[GenerateSerializer, Immutable, Alias("Substitution")]
public sealed record Substitution(
    [property: Id(0)] AccountId Account, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly To);
