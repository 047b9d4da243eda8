namespace Supervision.Silo.Erasable;

/// <summary>What must not be kept for ever: password hashes, drafts, sealed personal fields. Facts about them stand in the ledger.</summary>
internal interface IErasableStore
{
    Task<byte[]?> FindAsync(string key);

    Task PutAsync(string key, byte[] value);

    Task EraseAsync(string key);
}
