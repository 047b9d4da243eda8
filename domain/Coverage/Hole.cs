using Supervision.Language;

namespace Supervision.Coverage;

/// <summary>One thing that is not covered, as the facts of one stream say.</summary>
/// <param name="Detail">What tells it from others of its kind on the same item: an indicator, an agency.</param>
/// <param name="Agency">Whom it is about, where it is about one.</param>
/// <param name="OpensOn">The day on which it opens by itself; null for at once.</param>
/// <param name="Words">What its sentence says besides title and agency; see <see cref="HoleSentences"/>.</param>
public sealed record Hole(HoleKind Kind, string Detail = "", AgencyCode? Agency = null, DateOnly? OpensOn = null, params IReadOnlyList<string> Words)
{
    /// <summary>Names it on its item; the two ways in which a text passes an agency by are one.</summary>
    public string Slot => Kind switch
    {
        HoleKind.AgencyNotNamed or HoleKind.AgencyNamedOtherwise => $"agency|{Agency}",
        _ => $"{Kind}|{Detail}|{OpensOn:O}",
    };
}

/// <summary>Where a text names an agency.</summary>
/// <param name="Path">Of the item or part it stands in.</param>
/// <param name="As">As itself (county, zone, agency), or as something that only bears its name.</param>
public sealed record Mention(string Path, AgencyCode Agency, Plans.PlaceKind As, string Quote, int Line)
{
    /// <summary>Whether the agency itself is meant.</summary>
    public bool IsItself => As is Plans.PlaceKind.County or Plans.PlaceKind.Zone or Plans.PlaceKind.Agency;
}
