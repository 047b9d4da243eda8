using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>One plan (方案) or sub-plan (子方案). Key: the <see cref="PlanId"/>.</summary>
[Alias("supervision.plan")]
public interface IPlanGrain : IStreamGrain, IGrainWithStringKey
{
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, PlanCommand command);

    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<PlanView?> ViewAsync(Caller caller);

    /// <summary>What is to be decided, doubts first, then items with open questions; null for whoever may not see the review.</summary>
    /// <param name="after">How many items the pages before had; 0 for the first, which has the doubts. Whoever decides begins there again.</param>
    [Alias("review"), Orleans.Concurrency.AlwaysInterleave]
    Task<PlanReview?> ReviewAsync(Caller caller, int after, int limit);

    /// <summary>Who decided what and when, from the ledger, in the order in which it happened; null as above.</summary>
    /// <param name="after">The last entry of the page before; 0 for the first.</param>
    [Alias("history"), Orleans.Concurrency.AlwaysInterleave]
    Task<PlanHistory?> HistoryAsync(Caller caller, long after, int limit);

    /// <summary>The versions that were in force, the newest last; null as above.</summary>
    [Alias("versions"), Orleans.Concurrency.AlwaysInterleave]
    Task<PlanVersions?> VersionsAsync(Caller caller);

    /// <summary>What a version changed of the one before it, and which tasks that touches; null where there is no such version, or as above.</summary>
    [Alias("difference"), Orleans.Concurrency.AlwaysInterleave]
    Task<PlanDifference?> DifferenceAsync(Caller caller, int version);

    /// <summary>The task of an item and the registration that makes it; followers alone, null for others and for items that are not in force.</summary>
    [Alias("registration"), Orleans.Concurrency.AlwaysInterleave]
    Task<PlanTask?> RegistrationOfAsync(Caller caller, string path, CommandKey key);
}

/// <summary>An item of an accepted plan as its task.</summary>
[GenerateSerializer, Immutable, Alias("PlanTask")]
public sealed record PlanTask([property: Id(0)] TaskId Task, [property: Id(1)] Register Register, [property: Id(2)] PlanItem Item);
