using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>One plan (方案). Key: the <see cref="PlanId"/>.</summary>
[Alias("supervision.plan")]
public interface IPlanGrain : IStreamGrain, IGrainWithStringKey
{
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, PlanCommand command);

    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<PlanView?> ViewAsync(Caller caller);

    /// <summary>The registration that follows from an issued item; a follower asks, null for others and for what is not issued.</summary>
    [Alias("registration"), Orleans.Concurrency.AlwaysInterleave]
    Task<PlanRegistration?> RegistrationOfAsync(Caller caller, string path, CommandKey key);
}

/// <summary>The task that an item becomes, and the command that makes it.</summary>
[GenerateSerializer, Immutable, Alias("PlanRegistration")]
public sealed record PlanRegistration([property: Id(0)] TaskId Task, [property: Id(1)] Register Command);

[GenerateSerializer, Immutable, Alias("PlanView")]
public sealed record PlanView(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] long Version,
    [property: Id(2)] PlanDraft Draft,
    [property: Id(3)] IReadOnlyList<PlanItemView> Items);

/// <summary>One item of a plan and what was settled for it. <paramref name="Task"/> is its task once issued.</summary>
[GenerateSerializer, Immutable, Alias("PlanItemView")]
public sealed record PlanItemView(
    [property: Id(0)] string Path,
    [property: Id(1)] string Title,
    [property: Id(2)] int Line,
    [property: Id(3)] SettledItem? Settled,
    [property: Id(4)] TaskId? Task);
