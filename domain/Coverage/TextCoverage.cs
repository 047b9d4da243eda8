using Supervision.Agencies;
using Supervision.Plans;

namespace Supervision.Coverage;

/// <summary>Which agencies the text of a plan names, how, and which it passes by.</summary>
public static class TextCoverage
{
    /// <summary>All places where the text names an agency of the organisation, in its order.</summary>
    public static IReadOnlyList<Mention> MentionsOf(PlanDraft draft, Organisation organisation) =>
        [.. draft.Groups.Concat(draft.Context).SelectMany(part => Named(part, null, organisation)).OrderBy(mention => mention.Line)];

    /// <summary>Counties, districts and zones that answer to the city directly and that the text does not mean once.</summary>
    public static IEnumerable<(Hole Hole, Mention? First)> HolesOf(IReadOnlyList<Mention> mentions, Organisation organisation)
    {
        foreach (var agency in organisation.All.Where(IsToBeNamed))
        {
            Mention[] all = [.. mentions.Where(mention => mention.Agency == agency.Code)];
            if (all.Length == 0)
                yield return (new Hole(HoleKind.AgencyNotNamed, agency.Code.Value, agency.Code), null);
            else if (!all.Any(mention => mention.IsItself))
                yield return (new Hole(HoleKind.AgencyNamedOtherwise, agency.Code.Value, agency.Code, Words: [string.Join('、', all.Select(mention => mention.Quote).Distinct())]), all[0]);
        }
    }

    private static bool IsToBeNamed(Agency agency) => agency is { Kind: AgencyKind.County or AgencyKind.Zone, Parent: null };

    // What stands under an item belongs to it; what stands elsewhere, to its own part.
    private static IEnumerable<Mention> Named(PlanNode node, string? item, Organisation organisation)
    {
        var path = item ?? node.Path;
        var places = node.Places.Select(place => (Agency: organisation.OfName(place.Name)?.Code, place.Kind, place.Quote, Line: place.Line ?? node.Line));
        var owners = node.Leads.Concat(node.Responsible).Concat(node.Support)
            .Select(owner => (owner.Agency, Kind: PlaceKind.Agency, owner.Quote, Line: owner.Line ?? node.Line));
        return places.Concat(owners).Where(named => named.Agency is not null)
            .Select(named => new Mention(path, named.Agency!.Value, named.Kind, named.Quote, named.Line))
            .Concat(node.Items.SelectMany(child => Named(child, item ?? (node.IsItem ? node.Path : null), organisation)));
    }
}
