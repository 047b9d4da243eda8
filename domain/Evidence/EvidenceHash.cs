using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Evidence;

/// <summary>A file by its content: the SHA-256 of its bytes in 64 lower-case hex digits. Read with or without <c>sha256:</c> before it.</summary>
[GenerateSerializer, Immutable, Alias("EvidenceHash"), JsonConverter(typeof(TextIdConverter<EvidenceHash>))]
public readonly record struct EvidenceHash([property: Id(0)] string Value) : ITextId<EvidenceHash>
{
    /// <summary>How a reference to a stored file begins; every other reference is free text, as it always was.</summary>
    public const string Prefix = "sha256:";

    public const int Digits = 64;

    /// <summary>How a report names the file.</summary>
    public string Reference => Prefix + Value;

    public static bool IsNamedIn(string reference) => reference.StartsWith(Prefix, StringComparison.Ordinal);

    public static EvidenceHash OfDigest(ReadOnlySpan<byte> sha256) => new(Convert.ToHexStringLower(sha256));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EvidenceHash result)
    {
        var digits = s is not null && IsNamedIn(s) ? s[Prefix.Length..] : s;
        result = new EvidenceHash(digits ?? "");
        return s is not null && digits is { Length: Digits } && digits.All(char.IsAsciiHexDigitLower);
    }

    public override string ToString() => Value;
}
