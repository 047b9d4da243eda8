using Supervision.Agencies;
using Supervision.Api.Requests;
using Supervision.Language;

namespace Supervision.Api.Endpoints;

/// <summary>The agencies of the city, and each as an actor with a process of its own.</summary>
internal static class AgencyEndpoints
{
    public static void MapAgencies(this IEndpointRouteBuilder routes)
    {
        var agencies = routes.MapGroup("/agencies").WithTags("Agencies 单位");
        agencies.MapGet("/", List).WithName("ListAgencies").WithSummary("组织机构 · The agencies of the city");
        agencies.MapGet("/{code}", ViewAsync).WithName("ViewAgency").WithSummary("查看单位 · View an agency and its own process");
        agencies.MapGet("/{code}/processes/{instance}/picture", DrawAsync).WithName("DrawAgencyProcess")
            .WithSummary("流程现状图（SVG） · Where a process of an agency stands, as a picture (SVG)");
    }

    private static Viewed<IReadOnlyList<Agency>> List(Organisation organisation) =>
        new(organisation.All, 0, AgencyRefusals.NotFound.With(["-"]));

    private static async Task<Viewed<AgencyBody>> ViewAsync(
        AgencyCode code, SignedIn user, Organisation organisation, IGrainFactory grains)
    {
        if (organisation.Find(code) is not { } agency)
            return new(null, 0, AgencyRefusals.NotFound.With([code]));

        var actor = await GrainOf(grains, agency).ViewAsync(user.Caller);
        return new(new AgencyBody(agency, actor), actor?.Version ?? 0, AgencyRefusals.NotFound.With([code]));
    }

    private static async Task<Pictured> DrawAsync(
        AgencyCode code, string instance, SignedIn user, Organisation organisation, IGrainFactory grains) =>
        organisation.Find(code) is { } agency
            ? await ProcessPictures.OfAsync(GrainOf(grains, agency), user, instance)
            : Pictured.Nothing(AgencyRefusals.NotFound.With([code]));

    private static IAgencyGrain GrainOf(IGrainFactory grains, Agency agency) =>
        agency.Kind is AgencyKind.County or AgencyKind.Zone
            ? grains.GetGrain<ICountyGrain>(agency.Code.Value)
            : grains.GetGrain<IDepartmentGrain>(agency.Code.Value);

    /// <param name="Actor">Its silent tasks and its ladder; null where the caller may not see them.</param>
    internal sealed record AgencyBody(Agency Agency, AgencyView? Actor);
}
