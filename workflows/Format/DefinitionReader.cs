using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>Reads a workflow definition in Elsa 3's JSON, as its designer exports it or as its server stores it.</summary>
public static class DefinitionReader
{
    /// <param name="workflows">Finds workflows that are used as activities; null where none can be.</param>
    /// <param name="hash">The name under which the content is kept already; null to compute it.</param>
    /// <exception cref="DefinitionFormatException">The bytes are no workflow definition, or one that is too large.</exception>
    public static WorkflowDefinition Read(
        ReadOnlyMemory<byte> json, Func<ActivityUse, WorkflowDefinition?>? workflows = null, string? hash = null)
    {
        try
        {
            DefinitionLimits.DemandBytes(json.Length);
            var element = JsonElement.Parse(json.Span, Strict);
            // A POST of the designer wraps the definition.
            return Read(element.TryGetProperty("model", out var model) ? model : element, workflows ?? (_ => null), hash);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new DefinitionFormatException($"Not a workflow definition: {fault.Message}", fault);
        }
    }

    // Of two members with one name the readers of this world take different ones.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DefinitionLimits.NestingMax, AllowDuplicateProperties = false };

    private static WorkflowDefinition Read(JsonElement element, Func<ActivityUse, WorkflowDefinition?> workflows, string? hash)
    {
        if (!element.TryGetProperty("root", out var root) || root.ValueKind != JsonValueKind.Object)
            throw new DefinitionFormatException("Not a workflow definition: it has no root activity.");

        DefinitionLimits.Demand(element);
        var activities = new ActivityReader(workflows);
        var canonical = CanonicalJson.Write(element);
        var options = element.Get("options");
        return new WorkflowDefinition(activities.Read(root))
        {
            DefinitionId = element.Text("definitionId"),
            VersionId = element.Text("id"),
            Version = element.Get("version") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) ? number : 1,
            Name = element.Text("name"),
            Canonical = canonical,
            Hash = hash ?? Convert.ToHexStringLower(SHA256.HashData(canonical)),
            Variables = Variables(element),
            Inputs = Arguments(element, "inputs"),
            Outputs = Arguments(element, "outputs"),
            Outcomes = [.. element.Items("outcomes").Select(outcome => outcome.ToString())],
            IsUsableAsActivity = options.Flag("usableAsActivity"),
            ContinuesWithIncidents = options.Text("incidentStrategyType").Contains("ContinueWithIncidents", StringComparison.Ordinal),
            AsksForTokens = element.Get("customProperties").Text("Flowchart:ExecutionMode") is "TokenBased"
                || options.Text("flowchartExecutionMode") is "TokenBased",
        };
    }

    internal static ImmutableArray<VariableDefinition> Variables(JsonElement element) =>
    [
        .. element.Items("variables").Select(variable => new VariableDefinition(
            variable.Text("id"), variable.Text("name"), variable.Text("typeName"), variable.Get("value"))),
    ];

    private static ImmutableArray<ArgumentDefinition> Arguments(JsonElement element, string property) =>
        [.. element.Items(property).Select(argument => new ArgumentDefinition(argument.Text("name"), argument.Text("type")))];
}

/// <summary>What was given is no workflow definition.</summary>
public sealed class DefinitionFormatException : Exception
{
    public DefinitionFormatException() { }

    public DefinitionFormatException(string message) : base(message) { }

    public DefinitionFormatException(string message, Exception innerException) : base(message, innerException) { }
}
