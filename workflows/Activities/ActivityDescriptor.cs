using System.Collections.Immutable;

namespace Supervision.Workflows;

/// <summary>What a designer shows of an activity and what publishing checks of its use.</summary>
public sealed record ActivityDescriptor(
    string Type, string Chinese, string English, string ChineseDescription, string EnglishDescription, string Category)
{
    public ImmutableArray<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>The outcomes that arrows of a flowchart may leave by.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = ["Done"];

    /// <summary>When it completes, the container around it completes.</summary>
    public bool IsTerminal { get; init; }

    public bool IsContainer { get; init; }

    public InputDescriptor? Find(string input) => Inputs.FirstOrDefault(candidate => candidate.Name == input);
}

/// <param name="TypeName">Elsa's alias of the type, such as String, Int32, Boolean.</param>
/// <param name="Default">Applied by the machine: a designer's new node carries no defaults.</param>
public sealed record InputDescriptor(
    string Name, string Chinese, string English, string TypeName = "String", bool IsRequired = false, string? Default = null)
{
    /// <summary>The words allowed; empty for any.</summary>
    public ImmutableArray<string> Options { get; init; } = [];
}
