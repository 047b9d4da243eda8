using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>Reads a workflow definition in Elsa 3's JSON, as its designer exports it or as its server stores it.</summary>
public static class DefinitionReader
{
    /// <param name="workflows">Finds workflows that are used as activities; null where none can be.</param>
    /// <exception cref="DefinitionFormatException">The bytes are no workflow definition.</exception>
    public static WorkflowDefinition Read(ReadOnlyMemory<byte> json, Func<ActivityUse, WorkflowDefinition?>? workflows = null)
    {
        try
        {
            var element = JsonElement.Parse(json.Span);
            // A POST of the designer wraps the definition.
            return Read(element.TryGetProperty("model", out var model) ? model : element, new ActivityReader(workflows ?? (_ => null)));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new DefinitionFormatException($"Not a workflow definition: {fault.Message}", fault);
        }
    }

    private static WorkflowDefinition Read(JsonElement element, ActivityReader activities)
    {
        if (!element.TryGetProperty("root", out var root) || root.ValueKind != JsonValueKind.Object)
            throw new DefinitionFormatException("Not a workflow definition: it has no root activity.");

        var canonical = CanonicalJson.Write(element);
        var options = element.Get("options");
        return new WorkflowDefinition(activities.Read(root))
        {
            DefinitionId = element.Text("definitionId"),
            VersionId = element.Text("id"),
            Version = element.Get("version") is { ValueKind: JsonValueKind.Number } version ? version.GetInt32() : 1,
            Name = element.Text("name"),
            Canonical = canonical,
            Hash = Convert.ToHexStringLower(SHA256.HashData(canonical)),
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
