using System.Security.Cryptography;

namespace Supervision.Api.Security;

/// <summary>A first password, made by chance and changed at the first sign-in.</summary>
internal static class OneTimePassword
{
    private static readonly int GroupLength = 5;
    private static readonly int Groups = 4;

    // Without letters and digits that look alike: it is typed from a screen or from paper.
    private static readonly string Lower = "abcdefghjkmnpqrstuvwxyz";
    private static readonly string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static readonly string Digits = "23456789";

    /// <summary>Such as <c>Kp4wz-…</c>: 20 signs of about 55, always of all kinds that the rule asks for.</summary>
    public static string Make()
    {
        var signs = RandomNumberGenerator.GetItems<char>(Lower + Upper + Digits, GroupLength * Groups);
        signs[0] = RandomNumberGenerator.GetItems<char>(Upper, 1)[0];
        signs[1] = RandomNumberGenerator.GetItems<char>(Lower, 1)[0];
        signs[2] = RandomNumberGenerator.GetItems<char>(Digits, 1)[0];
        return string.Join('-', signs.Chunk(GroupLength).Select(group => new string(group)));
    }
}
