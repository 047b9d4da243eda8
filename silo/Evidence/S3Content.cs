namespace Supervision.Silo.Evidence;

/// <summary>An object as a stream that can be read from any place: asked for where reading begins, and not before.</summary>
internal sealed class S3Content(long length, Func<long, CancellationToken, Task<Stream>> read) : Stream
{
    private Stream? _open;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            if (value == _position) return;

            Close(ref _open);
            _position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.Length == 0) return 0;

        _open ??= await read(_position, cancellationToken);
        var count = await _open.ReadAsync(buffer, cancellationToken);
        if (count == 0) throw new EndOfStreamException($"The object ends at {_position} of {length} bytes.");

        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => length,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close(ref _open);
        base.Dispose(disposing);
    }

    private static void Close(ref Stream? open)
    {
        open?.Dispose();
        open = null;
    }
}
