using Supervision.Language;

namespace Supervision.Agencies;

/// <summary>An agency (单位) that can give, lead or support a task.</summary>
/// <param name="Name">The full official name, as in the head of a directive.</param>
/// <param name="English">A name for programs and foreign readers; not official.</param>
/// <param name="Aliases">Other spellings found in documents. Each belongs to one agency only.</param>
/// <param name="Parent">The agency that answers for this one; null where it answers to the city directly.</param>
/// <param name="Short">The usual short form (简称), as in lists of responsible agencies.</param>
[GenerateSerializer, Immutable, Alias("Agency")]
public sealed record Agency(
    [property: Id(0)] AgencyCode Code,
    [property: Id(1)] string Name,
    [property: Id(2)] string English,
    [property: Id(3)] AgencyKind Kind,
    [property: Id(4)] IReadOnlyList<string> Aliases,
    [property: Id(5)] AgencyCode? Parent,
#pragma warning disable CA1720 // 简称 is the short form of a name; no reader takes it for an Int16.
    [property: Id(6)] string Short)
#pragma warning restore CA1720
{
    /// <summary>Every spelling by which a document may mean this agency.</summary>
    public IEnumerable<string> Spellings => Aliases.Prepend(Short).Prepend(Name).Distinct();
}
