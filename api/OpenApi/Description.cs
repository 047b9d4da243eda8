using Scalar.AspNetCore;

namespace Supervision.Api.OpenApi;

/// <summary>The API described: for programs at /openapi/v1.json, for people at /docs. Both come from this process alone.</summary>
internal static class Description
{
    public const string DocumentName = "v1";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(DocumentName, options =>
    {
        options.AddDocumentTransformer(DocumentText.WriteAsync);
        options.AddOperationTransformer(OperationText.WriteAsync);
        options.AddSchemaTransformer(SchemaText.WriteAsync);
    });

    public static void MapDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().AllowAnonymous();
        routes.MapScalarApiReference("/docs", options =>
        {
            options.Title = "督查督办 API · Supervision API";
            options.DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools();
            options.ProxyUrl = null;
        }).AllowAnonymous();
    }
}
