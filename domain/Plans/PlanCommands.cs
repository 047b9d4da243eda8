using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What one can ask of a plan.</summary>
[GenerateSerializer, Immutable, Alias("PlanCommand")]
public abstract record PlanCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>入库. Issuer and date, where the text has none, come from the clerk: tasks need them as their authority.</summary>
[GenerateSerializer, Immutable, Alias("Plan.Register")]
public sealed record RegisterPlan(CommandKey Key, [property: Id(1)] PlanDraft Draft) : PlanCommand(Key);

/// <summary>Give an item its owners, due date and cadence.</summary>
[GenerateSerializer, Immutable, Alias("Plan.SettleItem")]
public sealed record SettleItem(
    CommandKey Key,
    [property: Id(1)] string Path,
    [property: Id(2)] Assignment Assignment,
    [property: Id(3)] Cadence Cadence = Cadence.Monthly,
    [property: Id(4)] string? CadenceReason = null) : PlanCommand(Key);

/// <summary>下达 items as tasks: all settled ones when no path is named.</summary>
[GenerateSerializer, Immutable, Alias("Plan.IssueItems")]
public sealed record IssueItems(CommandKey Key, [property: Id(1)] IReadOnlyList<string>? Paths = null) : PlanCommand(Key);
