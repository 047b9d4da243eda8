using Supervision.Evaluations;
using Supervision.Language;

namespace Supervision.Schemes;

// Facts in the life of a scheme of evaluation. Who, when and by which command stand in the envelope of each.

/// <summary>起草: what the scheme would be from now on.</summary>
/// <param name="Scheme">The canonical text of docs/rules/evaluation-bundle.md.</param>
/// <param name="CopiedFrom">沿用: what the first draft was made from; null where it was written, and in later drafts.</param>
[Kind("scheme.drafted")]
public sealed record SchemeDrafted(JsonText Scheme, SchemeVersion? CopiedFrom = null) : Fact;

/// <summary>报审 of this very content.</summary>
/// <param name="Warnings">How many warnings of the check stood when it was submitted; errors none.</param>
[Kind("scheme.submitted")]
public sealed record SchemeSubmitted(SchemeVersion Scheme, int Warnings) : Fact;

/// <summary>冻结: in force as this version. What it says stands in the last draft before.</summary>
/// <param name="Reason">Why an earlier version was changed; null in the first.</param>
[Kind("scheme.frozen")]
public sealed record SchemeFrozen(SchemeVersion Scheme, string? Reason = null) : Fact;

/// <summary>启动修订: a draft of the next version begins with what is in force.</summary>
[Kind("scheme.reopened")]
public sealed record SchemeReopened(string Reason) : Fact;

/// <summary>放弃修订.</summary>
[Kind("scheme.change-abandoned")]
public sealed record SchemeChangeAbandoned(string Reason) : Fact;

/// <summary>One content of a scheme: no two differ that have the same.</summary>
/// <param name="Hash">SHA-256 over the canonical text, in lower-case hexadecimal digits.</param>
[GenerateSerializer, Immutable, Alias("SchemeVersion")]
public sealed record SchemeVersion(
    [property: Id(0)] ItemCode Code, [property: Id(1)] int Version, [property: Id(2)] string Hash)
{
    public static SchemeVersion Of(EvaluationScheme scheme) => new(scheme.Code, scheme.Version, scheme.Hash);
}
