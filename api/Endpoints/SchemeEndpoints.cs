using Supervision.Api.Requests;
using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Schemes;

namespace Supervision.Api.Endpoints;

/// <summary>Schemes of evaluation over HTTP: draft or copy, check, submit, approve, change.</summary>
internal static class SchemeEndpoints
{
    public static void MapSchemes(this IEndpointRouteBuilder routes)
    {
        var scheme = routes.MapGroup("/schemes/{code}").WithTags("Schemes 考核办法");
        scheme.MapGet("/", ViewAsync).WithName("ViewScheme").WithSummary("查看考核办法及检查结果 · View a scheme with what the check finds");
        scheme.MapGet("/history", HistoryAsync).WithName("ViewSchemeHistory").WithSummary("考核办法的经过 · Who decided what, and when");
        scheme.MapGet("/versions", VersionsAsync).WithName("ListSchemeVersions").WithSummary("考核办法的版本 · The frozen versions of a scheme");
        scheme.MapGet("/versions/{version:int}", VersionAsync).WithName("ViewSchemeVersion").WithSummary("查看某一版 · View one frozen version");
        scheme.MapGet("/versions/{version:int}/diff", DifferenceAsync).WithName("ViewSchemeDifference")
            .WithSummary("某版或修订草案的变化 · What a version, or the draft of the next, changed");
        scheme.MapPost("/copy", CopyAsync).WithName("CopyScheme").WithSummary("沿用另一考核办法起草 · Draft from another scheme, such as last year's");

        scheme.Map<DraftScheme>(HttpMethods.Put, "/", "起草、修改草案 · Write the draft");
        scheme.Map<SubmitScheme>(HttpMethods.Post, "/submission", "报审 · Submit the draft for approval");
        scheme.Map<DecideScheme>(HttpMethods.Post, "/decisions", "审批 · Answer an approval of the scheme");
        scheme.Map<ReopenScheme>(HttpMethods.Post, "/reopening", "启动修订 · Begin a change of a frozen scheme");
        scheme.Map<AbandonSchemeChange>(HttpMethods.Post, "/change-abandonment", "放弃修订 · Abandon the change");
    }

    private static void Map<TCommand>(this IEndpointRouteBuilder scheme, string method, string pattern, string summary)
        where TCommand : SchemeCommand =>
        scheme.MapCommand<TCommand>(method, pattern, summary, (http, user, command) => Of(
            http.RequestServices.GetRequiredService<IGrainFactory>(), http.IdOf<ItemCode>("code")).ExecuteAsync(user.Caller, command));

    private static async Task<Viewed<SchemeView>> ViewAsync(ItemCode code, SignedIn user, IGrainFactory grains)
    {
        var view = await Of(grains, code).ViewAsync(user.Caller);
        return new(view, view?.Version ?? 0, SchemeRefusals.NotFound.With([code]));
    }

    private static async Task<Viewed<SchemeHistory>> HistoryAsync(ItemCode code, SignedIn user, IGrainFactory grains) =>
        new(await Of(grains, code).HistoryAsync(user.Caller), 0, SchemeRefusals.NotFound.With([code]));

    private static async Task<Viewed<SchemeVersionList>> VersionsAsync(ItemCode code, SignedIn user, IGrainFactory grains)
    {
        var versions = await Of(grains, code).VersionsAsync(user.Caller);
        var list = versions is null ? null : new SchemeVersionList([.. versions.Select(one => new SchemeVersionRow(one.Version, one.FrozenAt, one.Reason))]);
        return new(list, 0, SchemeRefusals.NotFound.With([code]));
    }

    private static async Task<Viewed<FrozenScheme>> VersionAsync(ItemCode code, int version, SignedIn user, IGrainFactory grains) =>
        new(await FindAsync(grains, code, version, user.Caller), version, SchemeRefusals.VersionNotFound.With([code, version]));

    private static async Task<Viewed<SchemeDifference>> DifferenceAsync(ItemCode code, int version, SignedIn user, IGrainFactory grains) =>
        new(await Of(grains, code).DifferenceAsync(user.Caller, version), version, SchemeRefusals.VersionNotFound.With([code, version]));

    // What is copied is read by the caller's own right, and never taken from the request.
    private static async Task<Created> CopyAsync(ItemCode code, SchemeSource body, Keyed keyed, SignedIn user, IGrainFactory grains)
    {
        var source = await FindAsync(grains, body.From, body.Version, user.Caller);
        var receipt = source is null
            ? SchemeRefusals.VersionNotFound.With([body.From, body.Version])
            : await Of(grains, code).ExecuteAsync(user.Caller, new CopyScheme(keyed.Key, source.Scheme, body.Name));
        return new Created(receipt, code.Value, $"{Gateway.ApiPath}/schemes/{code}");
    }

    private static async Task<FrozenScheme?> FindAsync(IGrainFactory grains, ItemCode code, int version, Caller caller) =>
        (await Of(grains, code).VersionsAsync(caller))?.FirstOrDefault(one => one.Version.Version == version);

    private static ISchemeGrain Of(IGrainFactory grains, ItemCode code) => grains.GetGrain<ISchemeGrain>(code.Value);
}

/// <summary>What to copy: a frozen version of another scheme, under a new name where one is given.</summary>
internal sealed record SchemeSource(ItemCode From, int Version, string? Name = null);

internal sealed record SchemeVersionList(IReadOnlyList<SchemeVersionRow> Items);

/// <param name="Reason">Why the one before it was changed; null for the first.</param>
internal sealed record SchemeVersionRow(SchemeVersion Version, DateTimeOffset FrozenAt, string? Reason);
