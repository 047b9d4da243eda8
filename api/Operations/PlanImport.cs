using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Operations;

/// <summary>方案入库: the way of a reading into the register of plans, from a request and from a command line alike.</summary>
internal static class PlanImport
{
    private static readonly int HashDigits = 12;

    /// <summary>Without an id of its own a plan is named by its content: the same file again is the same plan.</summary>
    public static PlanId IdOf(PlanDraft draft) => new($"plan-{draft.Source.Sha256[..HashDigits]}");

    /// <summary>Issuer and date, where the text has none, come from the clerk; where it has them the text stands.</summary>
    public static PlanDraft Complete(PlanDraft draft, string? issuer, DateOnly? issuedOn) => draft with
    {
        Issuer = draft.Issuer ?? (string.IsNullOrWhiteSpace(issuer) ? null : issuer.Trim()),
        IssuedOn = draft.IssuedOn ?? issuedOn,
    };

    public static async Task<(PlanId Id, Receipt Receipt)> RegisterAsync(
        IGrainFactory grains, Caller caller, CommandKey key, PlanDraft draft, PlanId? id)
    {
        var named = id ?? IdOf(draft);
        return (named, await grains.GetGrain<IPlanGrain>(named.Value).ExecuteAsync(caller, new RegisterPlan(key, draft)));
    }

    public static Receipt.Refused Refused(PlanReading.Unreadable unreadable) =>
        new(unreadable.Code, unreadable.Chinese, unreadable.English);
}
