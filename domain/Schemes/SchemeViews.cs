using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Schemes;

/// <summary>A scheme as this caller may see it: the newest content for whoever sees drafts, what is in force for all others.</summary>
/// <param name="Version">Of the stream; the scheme's own stands in <paramref name="Content"/>.</param>
/// <param name="InForce">The version that agencies are evaluated by; null until there is one.</param>
/// <param name="Reopened">Why it is being changed.</param>
/// <param name="Findings">What the check says of <paramref name="Scheme"/>.</param>
/// <param name="Actions">What this caller may do now.</param>
[GenerateSerializer, Immutable, Alias("SchemeView")]
public sealed record SchemeView(
    [property: Id(0)] SchemeVersion Content,
    [property: Id(1)] long Version,
    [property: Id(2)] string Name,
    [property: Id(3)] SchemeStage Stage,
    [property: Id(4)] Term StageName,
    [property: Id(5)] SchemeVersion? InForce,
    [property: Id(6)] SchemeVersion? CopiedFrom,
    [property: Id(7)] string? Reopened,
    [property: Id(8)] JsonText Scheme,
    [property: Id(9)] IReadOnlyList<EvaluationFinding> Findings,
    [property: Id(10)] IReadOnlyList<Wait> Waits,
    [property: Id(11)] IReadOnlyList<string> Actions);

/// <summary>A version that was frozen.</summary>
/// <param name="Reason">Why the one before it was changed; null for the first.</param>
[GenerateSerializer, Immutable, Alias("FrozenScheme")]
public sealed record FrozenScheme(
    [property: Id(0)] SchemeVersion Version,
    [property: Id(1)] DateTimeOffset FrozenAt,
    [property: Id(2)] string? Reason,
    [property: Id(3)] JsonText Scheme);

/// <summary>What a version, or the draft of the next, changed of the one before it.</summary>
[GenerateSerializer, Immutable, Alias("SchemeDifference")]
public sealed record SchemeDifference(
    [property: Id(0)] SchemeVersion Before,
    [property: Id(1)] SchemeVersion After,
    [property: Id(2)] string? Reason,
    [property: Id(3)] IReadOnlyList<SchemeChange> Changes);

/// <summary>What callers see of a scheme. Pure.</summary>
public static class SchemeViews
{
    public static SchemeView Of(SchemeState scheme, long version, Caller caller)
    {
        var seesDraft = SchemeRights.MayViewDraft(caller);
        var text = seesDraft ? scheme.Draft!.Value : scheme.InForce!.Value;
        var content = EvaluationScheme.Read(text).Scheme!;
        var stage = seesDraft ? SchemeStages.Of(scheme) : SchemeStage.Frozen;
        return new SchemeView(
            SchemeVersion.Of(content), version, content.Name, stage, SchemeStages.NameOf(stage), scheme.Frozen, scheme.CopiedFrom,
            seesDraft ? scheme.Reopened : null, text, SchemeRules.Check(content),
            seesDraft ? [.. scheme.Processes.Waits] : [], [.. ActionsOf(scheme, caller)]);
    }

    public static SchemeDifference DifferenceOf(FrozenScheme before, JsonText after, string? reason)
    {
        var content = EvaluationScheme.Read(after).Scheme!;
        return new SchemeDifference(
            before.Version, SchemeVersion.Of(content), reason, SchemeComparison.Of(EvaluationScheme.Read(before.Scheme).Scheme!, content));
    }

    private static IEnumerable<string> ActionsOf(SchemeState scheme, Caller caller)
    {
        bool May<TCommand>() => SchemeRights.MayGive(typeof(TCommand), caller);
        var isDraft = SchemeStages.Of(scheme) is SchemeStage.Drafted or SchemeStage.Reopened;
        if (isDraft && May<DraftScheme>()) yield return "draft";
        if (isDraft && May<SubmitScheme>() && Waits(scheme, caller, WaitKinds.Submission)) yield return "submit";
        if (May<DecideScheme>() && Waits(scheme, caller, WaitKinds.Approval)) yield return "decide";
        if (scheme.IsFrozen && May<ReopenScheme>()) yield return "reopen";
        if (scheme.Reopened is not null && May<AbandonSchemeChange>()) yield return "abandon-change";
    }

    private static bool Waits(SchemeState scheme, Caller caller, string kind) =>
        scheme.Processes.Waits.Any(wait => wait.Kind == kind && WaitRules.Accepts(wait, caller));
}
