using System.Collections.Frozen;
using Jint;
using Jint.Native;
using Jint.Native.Symbol;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace Supervision.Workflows.Expressions;

/// <summary>Bounds the functions of the language that work long, or make much, in one go: the engine looks at its limits only between statements.</summary>
internal sealed class ScriptGuards(Engine engine)
{
    /// <summary>Characters that one call may make.</summary>
    public const int TextLengthMax = 1_000_000;

    // Memory by the gigabyte and waiting threads; a definition needs none of them.
    private static readonly string[] Removed =
    [
        "Atomics", "SharedArrayBuffer", "ArrayBuffer", "DataView", "WeakRef", "FinalizationRegistry", "ShadowRealm",
        "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
        "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
    ];

    private static readonly FrozenSet<string> Guarded = Removed.Concat(
    [
        "repeat", "padStart", "padEnd", "replace", "replaceAll", "concat", "join", "flat", "flatMap", "stringify", "toString", "toLocaleString", "String",
        "Object", "Reflect", "Proxy", "Symbol", "Array", "JSON", "Function", "raw", "fromEntries", "eval", "with",
    ]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Most scripts name none of it. What is not named can be reached only by a computed name, or by turning a list into text.</summary>
    public static bool AreNeeded(string source, IReadOnlySet<string> words) =>
        source.AsSpan().IndexOfAny('[', '\\', '`') >= 0 || Guarded.Any(words.Contains);

    public void Install()
    {
        foreach (var name in Removed) engine.Global.FastSetDataProperty(name, JsValue.Undefined);
        var text = Prototype("String");
        Guard(text, "repeat", (self, args) => Demand(Text(self).Length * Number(args, 0)));
        Guard(text, "padStart", (_, args) => Demand(Number(args, 0)));
        Guard(text, "padEnd", (_, args) => Demand(Number(args, 0)));
        Guard(text, "replaceAll", (self, args) => DemandReplaced(Text(self), At(args, 1)));
        Guard(Prototype("RegExp"), GlobalSymbolRegistry.Replace, (self, args) =>
        {
            if (TypeConverter.ToBoolean(self.AsObject().Get("global"))) DemandReplaced(Text(At(args, 0)), At(args, 1));
        });
        var list = Prototype("Array");
        foreach (var name in new[] { "toString", "toLocaleString", "flat", "concat" })
            Guard(list, name, (self, args) => Walk([self, .. args], separator: 1));
        Guard(list, "join", (self, args) => Walk([self], At(args, 0).IsUndefined() ? 1 : Text(At(args, 0)).Length));
        Guard(engine.Global.Get("JSON").AsObject(), "stringify", (_, args) => Walk([At(args, 0)], separator: 1));
    }

    private Jint.Native.Object.ObjectInstance Prototype(string constructor) => engine.Global.Get(constructor).AsObject().Get("prototype").AsObject();

    private void Guard(Jint.Native.Object.ObjectInstance holder, JsValue name, Action<JsValue, JsValue[]> demand)
    {
        var original = holder.Get(name);
        var guarded = new ClrFunction(engine, name.ToString(), (self, args) =>
        {
            demand(self, args);
            return engine.Call(original, self, args);
        });
        holder.FastSetProperty(name, new PropertyDescriptor(guarded, writable: true, enumerable: false, configurable: true));
    }

    // A global pattern may match between any two characters; $` and $' insert all that is around.
    private static void DemandReplaced(string text, JsValue replacement)
    {
        if (replacement.IsObject()) return;
        var by = Text(replacement);
        double inserted = by.Contains("$`", StringComparison.Ordinal) || by.Contains("$'", StringComparison.Ordinal) ? text.Length : 0;
        Demand((text.Length + 1d) * (by.Length + (inserted * by.Length)));
    }

    /// <summary>Counts what a list or an object is when it is written out: the same list twice is written twice.</summary>
    private static void Walk(JsValue[] values, int separator)
    {
        var open = new Stack<JsValue>(values);
        var length = 0d;
        while (open.TryPop(out var value))
        {
            length += separator + (value.IsString() ? value.AsString().Length : 1);
            Demand(length + open.Count);
            if (value is JsArray list)
            {
                Demand(length + list.Length * (double)separator);
                foreach (var item in list) open.Push(item);
            }
            else if (value.IsObject() && value is not Jint.Native.Function.Function)
            {
                foreach (var (_, property) in value.AsObject().GetOwnProperties())
                    if (property.Enumerable && property.Value is { } member) open.Push(member);
            }
        }
    }

    private static void Demand(double length)
    {
        if (length > TextLengthMax) throw new ActivityFault($"A script makes more than {TextLengthMax} characters in one call.");
    }

    private static JsValue At(JsValue[] args, int index) => index < args.Length ? args[index] : JsValue.Undefined;

    private static double Number(JsValue[] args, int index) => TypeConverter.ToNumber(At(args, index));

    private static string Text(JsValue value) => value.IsUndefined() || value.IsNull() ? "" : TypeConverter.ToString(value);
}
