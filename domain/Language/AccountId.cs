using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Supervision.Language;

/// <summary>The name one signs in with: lower-case letters, digits, dot and hyphen, at most 60 characters.</summary>
[GenerateSerializer, Immutable, Alias("AccountId"), JsonConverter(typeof(TextIdConverter<AccountId>))]
public readonly record struct AccountId([property: Id(0)] string Value) : ITextId<AccountId>
{
    public const int LengthMax = 60;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AccountId result)
    {
        result = new AccountId(s ?? "");
        return TextId.IsWellFormed(s, LengthMax, allowed: ".-");
    }

    public override string ToString() => Value;
}
