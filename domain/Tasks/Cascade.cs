using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Tasks;

/// <summary>How a task was broken down (分解): the parent owns orders and shares, the sub-plans own their items.</summary>
/// <param name="SubPlans">By the sub-plan's id.</param>
/// <param name="Shares">By indicator: who was allotted what, and what is left.</param>
public sealed record Cascade(
    ImmutableSortedDictionary<string, SubPlanStand> SubPlans, ImmutableSortedDictionary<string, SharesAllotted> Shares)
{
    // A snapshot does not know by what its words are compared.
    public ImmutableSortedDictionary<string, SubPlanStand> SubPlans { get; init; } = SubPlans.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, SharesAllotted> Shares { get; init; } = Shares.WithComparers(StringComparer.Ordinal);

    public static Cascade None { get; } = new(
        ImmutableSortedDictionary.Create<string, SubPlanStand>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, SharesAllotted>(StringComparer.Ordinal));

    /// <summary>What an agency was allotted of an indicator; null where nothing was divided.</summary>
    public decimal? ShareOf(string indicator, AgencyCode agency) =>
        Shares.GetValueOrDefault(indicator)?.Shares.FirstOrDefault(share => share.Agency == agency)?.Value;

    public Cascade Ordered(SubPlansOrdered e) => this with
    {
        SubPlans = SubPlans.SetItems(e.Orders.Select(order => KeyValuePair.Create(order.Plan.Value, new SubPlanStand(order)))),
    };

    public Cascade Allotted(SharesAllotted e) => this with { Shares = Shares.SetItem(e.Indicator, e) };

    public Cascade Filed(SubPlanFiled e) => With(e.Plan, stand => stand with { FiledOn = e.On });

    public Cascade Settled(SubPlanSettled e) => With(e.Plan, stand => stand with { Accepted = e.Accepted, Promised = e.Promised });

    private Cascade With(PlanId plan, Func<SubPlanStand, SubPlanStand> change) => this with
    {
        SubPlans = SubPlans.SetItem(plan.Value, change(SubPlans[plan.Value])),
    };
}

/// <summary>Where the sub-plan of one agency stands.</summary>
/// <param name="FiledOn">The day of its newest submission; null while it was never submitted.</param>
/// <param name="Accepted">Null while nobody has decided; false when the agency refused it as not its duty.</param>
/// <param name="Promised">What it promises of the task's indicators; empty until it is accepted.</param>
public sealed record SubPlanStand(
    SubPlanOrder Order, DateOnly? FiledOn = null, bool? Accepted = null, IReadOnlyList<PromisedShare>? Promised = null);
