using System.Security.Cryptography;
using System.Text;
using Supervision.Evidence;
using Supervision.Language;

namespace Supervision.Api.Evidence;

/// <summary>A file on its way. What was announced, by whom; kept until it is complete or too old.</summary>
/// <param name="Type">What it was found to be, once its bytes are in the store; null before.</param>
internal sealed record Upload(string Id, AccountId Account, EvidenceHash Hash, long Size, string Name, string? Type = null)
{
    private static readonly int IdBytes = 16;

    /// <summary>The key of the command that records it: completing twice is as good as once.</summary>
    public CommandKey Key => new($"upload-{Id}");

    /// <summary>Named by what is announced, so that beginning again goes on with what is there.</summary>
    public static Upload Of(AccountId account, EvidenceHash hash, long size, string name)
    {
        var announced = SHA256.HashData(Encoding.UTF8.GetBytes($"{account}\n{hash}\n{size}\n{name}"));
        return new Upload(Convert.ToHexStringLower(announced.AsSpan(0, IdBytes)), account, hash, size, name);
    }

    public static bool IsId(string id) => id.Length == 2 * IdBytes && id.All(char.IsAsciiHexDigitLower);
}
