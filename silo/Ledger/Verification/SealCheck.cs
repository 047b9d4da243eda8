namespace Supervision.Silo.Ledger;

/// <summary>Checks the seals among themselves, with the key and with the anchor, before anything is compared with them.</summary>
internal static class SealCheck
{
    /// <summary>The seals that may be believed, and what is wrong with the others.</summary>
    /// <param name="key">Null where the check is made by somebody who has no key: signatures are then taken as they are.</param>
    public static (IReadOnlyList<Seal> Trusted, IReadOnlyList<Finding> Findings) Run(
        StoreInfo store, IReadOnlyList<StoredSeal> stored, SealKey? key, Anchor? anchor)
    {
        var (trusted, findings) = (new List<Seal>(), new List<Finding>());
        var (expected, previous) = (1L, "");
        foreach (var one in stored)
        {
            if (Seal.Read(one) is not { } seal || !HasForm(store, seal))
            {
                findings.Add(Finding.SealDamaged(expected++));
                previous = "";
                continue;
            }

            var afterGap = seal.Number != expected || (seal.Previous != previous && previous.Length > 0);
            if (afterGap) findings.Add(Finding.SealDamaged(Math.Min(expected, seal.Number)));
            if (key?.Signed(seal) == false) findings.Add(Finding.SealForged(seal.Number));
            else trusted.Add(seal);
            (expected, previous) = (seal.Number + 1, seal.Signature);
        }

        if (AgainstAnchor(trusted, stored.Count, anchor) is { } finding) findings.Add(finding);
        return (trusted, findings);
    }

    private static bool HasForm(StoreInfo store, Seal seal) =>
        seal.Store == store.Id
        && seal.Algorithm == SealKey.AlgorithmOf(store.Digest)
        && seal.Positions.Count == store.Shards
        && seal.Roots.Count == store.Shards
        && seal.Root == FeedRoot.Over(store.Digest, seal.Roots);

    private static Finding? AgainstAnchor(List<Seal> trusted, int stored, Anchor? anchor)
    {
        if (anchor is null) return null;
        if (stored < anchor.Number) return Finding.RolledBack(stored, anchor.Number);

        return trusted.Find(seal => seal.Number == anchor.Number) is { } remembered && remembered.Root != anchor.Root
            ? Finding.SealForged(anchor.Number)
            : null;
    }
}
