using Supervision.Api.Security;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Operations;

/// <summary>Does it here, through the actors: the rules and the ledger hold for the operator as for everybody.</summary>
internal sealed class StoreOperator(IGrainFactory grains, Callers callers) : IOperator
{
    private static readonly int HashDigits = 32;

    public async Task<ImportOutcome> ImportAsync(PlanDraft draft, PlanId? id, CancellationToken cancellation)
    {
        // The content is the intention: the same file sent twice is one import.
        var key = new CommandKey($"import-{draft.Source.Sha256[..HashDigits]}");
        var (plan, receipt) = await PlanImport.RegisterAsync(grains, callers.Operator(Role.OfficeClerk), key, draft, id);
        return new ImportOutcome(plan, (receipt as Receipt.Done)?.Version ?? 0, draft.Items.Count(), receipt as Receipt.Refused);
    }
}
