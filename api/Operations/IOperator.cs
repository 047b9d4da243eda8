using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Operations;

/// <summary>What the commands of the machine's operator change: through a running server, or in the store itself where none runs.</summary>
internal interface IOperator
{
    /// <returns>The plan, or why the rules refuse it.</returns>
    Task<ImportOutcome> ImportAsync(PlanDraft draft, PlanId? id, CancellationToken cancellation);
}

/// <param name="Items">How many items the plan proposes as tasks.</param>
internal sealed record ImportOutcome(PlanId Plan, long Version, int Items, Receipt.Refused? Refused);
