using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Supervision.Api.Requests;
using Supervision.Api.Security;
using Supervision.Language;

namespace Supervision.Api.OpenApi;

/// <summary>What the framework cannot see by itself: the key, who may call, ids in the address, the feed position.</summary>
internal static class OperationText
{
    public static Task WriteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        AddAddress(operation, context.Description.RelativePath ?? "");
        if (metadata.OfType<NeedsKey>().Any())
            AddKey(operation);
        if (!metadata.OfType<IAllowAnonymous>().Any())
            AddSecurity(operation, context.Document!, IsOperators(metadata));
        if (operation.Responses?.TryGetValue("200", out var done) == true && metadata.OfType<NeedsKey>().Any())
            AddPosition(done);
        return Task.CompletedTask;
    }

    // Commands take their id from the address themselves, so that one line is enough for each.
    private static void AddAddress(OpenApiOperation operation, string path)
    {
        operation.Parameters ??= [];
        foreach (var part in path.Split('/').Where(part => part.StartsWith('{')))
        {
            var name = part.Trim('{', '}', '*');
            if (operation.Parameters.All(parameter => parameter.Name != name))
                operation.Parameters.Add(Parameter(name, ParameterLocation.Path, null, null));
        }
    }

    private static void AddKey(OpenApiOperation operation) => (operation.Parameters ??= []).Add(Parameter(
        Keyed.Header, ParameterLocation.Header, "每个意图一个键，重试时沿用 · One key for one intention, again with every retry",
        CommandKey.LengthMax));

    private static OpenApiParameter Parameter(string name, ParameterLocation location, string? text, int? lengthMax) => new()
    {
        Name = name,
        In = location,
        Required = true,
        Description = text,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = lengthMax },
    };

    private static bool IsOperators(IList<object> metadata) =>
        metadata.OfType<IAuthorizeData>().Any(data => data.Policy == Policies.Operator);

    private static void AddSecurity(OpenApiOperation operation, OpenApiDocument document, bool isOperators)
    {
        string[] schemes = isOperators ? [DocumentText.OperatorScheme] : [DocumentText.BearerScheme, DocumentText.CookieScheme];
        operation.Security = [.. schemes.Select(scheme =>
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] })];
    }

    private static void AddPosition(IOpenApiResponse done)
    {
        if (done is OpenApiResponse response)
        {
            (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[Recorded.PositionHeader] = new OpenApiHeader
            {
                Description = "台账位置 · Where the feed tells of it",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
    }
}
