using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Supervision.Accounts;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Subscriptions;
using Supervision.Tasks;

namespace Supervision.Api.OpenApi;

/// <summary>Schemas of our own words: an id is a string, and a command shows no key, which stands in the header.</summary>
internal static class SchemaText
{
    private static readonly Dictionary<Type, string[]> InAddress = new()
    {
        [typeof(SettleItem)] = ["path"],
        [typeof(RetryIncident)] = ["instance", "run"],
        [typeof(SkipIncident)] = ["instance", "run"],
        [typeof(AbortProcess)] = ["instance"],
        [typeof(CompleteTask)] = ["taskId"],
        [typeof(TellEvent)] = ["name"],
        [typeof(PublishEvent)] = ["name"],
    };

    private static readonly Dictionary<Type, string> IdInBody = new()
    {
        [typeof(Register)] = "task",
        [typeof(OpenAccount)] = "account",
    };

    public static Task WriteAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsAssignableTo(typeof(ICommand)))
        {
            schema.Properties?.Remove("key");
            schema.Required?.Remove("key");
            foreach (var named in InAddress.GetValueOrDefault(type, []))
            {
                schema.Properties?.Remove(named);
                schema.Required?.Remove(named);
            }

            if (IdInBody.TryGetValue(type, out var id))
                (schema.Properties ??= new Dictionary<string, IOpenApiSchema>())[id] = new OpenApiSchema { Type = JsonSchemaType.String };
        }

        // Any JSON: what a process takes and gives is its definition's affair.
        if (type == typeof(JsonText))
        {
            schema.Type = null;
            schema.Properties?.Clear();
            schema.Required?.Clear();
            return Task.CompletedTask;
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
