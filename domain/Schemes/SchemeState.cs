using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Schemes;

/// <summary>A scheme of evaluation (考核办法) as its ledger tells it.</summary>
/// <param name="Draft">The newest content, be it a draft or what is in force.</param>
/// <param name="Frozen">The version in force; null until the first is approved.</param>
/// <param name="InForce">What that version says.</param>
/// <param name="Reopened">Why it is being changed; null while it is not.</param>
public sealed record SchemeState(
    JsonText? Draft,
    SchemeVersion? CopiedFrom,
    SchemeVersion? Frozen,
    JsonText? InForce,
    string? Reopened,
    ProcessSet Processes) : IStreamState<SchemeState>
{
    public static SchemeState Initial { get; } = new(null, null, null, null, null, ProcessSet.None);

    public bool Exists => Draft is not null;

    /// <summary>In force, and nobody is changing it.</summary>
    public bool IsFrozen => Frozen is not null && Reopened is null;

    /// <summary>The number that a draft has to have.</summary>
    public int NextVersion => (Frozen?.Version ?? 0) + 1;

    /// <summary>The newest content. Only what could be read was ever recorded.</summary>
    public EvaluationScheme Newest => EvaluationScheme.Read(Draft!.Value).Scheme!;

    public SchemeState Evolve(Fact fact) => fact switch
    {
        SchemeDrafted e => this with { Draft = e.Scheme, CopiedFrom = CopiedFrom ?? e.CopiedFrom },
        SchemeSubmitted or ApprovalGiven => this,
        SchemeFrozen e => this with { Frozen = e.Scheme, InForce = Draft, Reopened = null },
        SchemeReopened e => this with { Reopened = e.Reason },
        SchemeChangeAbandoned => this with { Draft = InForce, Reopened = null },
        ProcessFact => this with { Processes = Processes.Evolve(fact) },
        _ => throw UnknownFactException.Of(fact),
    };
}
