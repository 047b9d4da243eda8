using Supervision.Api.Requests;
using Supervision.Numbers;

namespace Supervision.Api.Endpoints;

/// <summary>Document numbers over HTTP: read only, for they are allotted with the assignment.</summary>
internal static class NumberEndpoints
{
    public static void MapNumbers(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/numbers").WithTags("Numbers 发文字号")
            .MapGet("/{series}", ViewAsync).WithName("ViewNumberSeries")
            .WithSummary("发文字号台账（含作废） · The numbers of a series, the void ones too");

    private static async Task<Viewed<SeriesView>> ViewAsync(string series, SignedIn user, IGrainFactory grains, int after = 0, int limit = SeriesView.LimitDefault)
    {
        var notFound = SeriesRefusals.NotFound.With([series]);
        if (!SeriesId.TryParse(series, null, out var id))
            return new(null, 0, notFound);

        var view = await grains.GetGrain<INumberSeriesGrain>(id.Value).ViewAsync(user.Caller, after, limit);
        return new(view, view?.Version ?? 0, notFound);
    }
}
