namespace Supervision.Silo.Erasable;

/// <summary>For what must be forgotten some day: password hashes, drafts, sealed personal fields. Never for facts.</summary>
/// <remarks>The ledger keeps for ever; it holds the fact about such a value, and the value lies here.</remarks>
internal interface IErasableStore : IAsyncDisposable
{
    const int KeyLengthMax = 300;
    const int ValueBytesMax = 1024 * 1024;

    Task<byte[]?> FindAsync(string key);

    /// <summary>Replaces what was there.</summary>
    Task PutAsync(string key, byte[] value);

    /// <summary>Afterwards the value is nowhere in the store. Twice is as good as once.</summary>
    Task EraseAsync(string key);

    static void Check(string key, byte[]? value = null)
    {
        if (key is not { Length: > 0 and <= KeyLengthMax })
            throw new ArgumentException($"A key has 1 to {KeyLengthMax} characters, not {key?.Length ?? 0}.");
        if (value?.Length > ValueBytesMax)
            throw new ArgumentException($"A value has at most {ValueBytesMax} bytes, not {value.Length}. Keep it as an attachment.");
    }
}
