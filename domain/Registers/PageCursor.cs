using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Supervision.Registers;

/// <summary>Where a page ended: the sort key and the id of its last row. Opaque to whoever passes it back.</summary>
/// <remarks>It names no offset, so rows that come or go meanwhile neither repeat nor hide others.</remarks>
public readonly record struct PageCursor(string Order, long Key, string Id)
{
    public const int LengthMax = 400;

    public static bool TryParse(string? text, out PageCursor cursor)
    {
        cursor = default;
        if (text is not { Length: > 0 and <= LengthMax } || !Base64Url.IsValid(text))
            return false;

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 3);
        if (parts.Length != 3 || !long.TryParse(parts[1], CultureInfo.InvariantCulture, out var key))
            return false;

        cursor = new PageCursor(parts[0], key, parts[2]);
        return true;
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Order}|{Key}|{Id}")));
}
