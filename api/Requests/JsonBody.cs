using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Api.Problems;

namespace Supervision.Api.Requests;

/// <summary>Reads a JSON body; whatever is wrong with it is a <see cref="JsonException"/>, which becomes a problem with a code.</summary>
internal static class JsonBody
{
    public static async Task<JsonObject> ReadAsync(HttpContext context, bool isOptional)
    {
        if (isOptional && context.Request.ContentLength is null or 0 && !context.Request.Headers.TransferEncoding.Contains("chunked"))
            return [];
        if (!context.Request.HasJsonContentType())
            throw new BadHttpRequestException("Not JSON.", StatusCodes.Status415UnsupportedMediaType);

        var node = await JsonNode.ParseAsync(context.Request.Body, documentOptions: Strict, cancellationToken: context.RequestAborted);
        return node as JsonObject ?? throw new JsonException(null, "$", null, null);
    }

    public static T Read<T>(JsonObject fields)
    {
        try
        {
            return fields.Deserialize<T>(ApiJson.Options) ?? throw new JsonException(null, "$", null, null);
        }
        catch (JsonException) when (FieldForms.FirstFlaw(fields, typeof(T)) is { } flaw)
        {
            throw new RefusedException(ApiRefusals.FieldUnfit.With([flaw.Path, flaw.Form]));
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair is JSON by its grammar, and no text.
            throw new JsonException(null, "$", null, null, e);
        }
    }

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
}
