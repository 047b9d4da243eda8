using System.Text;
using Microsoft.AspNetCore.Mvc;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Definitions;

namespace Supervision.Api.Endpoints;

/// <summary>Workflow definitions as Elsa 3 JSON: read and published as whole texts, since their hash is over the bytes.</summary>
internal static class DefinitionEndpoints
{
    public const int IdLengthMax = 80;
    public const int BodyBytesMax = 1024 * 1024;

    public static void MapDefinitions(this IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/definitions").WithTags("Definitions 流程定义");
        definitions.MapGet("/{id}", ViewAsync).WithName("ViewDefinition").WithSummary("查看流程定义 · View a definition");
        definitions.MapGet("/{id}/picture", DrawAsync).WithName("DrawDefinition").WithSummary("流程图（SVG） · A definition as a picture (SVG)");
        definitions.MapPut("/{id}", PublishAsync).WithName(nameof(PublishDefinition)).WithSummary("发布流程定义 · Publish a definition")
            .Accepts<object>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(BodyBytesMax));
    }

    private static async Task<Viewed<DefinitionView>> ViewAsync(string id, SignedIn user, IGrainFactory grains)
    {
        var view = await grains.GetGrain<IDefinitionGrain>(Named(id)).ViewAsync(user.Caller);
        return new Viewed<DefinitionView>(view, view?.Version ?? 0, DefinitionRefusals.NotFound.With([id]));
    }

    private static async Task<Pictured> DrawAsync(string id, SignedIn user, IGrainFactory grains)
    {
        var notFound = DefinitionRefusals.NotFound.With([id]);
        return await grains.GetGrain<IDefinitionGrain>(Named(id)).ViewAsync(user.Caller) is { } view
            ? Pictured.Of(Encoding.UTF8.GetBytes(view.Json), standing: null, notFound)
            : Pictured.Nothing(notFound);
    }

    private static async Task<Recorded> PublishAsync(HttpContext http, string id, Keyed keyed, SignedIn user, IGrainFactory grains)
    {
        using var body = new StreamReader(http.Request.Body);
        var json = await body.ReadToEndAsync(http.RequestAborted);
        return new Recorded(await grains.GetGrain<IDefinitionGrain>(Named(id)).PublishAsync(user.Caller, new PublishDefinition(keyed.Key, json)));
    }

    // Any text names an actor; what is no word of a definition names none.
    public static string Named(string id) =>
        id.Length <= IdLengthMax && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')
            ? id
            : throw new RefusedException(ApiRefusals.Malformed.With(["id"]));
}
