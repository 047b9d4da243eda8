using System.Text;
using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Runtime.Interop;

namespace Supervision.Workflows.Expressions;

/// <summary>What a script may call: Elsa's names, resolved one by one as a script mentions them.</summary>
internal sealed class ScriptGlobals(Engine engine, ActivityRun run)
{
    private readonly Dictionary<string, (VariableDefinition Variable, JsonElement Before)> _shown = new(StringComparer.Ordinal);
    private JsObject? _variables;

    private Burst Burst => run.Burst;

    public JsValue? Find(string name) => name switch
    {
        "variables" => ShowVariables(),
        "getInput" => Function(name, args => Show(Burst.Input(Word(args, 0)))),
        "getVariable" => Function(name, args => Show(Get(Word(args, 0)))),
        "setVariable" => Function(name, args => Set(Word(args, 0), At(args, 1))),
        "getOutputFrom" => Function(name, args => Show(Burst.RecallOutput(Word(args, 0), args.Length > 1 ? Word(args, 1) : "Result"))),
        "getLastResult" => Function(name, _ => Show(Burst.LastResult)),
        "getCorrelationId" => Function(name, _ => Show(Values.Of(Burst.CorrelationId))),
        "setCorrelationId" => Function(name, args => Do(() => Burst.CorrelationId = Word(args, 0))),
        "getWorkflowInstanceName" => Function(name, _ => Show(Values.Of(Burst.Name))),
        "setWorkflowInstanceName" => Function(name, args => Do(() => Burst.Name = Word(args, 0))),
        "getWorkflowInstanceId" => Function(name, _ => Burst.Instance),
        "getWorkflowDefinitionId" => Function(name, _ => Burst.Definition.DefinitionId),
        "getWorkflowDefinitionVersionId" => Function(name, _ => Burst.Definition.VersionId),
        "getWorkflowDefinitionVersion" => Function(name, _ => Burst.Definition.Version),
        "newGuid" or "newGuidString" => Function(name, _ => Burst.NewGuid().ToString()),
        "newShortGuid" => Function(name, _ => Convert.ToBase64String(Burst.NewGuid().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_')),
        "toJson" => Function(name, args => ScriptValues.ToJson(At(args, 0)).GetRawText()),
        "isNullOrEmpty" => Function(name, args => string.IsNullOrEmpty(TextOrNull(At(args, 0)))),
        "isNullOrWhiteSpace" => Function(name, args => string.IsNullOrWhiteSpace(TextOrNull(At(args, 0)))),
        "stringToBase64" => Function(name, args => Convert.ToBase64String(Encoding.UTF8.GetBytes(Word(args, 0)))),
        "stringFromBase64" => Function(name, args => Encoding.UTF8.GetString(Convert.FromBase64String(Word(args, 0)))),
        _ => FindAccessor(name),
    };

    /// <summary>Chance in a script follows from the step, so that a step can be computed again.</summary>
    public void ReplaceChance()
    {
        var chance = Function("random", _ => BitConverter.ToUInt32(Burst.NewGuid().ToByteArray()) / 4294967296d);
        engine.Global.Get("Math").AsObject().FastSetDataProperty("random", chance);
    }

    /// <summary>Assignments to members of <c>variables</c> take effect when the script has ended.</summary>
    public void WriteBack()
    {
        foreach (var (name, (variable, before)) in _shown)
        {
            var after = ScriptValues.ToJson(_variables!.Get(name));
            if (!JsonElement.DeepEquals(before.IsNull() ? Values.Null : before, after)) Scope.Set(run, variable.Id, after);
        }
    }

    // getX and setX for variables and inputs by name, getResultFromX for activities.
    private ClrFunction? FindAccessor(string name)
    {
        const string ResultFrom = "getResultFrom";
        if (name.Length <= 3) return null;
        var subject = name[3..];
        var isGet = name.StartsWith("get", StringComparison.Ordinal);
        if (!isGet && !name.StartsWith("set", StringComparison.Ordinal)) return null;
        if (FindVariable(subject) is { } variable)
        {
            return isGet
                ? Function(name, _ => Show(Scope.Get(run, variable.Id)))
                : Function(name, args => Do(() => Scope.Set(run, variable.Id, ScriptValues.ToJson(At(args, 0)))));
        }

        if (isGet && Burst.Definition.Inputs.Any(input => input.Name == subject)) return Function(name, _ => Show(Burst.Input(subject)));
        return name.StartsWith(ResultFrom, StringComparison.Ordinal)
            ? Function(name, _ => Show(Burst.RecallOutput(name[ResultFrom.Length..], "Result")))
            : null;
    }

    private JsObject ShowVariables()
    {
        if (_variables is not null) return _variables;
        _variables = new JsObject(engine);
        for (var at = run; at is not null; at = at.Parent) Add(at.Node.Variables);
        Add(Burst.Definition.Variables);
        return _variables;

        void Add(IEnumerable<VariableDefinition> variables)
        {
            foreach (var variable in variables)
            {
                var value = Scope.Get(run, variable.Id);
                if (_shown.TryAdd(variable.Name, (variable, value))) _variables.FastSetDataProperty(variable.Name, Show(value));
            }
        }
    }

    // Elsa writes getMyName for a variable myName.
    private VariableDefinition? FindVariable(string name) =>
        Scope.FindByName(run, name) ?? Scope.FindByName(run, char.ToLowerInvariant(name[0]) + name[1..]);

    private JsonElement Get(string variable) =>
        Scope.FindByName(run, variable) is { } found ? Scope.Get(run, found.Id) : Values.Null;

    private JsValue Set(string variable, JsValue value)
    {
        var found = Scope.FindByName(run, variable) ?? throw new ActivityFault($"Variable '{variable}' not found.");
        Scope.Set(run, found.Id, ScriptValues.ToJson(value));
        return JsValue.Undefined;
    }

    private JsValue Show(JsonElement value) => ScriptValues.ToScript(engine, value);

    private static JsValue Do(Action action)
    {
        action();
        return JsValue.Undefined;
    }

    private static JsValue At(JsValue[] args, int index) => index < args.Length ? args[index] : JsValue.Undefined;

    private static string Word(JsValue[] args, int index) => TextOrNull(At(args, index)) ?? "";

    private static string? TextOrNull(JsValue value) => value.IsNull() || value.IsUndefined() ? null : value.ToString();

    private ClrFunction Function(string name, Func<JsValue[], JsValue> call) => new(engine, name, (_, args) => call(args));
}
