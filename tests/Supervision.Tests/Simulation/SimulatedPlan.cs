using Supervision.Api;
using Supervision.Plans;
using Supervision.Simulation;
using Supervision.Tests.Plans;

namespace Supervision.Tests.Simulation;

/// <summary>Our own plan, played for some weeks.</summary>
internal static class SimulatedPlan
{
    public static readonly PlanId Id = new("demo");
    private static readonly DateOnly From = new(2026, 1, 5);

    public static PlanDraft Draft => Reading.Draft(DemoPlan.For(From), DemoPlan.FileName);

    /// <summary>Two months, in which the long holiday of the new year lies.</summary>
    public static SimulationSettings Settings(int seed, int? acknowledgeDays = null) => new(seed, From, From.AddMonths(2), acknowledgeDays);

    public static Task<SimulatedStore> PlayAsync(SimulationSettings settings, PlanDraft? draft = null) =>
        SimulatedStore.PlayAsync(settings, Id, draft ?? Draft, TestContext.Current.CancellationToken);
}
