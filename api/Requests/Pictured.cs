using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Problems;
using Supervision.Language;
using Supervision.Workflows;
using Supervision.Workflows.View;

namespace Supervision.Api.Requests;

/// <summary>A picture as SVG in the language asked for, with an ETag over its bytes; 304 when the caller has it already.</summary>
/// <param name="draw">Draws it; null where there is nothing to draw.</param>
internal sealed class Pictured(Func<PictureLanguage, byte[]>? draw, Receipt.Refused notFound) : IResult, IEndpointMetadataProvider
{
    public const string MediaType = "image/svg+xml";

    // A picture brings its own style and nothing else; opened by itself it runs and loads nothing.
    private static readonly string Policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static readonly int TagBytes = 12;

    public static Pictured Nothing(Receipt.Refused notFound) => new(null, notFound);

    public static Pictured Of(ReadOnlyMemory<byte> definition, Standing? standing, Receipt.Refused notFound) => new(
        language => ProcessPicture.Draw(DefinitionReader.Read(definition), language, standing), notFound);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var language = LanguageOf(httpContext.Request);
        if (draw is null)
        {
            await new Refusing(notFound).ExecuteAsync(httpContext);
            return;
        }

        var bytes = draw(language);
        var (response, tag) = (httpContext.Response, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, TagBytes))}\"");
        response.Headers.ETag = tag;
        response.Headers.Vary = "Authorization, Cookie, Accept-Language";
        if (EntityTag.IsKnown(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.Headers.ContentSecurityPolicy = Policy;
        response.ContentType = $"{MediaType}; charset=utf-8";
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [MediaType]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
        Refusing.PopulateMetadata(method, builder);
    }

    private static PictureLanguage LanguageOf(HttpRequest request) => request.Query["lang"].ToString() switch
    {
        "zh" => PictureLanguage.Chinese,
        "en" => PictureLanguage.English,
        "" => ReaderLanguage.IsEnglish(request) ? PictureLanguage.English : PictureLanguage.Chinese,
        _ => throw new RefusedException(ApiRefusals.Malformed.With(["lang"])),
    };
}
