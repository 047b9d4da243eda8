using System.Text.Json;
using Jint;
using Jint.Native;

namespace Supervision.Workflows.Expressions;

/// <summary>Values between JSON and scripts. A script gets copies: what it changes in them stays in the script.</summary>
internal static class ScriptValues
{
    public const int DepthMax = 32;

    /// <summary>A list that is in a value twice is written twice, and again inside that.</summary>
    public const int BytesMax = 1024 * 1024;

    public const double WholeNumberMax = 9007199254740991; // 2^53 - 1

    public static JsValue ToScript(Engine engine, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String: return value.GetString()!;
            case JsonValueKind.Number: return value.GetDouble();
            case JsonValueKind.True: return JsBoolean.True;
            case JsonValueKind.False: return JsBoolean.False;
            case JsonValueKind.Array:
                return new JsArray(engine, [.. value.EnumerateArray().Select(item => ToScript(engine, item))]);
            case JsonValueKind.Object:
                var copy = new JsObject(engine);
                foreach (var member in value.EnumerateObject()) copy.FastSetDataProperty(member.Name, ToScript(engine, member.Value));
                return copy;
            default: return JsValue.Null;
        }
    }

    public static JsonElement ToJson(JsValue value) => value switch
    {
        _ when value.IsNull() || value.IsUndefined() => Values.Null,
        JsBoolean flag => Values.Of(flag.AsBoolean()),
        JsString text => Values.Of(text.ToString()),
        _ => Values.Write(writer => Write(writer, value, depth: 0)),
    };

    private static void Write(Utf8JsonWriter writer, JsValue value, int depth)
    {
        if (writer.BytesCommitted + writer.BytesPending > BytesMax) throw new ActivityFault($"A script's value is larger than {BytesMax} bytes.");
        if (depth > DepthMax) throw new ActivityFault($"A script's value is nested more than {DepthMax} deep, or in a circle.");
        switch (value)
        {
            case JsBoolean flag: writer.WriteBooleanValue(flag.AsBoolean()); break;
            case JsNumber number: WriteNumber(writer, number.AsNumber()); break;
            case JsString text: writer.WriteStringValue(text.ToString()); break;
            case JsDate date: writer.WriteStringValue(date.ToDateTime()); break;
            case JsArray array: WriteArray(writer, array, depth); break;
            case Jint.Native.Function.Function: writer.WriteNullValue(); break;
            case Jint.Native.Object.ObjectInstance instance: WriteObject(writer, instance, depth); break;
            default: WriteOther(writer, value); break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number)) writer.WriteNullValue();
        else if (number == Math.Truncate(number) && Math.Abs(number) <= WholeNumberMax) writer.WriteNumberValue((long)number);
        else writer.WriteNumberValue(number);
    }

    private static void WriteArray(Utf8JsonWriter writer, JsArray array, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in array) Write(writer, item, depth + 1);
        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, Jint.Native.Object.ObjectInstance instance, int depth)
    {
        writer.WriteStartObject();
        foreach (var (key, property) in instance.GetOwnProperties())
        {
            if (!property.Enumerable || !key.IsString()) continue;
            writer.WritePropertyName(key.AsString());
            Write(writer, instance.Get(key), depth + 1);
        }

        writer.WriteEndObject();
    }

    private static void WriteOther(Utf8JsonWriter writer, JsValue value)
    {
        if (value.IsBigInt()) writer.WriteStringValue(value.ToString());
        else writer.WriteNullValue();
    }
}
