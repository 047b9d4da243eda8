using Supervision.Agencies;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Simulation;

/// <summary>The plan goes in, is settled item by item, submitted and accepted: its tasks follow.</summary>
/// <remarks>Owners and dates are the text's where it names them, else drawn; a few agencies are drawn often, as in life.</remarks>
internal sealed class PlanOpening(ISimulatedCity city, SimulationSettings settings, Chance chance)
{
    private const int ItemsMax = 1_000;
    private const int AuthorityDays = 10;

    /// <summary>Who can be given a task by the city, without skipping a level.</summary>
    public static IReadOnlyList<AgencyCode> Leads { get; } =
    [
        .. Organisation.Shipped.All
            .Where(agency => agency is { Parent: null, Kind: AgencyKind.Department or AgencyKind.County or AgencyKind.Zone })
            .Select(agency => agency.Code),
    ];

    /// <returns>The tasks, by their ids.</returns>
    public async Task<IReadOnlyList<TaskId>> OpenAsync(PlanId id, PlanDraft draft)
    {
        var plan = city.Grains.GetGrain<IPlanGrain>(id.Value);
        // A plan is decided before it is begun, also where its year is played earlier than it was.
        var decided = settings.From.AddDays(-AuthorityDays);
        var known = draft with { Issuer = draft.Issuer ?? "市人民政府", IssuedOn = draft.IssuedOn < decided ? draft.IssuedOn : decided };
        await SendAsync(plan, People.Clerk, new RegisterPlan(new("simulated:register"), known));
        var review = await plan.ReviewAsync(city.As(People.Clerk), 0, ItemsMax)
            ?? throw new InvalidOperationException($"The plan {id} cannot be reviewed.");
        await SendAsync(plan, People.Clerk, new ReviewItems(new("simulated:review"), [.. review.Items.Select(Settled)]));
        await SendAsync(plan, People.Clerk, new SubmitPlan(new("simulated:submit")));
        await SendAsync(plan, People.Director, new DecidePlan(new("simulated:accept"), Verdict.Approved));
        var view = await plan.ViewAsync(city.As(People.Clerk));
        return [.. view!.Items.Where(item => item.Task is not null).Select(item => item.Task!.Value).OrderBy(task => task.Value, StringComparer.Ordinal)];
    }

    private ItemChange Settled(ReviewedItem reviewed)
    {
        var (path, proposals) = (reviewed.Item.Path, reviewed.Proposals);
        AgencyCode[] named = [.. proposals.Owners.OrderBy(owner => owner.Part).Select(owner => owner.Agency).OfType<AgencyCode>().Where(Leads.Contains).Distinct()];
        var lead = named is [var first, ..] ? first : Drawn(path);
        return new ItemChange.Settle(
            path, new Assignment(lead, [.. named.Skip(1).Take(3)], [], DueOn(proposals, path)), Cadence.Monthly);
    }

    private AgencyCode Drawn(string path)
    {
        var often = chance.Of("lead", path);
        return Leads[(int)(often * often * often * Leads.Count)];
    }

    // What is due far beyond the year would show nothing of it.
    private DateOnly DueOn(ItemProposals proposals, string path)
    {
        var (first, last) = (settings.From.AddDays(45), settings.Until.AddDays(60));
        return proposals.Assignment?.DueOn is { } named && named >= first && named <= last
            ? named
            : first.AddDays((int)(chance.Of("due", path) * Math.Max(1, last.DayNumber - first.DayNumber)));
    }

    private async Task SendAsync(IPlanGrain plan, Caller who, PlanCommand command)
    {
        if (await plan.ExecuteAsync(city.As(who), command) is Receipt.Refused refused)
            throw new InvalidOperationException($"{refused.Chinese} · {refused.English}");
        await city.SettleAsync();
    }
}
