using System.Text.Json;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows;

/// <summary>Finds variables: those of the containers around a run from the inside out, then those of its workflow.</summary>
/// <remarks>A workflow used as an activity is closed: what is inside does not see the variables around it.</remarks>
internal static class Scope
{
    public static JsonElement Get(ActivityRun run, string variable) => Holder(run, variable) is { } holder
        ? holder.Variables.GetValueOrDefault(variable)
        : IsOfWorkflow(run) ? run.Burst.Variables.GetValueOrDefault(variable) : default;

    /// <exception cref="ActivityFault">No variable with this id is in scope.</exception>
    public static void Set(ActivityRun run, string variable, JsonElement value)
    {
        if (Holder(run, variable) is { } holder)
        {
            holder.Variables = holder.Variables.With(variable, Convert(holder.Declared, variable, value));
            return;
        }

        var definition = run.Burst.Definition;
        if (!IsOfWorkflow(run) || !definition.Variables.Any(declared => declared.Id == variable))
            throw new ActivityFault($"Variable '{variable}' not found.");
        run.Burst.Variables = run.Burst.Variables.With(variable, Convert(definition.Variables, variable, value));
    }

    /// <summary>The variable that a name means here; of several with the same name the innermost.</summary>
    public static VariableDefinition? FindByName(ActivityRun run, string name) =>
        InSight(run).FirstOrDefault(variable => variable.Name == name);

    /// <summary>Every variable that a run can use, the innermost first.</summary>
    public static IEnumerable<VariableDefinition> InSight(ActivityRun run)
    {
        for (var at = run; at is not null; at = Outward(at))
            foreach (var variable in at.Declared) yield return variable;
        if (!IsOfWorkflow(run)) yield break;
        foreach (var variable in run.Burst.Definition.Variables) yield return variable;
    }

    private static ActivityRun? Holder(ActivityRun run, string variable)
    {
        for (var at = run; at is not null; at = Outward(at))
        {
            foreach (var declared in at.Declared)
                if (declared.Id == variable) return at;
        }

        return null;
    }

    private static ActivityRun? Outward(ActivityRun run) => run.IsInnerWorkflow ? null : run.Parent;

    private static bool IsOfWorkflow(ActivityRun run) => run.Definition == run.Burst.Definition;

    private static JsonElement Convert(IEnumerable<VariableDefinition> declared, string variable, JsonElement value) =>
        ValueTypes.Convert(value, declared.First(candidate => candidate.Id == variable).TypeName);
}
