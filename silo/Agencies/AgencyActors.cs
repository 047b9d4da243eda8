using Supervision.Agencies;

namespace Supervision.Silo.Agencies;

/// <summary>Which actor an agency is: counties and zones have subordinate work of their own, everybody else is a department.</summary>
internal static class AgencyActors
{
    public static IAgencyGrain GetAgency(this IGrainFactory grains, Agency agency) =>
        agency.Kind is AgencyKind.County or AgencyKind.Zone
            ? grains.GetGrain<ICountyGrain>(agency.Code.Value)
            : grains.GetGrain<IDepartmentGrain>(agency.Code.Value);
}
