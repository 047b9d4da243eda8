using System.Text;
using System.Text.Json;
using Supervision.Conformance;
using Supervision.Workflows;

namespace Supervision.Tests.Workflows.View;

/// <summary>Every definition at hand: the shipped ones, and all of the conformance cases that can be read.</summary>
internal static class PictureCases
{
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 512 };

    public static TheoryData<string> Names { get; } =
    [
        .. ShippedDefinitions.All.Keys.Order(StringComparer.Ordinal),
        .. ConformanceTests.All.Where(case_ => Find(case_) is not null).Select(case_ => case_.Id),
    ];

    public static WorkflowDefinition Read(string name) => ShippedDefinitions.All.TryGetValue(name, out var shipped)
        ? DefinitionReader.Read(shipped)
        : Find(ConformanceTests.All.Single(case_ => case_.Id == name))!;

    private static WorkflowDefinition? Find(ConformanceCase recorded)
    {
        try
        {
            return DefinitionReader.Read(Encoding.UTF8.GetBytes(recorded.Case["definition"]!.ToJsonString(Deep)));
        }
        catch (DefinitionFormatException)
        {
            return null; // nested deeper than a definition may be
        }
    }
}
