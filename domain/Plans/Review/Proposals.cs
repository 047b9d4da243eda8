using Supervision.Agencies;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What the reader found for an item in the text, as something that a person can take over. Computed from the draft; nothing of it is decided.</summary>
internal static class Proposals
{
    public static ItemProposals Of(PlanItem item, DraftIndex draft, Organisation organisation)
    {
        PlanNode[] nodes = [.. draft.NodesOf(item).SelectMany(node => node.WithDescendants())];
        OwnerProposal[] owners =
        [
            .. nodes.SelectMany(node => Owners(node, OwnerPart.Lead, node.Leads, organisation)),
            .. nodes.SelectMany(node => Owners(node, OwnerPart.Responsible, node.Responsible, organisation)),
            .. nodes.SelectMany(node => Owners(node, OwnerPart.Cooperating, node.Support, organisation)),
        ];
        DeadlineProposal[] deadlines =
        [
            .. nodes.SelectMany(node => node.Deadlines.Select(deadline => new DeadlineProposal(
                deadline.Kind, deadline.On, deadline.Every, deadline.Quote, deadline.Line ?? node.Line))).Distinct(),
        ];
        var indicators = nodes.SelectMany(node => node.Targets.Select(target => (node, target))).DistinctBy(found => found.target)
            .Select((found, n) => IndicatorProposals.Of(found.target, MeasureRules.IdOf(n + 1), found.node)).Take(IndicatorRules.IndicatorsMax);
        return new ItemProposals(owners, deadlines, AssignmentOf(owners, deadlines), CadenceOf(deadlines), [.. indicators]);
    }

    private static IEnumerable<OwnerProposal> Owners(PlanNode node, OwnerPart part, IReadOnlyList<NamedAgency> named, Organisation organisation) =>
        named.Select(agency => new OwnerProposal(
            part, agency.Agency is { } code && organisation.IsKnown(code) ? code : organisation.OfName(agency.Quote)?.Code,
            agency.Quote, agency.Line ?? node.Line));

    // Complete or not at all: a lead that is clear, and one day that is clear. One list without ranking names no lead, unless it has one agency.
    private static Assignment? AssignmentOf(OwnerProposal[] owners, DeadlineProposal[] deadlines)
    {
        if (DayOf(deadlines) is not { } dueOn || LeadOf(owners) is not { } lead)
            return null;

        AgencyCode[] Named(OwnerPart part) =>
            [.. owners.Where(owner => owner.Part == part && owner.Agency is not null).Select(owner => owner.Agency!.Value).Distinct()];

        AgencyCode[] responsible = [.. Named(OwnerPart.Lead).Concat(Named(OwnerPart.Responsible)).Distinct().Where(code => code != lead)];
        return new Assignment(lead, responsible, [.. Named(OwnerPart.Cooperating).Where(code => code != lead && !responsible.Contains(code))], dueOn);
    }

    private static AgencyCode? LeadOf(OwnerProposal[] owners)
    {
        if (owners.FirstOrDefault(owner => owner.Part is OwnerPart.Lead) is { } first)
            return first.Agency;

        OwnerProposal[] responsible = [.. owners.Where(owner => owner.Part is OwnerPart.Responsible)];
        return responsible is [var only] ? only.Agency : null;
    }

    private static DateOnly? DayOf(DeadlineProposal[] deadlines)
    {
        DateOnly[] days = [.. deadlines.Where(deadline => deadline is { Kind: DeadlineKind.Date or DeadlineKind.Period, On: not null })
            .Select(deadline => deadline.On!.Value).Distinct()];
        return days is [var day] ? day : null;
    }

    private static Cadence CadenceOf(DeadlineProposal[] deadlines) => deadlines.Select(deadline => deadline.Every).FirstOrDefault(every => every is not null) switch
    {
        "P3M" => Cadence.Quarterly,
        "P1Y" => Cadence.Yearly,
        _ => Cadence.Monthly,
    };
}

/// <summary>What the reader proposes for one item.</summary>
/// <param name="Assignment">Whole, where lead and due date are both clear; else null.</param>
[GenerateSerializer, Immutable, Alias("ItemProposals")]
public sealed record ItemProposals(
    [property: Id(0)] IReadOnlyList<OwnerProposal> Owners,
    [property: Id(1)] IReadOnlyList<DeadlineProposal> Deadlines,
    [property: Id(2)] Assignment? Assignment,
    [property: Id(3)] Cadence Cadence,
    [property: Id(4)] IReadOnlyList<Indicator> Indicators);

/// <summary>An agency that the text names for an item.</summary>
/// <param name="Agency">Null where the organisation does not know it: a person has to say who is meant.</param>
[GenerateSerializer, Immutable, Alias("OwnerProposal")]
public sealed record OwnerProposal(
    [property: Id(0)] OwnerPart Part, [property: Id(1)] AgencyCode? Agency, [property: Id(2)] string Quote, [property: Id(3)] int Line);

/// <summary>The part that an agency has by the text.</summary>
[GenerateSerializer, Alias("OwnerPart")]
public enum OwnerPart { Lead, Responsible, Cooperating }

/// <summary>A time limit that the text names for an item.</summary>
[GenerateSerializer, Immutable, Alias("DeadlineProposal")]
public sealed record DeadlineProposal(
    [property: Id(0)] DeadlineKind Kind, [property: Id(1)] DateOnly? On, [property: Id(2)] string? Every, [property: Id(3)] string Quote, [property: Id(4)] int Line);
