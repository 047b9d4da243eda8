using System.Text.Json;
using Supervision.Language;

namespace Supervision.Silo.Actors;

/// <summary>States as snapshots. Never for ever: a snapshot that cannot be read is made again from the facts.</summary>
internal static class SnapshotJson
{
    public static byte[] Write<TState>(TState state) => JsonSerializer.SerializeToUtf8Bytes(state, FactJson.Options);

    public static TState Read<TState>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<TState>(json, FactJson.Options)!;
}
