using System.Text;
using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Runtime.Interop;

namespace Supervision.Workflows.Expressions;

/// <summary>What a script may call: Elsa's names, resolved one by one as a script mentions them.</summary>
internal sealed class ScriptGlobals(Engine engine, ActivityRun run, List<string>? outcomes)
{
    private readonly ScriptVariables _variables = new(engine, run);

    private Burst Burst => run.Burst;

    public JsValue? Find(string name) => name switch
    {
        "variables" => _variables.AsObject(),
        "getInput" => Function(name, args => Show(run.Input(Word(args, 0)))),
        "getVariable" => Function(name, args => Scope.FindByName(run, Word(args, 0)) is { } found ? _variables.Get(found) : JsValue.Null),
        "setVariable" => Function(name, args => Do(() => _variables.Set(Named(Word(args, 0)), At(args, 1)))),
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
        "setOutcome" or "setOutcomes" when outcomes is not null => Function(name, args => Do(() => Choose(outcomes, At(args, 0)))),
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

    /// <summary>What the script changed and did not set by a call takes effect now.</summary>
    public void WriteBack() => _variables.WriteBack();

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
                ? Function(name, _ => _variables.Get(variable))
                : Function(name, args => Do(() => _variables.Set(variable, At(args, 0))));
        }

        if (isGet && run.Definition.Inputs.Any(input => input.Name == subject)) return Function(name, _ => Show(run.Input(subject)));
        return name.StartsWith(ResultFrom, StringComparison.Ordinal)
            ? Function(name, _ => Show(Burst.RecallOutput(name[ResultFrom.Length..], "Result")))
            : null;
    }

    // Elsa writes getMyName for a variable myName.
    private VariableDefinition? FindVariable(string name) =>
        Scope.FindByName(run, name) ?? Scope.FindByName(run, char.ToLowerInvariant(name[0]) + name[1..]);

    private VariableDefinition Named(string variable) =>
        Scope.FindByName(run, variable) ?? throw new ActivityFault($"Variable '{variable}' not found.");

    private static void Choose(List<string> outcomes, JsValue chosen)
    {
        outcomes.Clear();
        outcomes.AddRange(ValueTypes.ToWords(ScriptValues.ToJson(chosen)));
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
