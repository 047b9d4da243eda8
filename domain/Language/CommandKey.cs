using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Supervision.Language;

/// <summary>Made once by the sender for one intention, and sent again with every retry of it. 1 to 200 visible ASCII characters.</summary>
[GenerateSerializer, Immutable, Alias("CommandKey"), JsonConverter(typeof(TextIdConverter<CommandKey>))]
public readonly record struct CommandKey([property: Id(0)] string Value) : ITextId<CommandKey>
{
    public const int LengthMax = 200;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CommandKey result)
    {
        result = new CommandKey(s ?? "");
        return s is { Length: > 0 and <= LengthMax } && s.All(c => c is > ' ' and <= '~');
    }

    public override string ToString() => Value;
}
