using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Webhooks;

/// <summary>The name of a webhook: lower-case letters, digits and hyphen, at most 40 characters.</summary>
[GenerateSerializer, Immutable, Alias("WebhookId"), JsonConverter(typeof(TextIdConverter<WebhookId>))]
public readonly record struct WebhookId([property: Id(0)] string Value) : ITextId<WebhookId>
{
    public const int LengthMax = 40;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WebhookId result)
    {
        result = new WebhookId(s ?? "");
        return TextId.IsWellFormed(s, LengthMax, allowed: "-");
    }

    public override string ToString() => Value;
}
