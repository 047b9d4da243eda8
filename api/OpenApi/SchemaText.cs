using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Supervision.Language;

namespace Supervision.Api.OpenApi;

/// <summary>Schemas of our own words: an id is a string, and a command shows no key, which stands in the header.</summary>
internal static class SchemaText
{
    public static Task WriteAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsAssignableTo(typeof(ICommand)))
        {
            schema.Properties?.Remove("key");
            schema.Required?.Remove("key");
        }

        if (type == typeof(AgencyCode) || type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ITextId<>)))
        {
            schema.Type = JsonSchemaType.String;
            schema.Properties?.Clear();
            schema.Required?.Clear();
        }

        return Task.CompletedTask;
    }
}
