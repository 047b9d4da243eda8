using System.Buffers.Binary;
using System.Text;

namespace Supervision.Api.Evidence;

/// <summary>The names in the table at the end of an archive. No entry is unpacked, so nothing can expand.</summary>
internal static class ZipNames
{
    public const int EntriesMax = 10_000;

    private const int TableBytesMax = 4 * 1024 * 1024;
    private const int EndBytes = 22;
    private const int CommentBytesMax = 65_535;
    private const int HeaderBytes = 46;
    private const uint EndMark = 0x06054B50;
    private const uint HeaderMark = 0x02014B50;

    /// <summary>Null where the table is missing, damaged or larger than any document's.</summary>
    public static async Task<IReadOnlySet<string>?> ReadAsync(Stream content, CancellationToken cancellation)
    {
        var tail = new byte[Math.Min(content.Length, EndBytes + CommentBytesMax)];
        content.Position = content.Length - tail.Length;
        await content.ReadExactlyAsync(tail, cancellation);
        if (FindEnd(tail) is not { } end) return null;

        var count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        var (bytes, from) = (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)));
        if (count > EntriesMax || bytes > TableBytesMax || from + (long)bytes > content.Length) return null;

        var table = new byte[bytes];
        content.Position = from;
        await content.ReadExactlyAsync(table, cancellation);
        return NamesIn(table, count);
    }

    private static int? FindEnd(byte[] tail)
    {
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndMark) return at;
        }

        return null;
    }

    private static HashSet<string>? NamesIn(ReadOnlySpan<byte> table, int count)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var n = 0; n < count; n++)
        {
            if (table.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(table) != HeaderMark) return null;

            var (name, extra, comment) = (
                BinaryPrimitives.ReadUInt16LittleEndian(table[28..]), BinaryPrimitives.ReadUInt16LittleEndian(table[30..]),
                BinaryPrimitives.ReadUInt16LittleEndian(table[32..]));
            var length = HeaderBytes + name + extra + comment;
            if (table.Length < length) return null;

            names.Add(Encoding.UTF8.GetString(table.Slice(HeaderBytes, name)));
            table = table[length..];
        }

        return names;
    }
}
