namespace Supervision.Silo.Ledger;

/// <summary>A demo store holds invented business and is refused by production; a production store is never filled with samples.</summary>
internal enum StoreKind { Demo, Production }

/// <summary>What a store is, fixed when it is made.</summary>
/// <param name="Id">Part of every seal, so that a seal of one store proves nothing about another.</param>
/// <param name="Shards">How many shards the streams are spread over; never changes, because it decides where a stream is.</param>
/// <param name="Digest">See <see cref="Ledger.Digest"/>.</param>
internal sealed record StoreInfo(string Id, int Shards, string Digest, StoreKind Kind, DateTimeOffset MadeAt)
{
    public const int ShardsDefault = 64;
    public const int ShardsMax = 4096;

    public StoreInfo Checked()
    {
        if (Id is not { Length: > 0 and <= 60 } || Id.Any(char.IsWhiteSpace))
            throw new ArgumentException($"A store's id has 1 to 60 visible characters; \"{Id}\" does not. Choose another.");
        if (Shards is < 1 or > ShardsMax)
            throw new ArgumentException($"A store has 1 to {ShardsMax} shards, not {Shards}.");

        _ = Ledger.Digest.Hex(Digest, []);
        return this;
    }
}
