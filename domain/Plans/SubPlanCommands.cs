using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>下达子方案任务: the system alone, after <see cref="SubPlansOrdered"/>. Sent again with other terms it changes them.</summary>
/// <param name="Definition">The process it goes through; null for the shipped one.</param>
[GenerateSerializer, Immutable, Alias("Plan.OpenSubPlan")]
public sealed record OpenSubPlan(
    CommandKey Key,
    [property: Id(1)] string Title,
    [property: Id(2)] string Content,
    [property: Id(3)] AuthorityRecord Authority,
    [property: Id(4)] PlanParent Parent,
    [property: Id(5)] string? Definition = null) : PlanCommand(Key);
