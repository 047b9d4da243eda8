using System.Text;
using Microsoft.AspNetCore.Mvc;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Workflows;

namespace Supervision.Api.Endpoints;

/// <summary>Workflow definitions as Elsa 3 JSON: read and published as whole texts, since their hash is over the bytes.</summary>
internal static class DefinitionEndpoints
{
    public const int IdLengthMax = 80;

    public static void MapDefinitions(this IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/definitions").WithTags("Definitions 流程定义");
        definitions.MapGet("/{id}", ViewAsync).WithName("ViewDefinition").WithSummary("查看流程定义 · View a definition");
        definitions.MapGet("/{id}/picture", DrawAsync).WithName("DrawDefinition").WithSummary("流程图（SVG） · A definition as a picture (SVG)");
        definitions.MapPut("/{id}", PublishAsync).WithName(nameof(PublishDefinition)).WithSummary("发布流程定义 · Publish a definition")
            .Accepts<object>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(DefinitionLimits.BytesMax));
        definitions.MapPost("/{id}/check", CheckAsync).WithName("CheckDefinition").WithSummary("检查流程定义草稿 · Check a draft; nothing is kept")
            .Accepts<object>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(DefinitionLimits.BytesMax));
        definitions.MapGet("/{id}/export", ExportAsync).WithName("ExportDefinition")
            .WithSummary("导出为 Elsa 设计器可读的文件 · Export as a designer reads it");
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

    private static async Task<Published> PublishAsync(HttpContext http, string id, Keyed keyed, SignedIn user, IGrainFactory grains)
    {
        var (definition, json) = (grains.GetGrain<IDefinitionGrain>(Named(id)), await BodyAsync(http));
        var receipt = await definition.PublishAsync(user.Caller, new PublishDefinition(keyed.Key, json));
        var isJudged = receipt is Receipt.Done || receipt is Receipt.Refused { Code: var code } && code == DefinitionRefusals.Faulty.Code;
        return new Published(receipt, isJudged ? (await definition.CheckAsync(user.Caller, json)).Findings : []);
    }

    private static async Task<Checked> CheckAsync(HttpContext http, string id, SignedIn user, IGrainFactory grains) =>
        new(await grains.GetGrain<IDefinitionGrain>(Named(id)).CheckAsync(user.Caller, await BodyAsync(http)));

    private static async Task<IResult> ExportAsync(string id, SignedIn user, IGrainFactory grains) =>
        await grains.GetGrain<IDefinitionGrain>(Named(id)).ViewAsync(user.Caller) is { } view
            ? Results.File(DefinitionWriter.Write(DefinitionReader.Read(Encoding.UTF8.GetBytes(view.Json))), "application/json", $"{id}.json")
            : new Refusing(DefinitionRefusals.NotFound.With([id]));

    private static async Task<string> BodyAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        return await body.ReadToEndAsync(http.RequestAborted);
    }

    // Any text names an actor; what is no word of a definition names none.
    public static string Named(string id) =>
        id.Length <= IdLengthMax && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')
            ? id
            : throw new RefusedException(ApiRefusals.Malformed.With(["id"]));
}
