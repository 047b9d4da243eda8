using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Problems;
using Supervision.Language;

namespace Supervision.Api.Requests;

/// <summary>The key of a command from the header <c>Idempotency-Key</c>, for endpoints whose body is no command as it stands.</summary>
internal sealed record Keyed(CommandKey Key) : IBindableFromHttpContext<Keyed>, IEndpointParameterMetadataProvider
{
    public const string Header = "Idempotency-Key";

    public static ValueTask<Keyed?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Keyed?>(new Keyed(Of(context)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new NeedsKey());

    public static CommandKey Of(HttpContext context) =>
        CommandKey.TryParse(context.Request.Headers[Header], null, out var key)
            ? key
            : throw new RefusedException(ApiRefusals.NoKey.With([CommandKey.LengthMax]));
}

/// <summary>Marks an endpoint that changes something and asks for a key; the description of the API reads it.</summary>
internal sealed class NeedsKey;

/// <summary>A command from its JSON body and the key from the header; fields that stand in the address are added.</summary>
/// <remarks>So a new command needs no type for its request: the command is the request, without its key.</remarks>
internal sealed record Body<TCommand>(TCommand Command)
    : IBindableFromHttpContext<Body<TCommand>>, IEndpointParameterMetadataProvider
    where TCommand : class, ICommand
{
    public static async ValueTask<Body<TCommand>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var key = Keyed.Of(context);
        var fields = await JsonBody.ReadAsync(context, isOptional: true);
        Add(fields, "key", key.Value);
        foreach (var inAddress in context.GetEndpoint()?.Metadata.GetOrderedMetadata<FieldInAddress>() ?? [])
            Add(fields, inAddress.Name, inAddress.Read(Unescaped(context.Request.RouteValues[inAddress.Name])));

        return new Body<TCommand>(JsonBody.Read<TCommand>(fields));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new NeedsKey());
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(TCommand), isOptional: true));
    }

    // A catch-all part of an address keeps %2F as it came, because a slash there would be another address.
    private static string? Unescaped(object? value) =>
        value?.ToString()?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static void Add(JsonObject fields, string name, JsonNode? value)
    {
        if (!fields.TryAdd(name, value))
            throw new JsonException(null, $"$.{name}", null, null);
    }
}

/// <summary>A field of a command that stands in the address and therefore not in the body.</summary>
internal sealed record FieldInAddress(string Name, bool IsNumber = false)
{
    public JsonNode? Read(string? text) => IsNumber && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? JsonValue.Create(number)
        : JsonValue.Create(text);
}
