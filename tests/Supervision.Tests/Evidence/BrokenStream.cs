namespace Supervision.Tests.Evidence;

/// <summary>A connection that breaks after some bytes.</summary>
internal sealed class BrokenStream(byte[] bytes, int breaksAt) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= breaksAt) throw new IOException("The connection is gone.");
        return await base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, breaksAt - Position)], cancellationToken);
    }
}
