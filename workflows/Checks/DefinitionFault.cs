namespace Supervision.Workflows;

/// <summary>What an activity says is wrong with its inputs.</summary>
/// <param name="Path">The property after a dot; empty for the activity itself.</param>
public sealed record DefinitionFault(string Path, string Chinese, string English);
