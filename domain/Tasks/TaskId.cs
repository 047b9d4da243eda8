using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>督办事项编号: lower-case letters, digits, dot and hyphen, at most 160 characters.</summary>
[GenerateSerializer, Immutable, Alias("TaskId"), JsonConverter(typeof(TextIdConverter<TaskId>))]
public readonly record struct TaskId([property: Id(0)] string Value) : ITextId<TaskId>
{
    public const int LengthMax = 160;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TaskId result)
    {
        result = new TaskId(s ?? "");
        return TextId.IsWellFormed(s, LengthMax, allowed: ".-");
    }

    public override string ToString() => Value;
}
