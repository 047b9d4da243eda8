using Supervision.Definitions;
using Supervision.Workflows.Checks;

namespace Supervision.Workflows;

/// <summary>Looks for what a running instance would stumble over. Drafts may hold anything; published definitions may not.</summary>
/// <remarks>
/// What cannot run at all is an error everywhere. Everything else is an error in a supervision definition, one that uses an
/// activity of the office, and a warning in others: those may come from a real Elsa server and mean what they say there.
/// </remarks>
public static class DefinitionCheck
{
    private static readonly Func<CheckedDefinition, IEnumerable<DefinitionFinding>>[] Checks =
    [
        WholeDefinition.Find, Types.Find, Languages.Find, Inputs.Find, Arrows.Find, Reachability.Find, Outcomes.Find, DeadEnds.Find,
        EndlessWaits.Find, Joins.Find, Loops.Find, VariableUse.Find, Roles.Find, NamedDefinitions.Find, Uses.Find,
        Races.Find, MergesBehindLoops.Find, LoopItems.Find, TextForList.Find, FaultsInParallel.Find,
    ];

    /// <summary>Every finding, errors first, each group in the order of the definition's paths.</summary>
    public static IReadOnlyList<DefinitionFinding> ForPublishing(WorkflowDefinition definition, Surroundings? surroundings = null)
    {
        var at = new CheckedDefinition(definition, surroundings ?? Surroundings.Unknown);
        return
        [
            .. Checks.SelectMany(find => find(at)).Distinct()
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>The definitions that this one names in literals: ladders, and workflows that it starts.</summary>
    public static IReadOnlySet<string> NamesOthers(WorkflowDefinition definition) =>
        NamedDefinitions.In(definition).Select(named => named.Name).ToHashSet(StringComparer.Ordinal);
}
