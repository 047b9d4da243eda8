using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Schemes;

/// <summary>Who decided what on a scheme and when, from its ledger, in the order in which it was recorded.</summary>
[GenerateSerializer, Immutable, Alias("SchemeHistory")]
public sealed record SchemeHistory([property: Id(0)] IReadOnlyList<SchemeHistoryEntry> Entries);

/// <summary>One recorded fact of a scheme, for people.</summary>
/// <param name="Seq">Its place in the stream, which an auditor finds it by.</param>
/// <param name="Kind">The kind of the fact, stable.</param>
/// <param name="What">What happened, as a sentence in both languages.</param>
[GenerateSerializer, Immutable, Alias("SchemeHistoryEntry")]
public sealed record SchemeHistoryEntry(
    [property: Id(0)] long Seq,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] AccountId Account,
    [property: Id(3)] AgencyCode Agency,
    [property: Id(4)] AccountId? OnBehalfOf,
    [property: Id(5)] string Kind,
    [property: Id(6)] Term What);

/// <summary>The history of a scheme, told from its facts. Pure.</summary>
public static class SchemeHistories
{
    public static SchemeHistory Of(IEnumerable<RecordedFact> facts) => new([.. facts.Select(EntryOf).OfType<SchemeHistoryEntry>()]);

    /// <summary>The versions that were frozen, oldest first.</summary>
    public static IReadOnlyList<FrozenScheme> VersionsOf(IEnumerable<RecordedFact> facts)
    {
        var (state, frozen) = (SchemeState.Initial, new List<FrozenScheme>());
        foreach (var recorded in facts)
        {
            state = state.Evolve(recorded.Fact);
            if (recorded.Fact is SchemeFrozen e) frozen.Add(new FrozenScheme(e.Scheme, recorded.At, e.Reason, state.InForce!.Value));
        }

        return frozen;
    }

    private static SchemeHistoryEntry? EntryOf(RecordedFact recorded) => Said(recorded.Fact) is { } what
        ? new SchemeHistoryEntry(
            recorded.Seq, recorded.At, recorded.Account, recorded.Agency, recorded.OnBehalfOf, FactJson.KindOf(recorded.Fact), what)
        : null;

    // Steps of processes say nothing of their own.
    private static Term? Said(Fact fact) => fact switch
    {
        SchemeDrafted { CopiedFrom: { } from } => new($"沿用“{from.Code}”第 {from.Version} 版起草", $"drafted from version {from.Version} of \"{from.Code}\""),
        SchemeDrafted => new("写入草案", "wrote the draft"),
        SchemeSubmitted e => new($"第 {e.Scheme.Version} 版报审（提示 {e.Warnings} 条）", $"submitted version {e.Scheme.Version} ({e.Warnings} warnings)"),
        ApprovalGiven { Verdict: Verdict.Approved } e => new($"同意{Opinion(e, "：")}", $"approved{Opinion(e, ": ")}"),
        ApprovalGiven e => new($"不同意{Opinion(e, "：")}", $"rejected{Opinion(e, ": ")}"),
        SchemeFrozen e => new($"冻结为第 {e.Scheme.Version} 版", $"frozen as version {e.Scheme.Version}"),
        SchemeReopened e => new($"启动修订：{e.Reason}", $"began a change: {e.Reason}"),
        SchemeChangeAbandoned e => new($"放弃修订：{e.Reason}", $"abandoned the change: {e.Reason}"),
        _ => null,
    };

    private static string Opinion(ApprovalGiven given, string before) => given.Opinion is { Length: > 0 } opinion ? before + opinion : "";
}
