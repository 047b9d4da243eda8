using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Processes;

/// <summary>独立流程编号: lower-case letters, digits, dot and hyphen, at most 80 characters.</summary>
[GenerateSerializer, Immutable, Alias("ProcessId"), JsonConverter(typeof(TextIdConverter<ProcessId>))]
public readonly record struct ProcessId([property: Id(0)] string Value) : ITextId<ProcessId>
{
    public const int LengthMax = 80;

    /// <summary>The one id that these words give: whoever starts the same thing again names the same process.</summary>
    public static ProcessId From(params ReadOnlySpan<string> words) => new(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))).AsSpan(0, 16)));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProcessId result)
    {
        result = new ProcessId(s ?? "");
        return TextId.IsWellFormed(s, LengthMax, allowed: ".-");
    }

    public override string ToString() => Value;
}
