using System.Text.Json;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows;

/// <summary>Finds variables: those of the containers around a run from the inside out, then those of the workflow.</summary>
internal static class Scope
{
    public static JsonElement Get(ActivityRun run, string variable)
    {
        for (var at = run; at is not null; at = at.Parent)
            if (Declares(at.Node, variable)) return at.Variables.GetValueOrDefault(variable);
        return run.Burst.Variables.GetValueOrDefault(variable);
    }

    /// <exception cref="ActivityFault">No variable with this id is in scope.</exception>
    public static void Set(ActivityRun run, string variable, JsonElement value)
    {
        for (var at = run; at is not null; at = at.Parent)
        {
            if (!Declares(at.Node, variable)) continue;
            at.Variables = at.Variables.With(variable, Convert(at.Node.Variables, variable, value));
            return;
        }

        var definition = run.Burst.Definition;
        if (!definition.Variables.Any(declared => declared.Id == variable))
            throw new ActivityFault($"Variable '{variable}' not found.");
        run.Burst.Variables = run.Burst.Variables.With(variable, Convert(definition.Variables, variable, value));
    }

    /// <summary>The variable that a name means here; of several with the same name the innermost.</summary>
    public static VariableDefinition? FindByName(ActivityRun run, string name)
    {
        for (var at = run; at is not null; at = at.Parent)
            if (at.Node.Variables.FirstOrDefault(variable => variable.Name == name) is { } found) return found;
        return run.Burst.Definition.Variables.FirstOrDefault(variable => variable.Name == name);
    }

    private static bool Declares(ActivityNode node, string variable)
    {
        foreach (var declared in node.Variables)
            if (declared.Id == variable) return true;
        return false;
    }

    private static JsonElement Convert(IEnumerable<VariableDefinition> declared, string variable, JsonElement value) =>
        ValueTypes.Convert(value, declared.First(candidate => candidate.Id == variable).TypeName);
}
