using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace Supervision.Workflows.Expressions;

/// <summary>The variables that a script sees, with the rules Elsa has for them.</summary>
/// <remarks>
/// An object is shared: whoever asks for it again in the script gets the same, and what was changed in it stays. A list, also
/// one inside an object, is a copy each time. Assignments to members of <c>variables</c> take effect when the script has ended.
/// </remarks>
internal sealed class ScriptVariables(Engine engine, ActivityRun run)
{
    private readonly Dictionary<string, Shared> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (VariableDefinition Variable, JsValue Value)> _assigned = new(StringComparer.Ordinal);

    public JsValue Get(VariableDefinition variable)
    {
        var value = Scope.Get(run, variable.Id);
        if (value.ValueKind != JsonValueKind.Object) return ScriptValues.ToScript(engine, value);
        if (_shared.TryGetValue(variable.Id, out var known) && JsonElement.DeepEquals(known.Before, value)) return known.Shown;
        var shown = Share(value);
        _shared[variable.Id] = new Shared(value, shown);
        return shown;
    }

    public void Set(VariableDefinition variable, JsValue value) => Scope.Set(run, variable.Id, ScriptValues.ToJson(value));

    /// <summary>The object <c>variables</c>; of several with the same name it has the innermost.</summary>
    public JsObject AsObject()
    {
        var variables = new JsObject(engine);
        foreach (var variable in Scope.InSight(run).DistinctBy(variable => variable.Name))
        {
            Define(
                variables, variable.Name,
                () => _assigned.TryGetValue(variable.Name, out var assigned) ? assigned.Value : Get(variable),
                value => _assigned[variable.Name] = (variable, value));
        }

        return variables;
    }

    public void WriteBack()
    {
        foreach (var (id, shared) in _shared)
        {
            var after = ScriptValues.ToJson(shared.Shown);
            var wasReplaced = !JsonElement.DeepEquals(shared.Before, Scope.Get(run, id));
            if (!wasReplaced && !JsonElement.DeepEquals(shared.Before, after)) Scope.Set(run, id, after);
        }

        foreach (var (variable, value) in _assigned.Values) Set(variable, value);
    }

    private JsObject Share(JsonElement value)
    {
        var shown = new JsObject(engine);
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                shown.FastSetDataProperty(member.Name, Share(member.Value));
            }
            else if (member.Value.ValueKind == JsonValueKind.Array)
            {
                JsValue? replaced = null;
                Define(shown, member.Name, () => replaced ?? ScriptValues.ToScript(engine, member.Value), list => replaced = list);
            }
            else
            {
                shown.FastSetDataProperty(member.Name, ScriptValues.ToScript(engine, member.Value));
            }
        }

        return shown;
    }

    private void Define(JsObject holder, string name, Func<JsValue> get, Action<JsValue> set)
    {
        var setter = new ClrFunction(engine, name, (_, args) =>
        {
            set(args.Length > 0 ? args[0] : JsValue.Undefined);
            return JsValue.Undefined;
        });
        holder.FastSetProperty(name, new GetSetPropertyDescriptor(
            new ClrFunction(engine, name, (_, _) => get()), setter, enumerable: true, configurable: true));
    }

    private sealed record Shared(JsonElement Before, JsObject Shown);
}
