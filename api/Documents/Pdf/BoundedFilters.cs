using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Supervision.Api.Documents.Pdf;

/// <summary>The filters of the library with a bound on what they unpack: a stream of 5 MB may stand for 5 GB.</summary>
internal sealed class BoundedFilters : IFilterProvider
{
    /// <summary>All streams of a document together; pictures are not unpacked for their text.</summary>
    private const long BytesMax = 256L * 1024 * 1024;

    private const long StreamBytesMax = 48L * 1024 * 1024;

    /// <summary>The most that a byte can stand for in the two older ways of packing.</summary>
    private const int LzwRatio = 2_730;

    private const int RunLengthRatio = 64;

    private long _unpacked;

    /// <summary>Whether something was refused; the library goes on without a stream that it cannot read.</summary>
    public bool IsExceeded { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Bounded(filter, this))];

    private void Count(IFilter filter, ReadOnlyMemory<byte> input)
    {
        var size = filter switch
        {
            FlateFilter => SizeOf(input),
            LzwFilter => (long)input.Length * LzwRatio,
            RunLengthFilter => (long)input.Length * RunLengthRatio,
            _ => input.Length,
        };
        _unpacked += size;
        if (size <= StreamBytesMax && _unpacked <= BytesMax)
            return;
        IsExceeded = true;
        throw new InvalidDataException("The stream unpacks too far.");
    }

    private static long SizeOf(ReadOnlyMemory<byte> packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var (buffer, size) = (new byte[64 * 1024], 0L);
        try
        {
            for (int read; size <= StreamBytesMax && (read = stream.Read(buffer)) > 0;)
                size += read;
        }
        catch (InvalidDataException)
        {
            // A stream that breaks off is read as far as it goes, by the library too.
        }

        return size;
    }

    private sealed class Bounded(IFilter filter, BoundedFilters bounds) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            bounds.Count(filter, input);
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
