using System.Collections.Immutable;
using Supervision.Language;

namespace Supervision.Workflows;

/// <summary>What a designer shows of an activity and what publishing checks of its use.</summary>
/// <param name="Category">One of <see cref="DesignerWords.Categories"/>.</param>
public sealed record ActivityDescriptor(
    string Type, string Chinese, string English, string ChineseDescription, string EnglishDescription, string Category)
{
    public ImmutableArray<InputDescriptor> Inputs { get; init; } = [];

    public ImmutableArray<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>The outcomes that arrows of a flowchart may leave by; their words stand in <see cref="DesignerWords"/>.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = ["Done"];

    /// <summary>The property of a node whose entries are further outcomes, such as the branches of a fork; null for none.</summary>
    public string? OutcomesFrom { get; init; }

    /// <summary>Places that hold one activity each, such as <c>then</c>.</summary>
    public ImmutableArray<string> Embedded { get; init; } = [];

    /// <summary>When it completes, the container around it completes.</summary>
    public bool IsTerminal { get; init; }

    public bool IsContainer { get; init; }

    public InputDescriptor? Find(string input) => Inputs.FirstOrDefault(candidate => candidate.Name == input);
}

/// <param name="TypeName">Elsa's alias of the type, such as String, Int32, Boolean, List&lt;String&gt;.</param>
/// <param name="Default">Applied by the machine: a designer's new node carries no defaults.</param>
public sealed record InputDescriptor(
    string Name, string Chinese, string English, string TypeName = "String", bool IsRequired = false, string? Default = null)
{
    /// <summary>What to enter.</summary>
    public Term Description { get; init; } = Term.Plain("");

    /// <summary>The words allowed; empty for any.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Elsa's name of the editor, where the type and the options do not tell it.</summary>
    public string? Editor { get; init; }

    public string UiHint => Editor ?? (Options.IsEmpty ? TypeName switch
    {
        "Boolean" => "checkbox",
        "List<String>" => "multi-text",
        "Object" => "multiline",
        _ => "singleline",
    } : "dropdown");
}

/// <summary>A value that an activity hands to a variable when it is done.</summary>
public sealed record OutputDescriptor(string Name, string Chinese, string English, string TypeName = "Object");
